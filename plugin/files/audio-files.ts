import { HostError } from "../../src/contract/errors.ts";
import { requireImportable } from "../../src/shared/importable.ts";
import type { LocalAudio } from "../../src/contract/track.ts";
import { orElse, turns } from "../premiere.ts";
import type { Uxp, UxpFile, UxpFolder, UxpFormat } from "../uxp/uxp.ts";
import { bundledFile } from "./bundled-files.ts";
import { fileIn, nameTaken, sizeOf, unwritten } from "./folder-files.ts";
import type { ProjectMusicFolder } from "./music-folder.ts";
import { isThere } from "./own-folders.ts";

/** Turns a track's audio into a file that Premiere may use for as long as the project lives. */
export class AudioFiles {
  /** Copies that were made for a drag and that nobody has used, by the path of the bundled file. */
  private readonly unclaimed = new Map<string, UxpFile>();
  /** A drag and an insert may want the same file at the same time. */
  private readonly inTurn = turns();

  constructor(
    private readonly storage: Uxp<unknown>["storage"],
    private readonly musicFolder: ProjectMusicFolder,
    /** A file in a folder that is emptied now and then, so that a project needs a copy; else null. */
    private readonly passing: (path: string) => Promise<UxpFile | null> = () =>
      Promise.resolve(null),
  ) {}

  /**
   * The native path of the audio, for keeps; asks for the folder for music when there is none yet.
   * @throws HostError Premiere imports no such kind, the audio is missing, no folder was chosen, or
   * it cannot be written to
   */
  async place(audio: LocalAudio): Promise<string> {
    requireImportable(audio);
    return this.inTurn(async () => {
      const source = await this.toCopy(audio);
      if (source === null) return audio.path;
      const { file } = await this.copyAskingTwice(source);
      this.claim(audio);
      return file.nativePath;
    });
  }

  /**
   * As `place`, but asks nobody, and the copy is for a drag that may never come: until it is claimed
   * or placed, `release` deletes it. Null where there is no folder for music.
   * @throws HostError as `place`
   */
  async prepare(audio: LocalAudio): Promise<string | null> {
    requireImportable(audio);
    return this.inTurn(async () => {
      const source = await this.toCopy(audio);
      if (source === null) return audio.path;
      const folder = await this.musicFolder.known();
      if (folder === null) return null;
      const { file, isNew } = await this.copy(source, folder);
      if (isNew) this.unclaimed.set(audio.path, file);
      return file.nativePath;
    });
  }

  /** The copy is used from now on. */
  claim(audio: LocalAudio): void {
    this.unclaimed.delete(audio.path);
  }

  /** Deletes the copy that `prepare` made, unless somebody claimed it or it was there before. */
  async release(audio: LocalAudio): Promise<void> {
    await this.inTurn(async () => {
      const copy = this.unclaimed.get(audio.path);
      this.unclaimed.delete(audio.path);
      await copy?.delete();
    });
  }

  /** The native path of the audio where it lies now: to be played, not to be kept in a project. */
  async pathForMonitor(audio: LocalAudio): Promise<string> {
    return audio.kind === "file" ? audio.path : (await this.bundled(audio.path)).nativePath;
  }

  /** What a project needs a copy of; null for a file that stays where the editor has it. */
  private toCopy({ kind, path }: LocalAudio): Promise<UxpFile | null> {
    return kind === "bundled" ? this.bundled(path) : this.passing(path);
  }

  private bundled(path: string): Promise<UxpFile> {
    return bundledFile(this.storage.localFileSystem, path);
  }

  /** Into the folder for music, or into another one where that has gone in the meantime. */
  private async copyAskingTwice(source: UxpFile): Promise<Copy> {
    const folder = (await this.musicFolder.known()) ?? (await this.musicFolder.choose());
    try {
      return await this.copy(source, folder);
    } catch (thrown) {
      if (await isThere(folder)) throw thrown;
      return this.copy(source, await this.musicFolder.choose());
    }
  }

  private copy(source: UxpFile, folder: UxpFolder): Promise<Copy> {
    return copyInto(folder, source, this.storage.formats.binary);
  }
}

/** A file that lies whole in the folder it was to be copied to. */
interface Copy {
  readonly file: UxpFile;
  /** It was not there before. */
  readonly isNew: boolean;
}

/**
 * Copies a file into a folder under its own name, where it never lies but whole. A whole copy is
 * used as it is, one that was cut short is made anew, and another's file of that name is left alone.
 * @throws HostError it could not be written, or another file has that name
 */
async function copyInto(folder: UxpFolder, source: UxpFile, format: UxpFormat): Promise<Copy> {
  try {
    const existing = await fileIn(folder, source.name);
    if (existing !== null && (await sizeOf(existing)) === (await sizeOf(source)))
      return { file: existing, isNew: false };
    const bytes = await source.read({ format });
    if (existing !== null && !isCutFrom(await existing.read({ format }), bytes))
      throw nameTaken(existing.nativePath);
    return { file: await writeWhole(folder, source, bytes, format), isNew: true };
  } catch (thrown) {
    throw thrown instanceof HostError ? thrown : unwritten(folder.nativePath, thrown);
  }
}

/** Under another name first, so that a copy that breaks off is nobody's music. */
async function writeWhole(
  folder: UxpFolder,
  source: UxpFile,
  bytes: ArrayBuffer | string,
  format: UxpFormat,
): Promise<UxpFile> {
  const size = await sizeOf(source);
  const part = await folder.createFile(`${source.name}.part`, { overwrite: true });
  try {
    await part.write(bytes, { format });
    // A full disk may cut a file short without an error.
    if ((await sizeOf(part)) !== size) throw new Error("The disk is full.");
    await part.moveTo(folder, { newName: source.name, overwrite: true });
  } catch (cause) {
    await orElse(undefined, () => part.delete());
    throw cause;
  }
  const file = await fileIn(folder, source.name);
  if (file !== null && (await sizeOf(file)) === size) return file;
  throw new Error("The copy is not where it was moved to.");
}

/** Whether a file is a beginning of what it should be, as a copy that broke off leaves it. */
function isCutFrom(found: ArrayBuffer | string, whole: ArrayBuffer | string): boolean {
  if (typeof found === "string" || typeof whole === "string") return false;
  const [cut, all] = [new Uint8Array(found), new Uint8Array(whole)];
  return cut.length < all.length && cut.every((byte, index) => byte === all[index]);
}
