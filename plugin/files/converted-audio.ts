import type { WavFile, WavPiece, Written } from "../../src/contract/conversion.ts";
import { HostError } from "../../src/contract/errors.ts";
import { orElse, turns } from "../premiere.ts";
import { bytesOf } from "../uxp/base64.ts";
import type { UxpFile, UxpFolder, UxpFormat } from "../uxp/uxp.ts";
import { fileIn, nameTaken, sizeOf, unwritten } from "./folder-files.ts";
import type { ProjectMusicFolder } from "./music-folder.ts";

/** A file that is being written under another name, so that what breaks off is nobody's music. */
interface Writing {
  readonly name: string;
  readonly folder: UxpFolder;
  readonly part: UxpFile;
  /** Bytes that it has. */
  position: number;
}

/** Takes WAV files from the panel, piece by piece, into the project's music folder. */
export class ConvertedAudio {
  private writing: Writing | null = null;
  private readonly inTurn = turns();

  constructor(
    private readonly musicFolder: ProjectMusicFolder,
    private readonly binary: UxpFormat,
  ) {}

  /** See `EditorHost.findWav`. */
  find({ name, bytes }: WavFile): Promise<Written> {
    return this.inTurn(async () => {
      const folder = (await this.musicFolder.known()) ?? (await this.musicFolder.choose());
      const there = await fileIn(folder, name);
      if (there === null) return { path: null };
      if ((await sizeOf(there)) === bytes) return { path: there.nativePath };
      throw nameTaken(there.nativePath);
    });
  }

  /** See `EditorHost.writeWav`. */
  write(piece: WavPiece): Promise<Written> {
    return this.inTurn(async () => {
      const writing = piece.position === 0 ? await this.begin(piece.name) : this.writing;
      if (writing?.name !== piece.name || writing.position !== piece.position)
        throw outOfOrder(piece.name);
      try {
        const data = bytesOf(piece.data);
        await writing.part.write(data.buffer, { format: this.binary, append: true });
        writing.position += data.length;
        // A full disk may cut a file short without an error.
        if ((await sizeOf(writing.part)) !== writing.position) throw new Error("The disk is full.");
        return { path: writing.position < piece.bytes ? null : await this.finish(writing, piece) };
      } catch (cause) {
        await this.end();
        throw cause instanceof HostError ? cause : unwritten(writing.folder.nativePath, cause);
      }
    });
  }

  /** See `EditorHost.dropWav`. */
  drop(name: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.writing?.name === name) await this.end();
    });
  }

  private async begin(name: string): Promise<Writing> {
    await this.end();
    const folder = await this.musicFolder.known();
    if (folder === null) throw noFolder(name);
    try {
      const part = await folder.createFile(`${name}.part`, { overwrite: true });
      this.writing = { name, folder, part, position: 0 };
      return this.writing;
    } catch (cause) {
      throw unwritten(folder.nativePath, cause);
    }
  }

  /** @throws Error the file is not what was to be written */
  private async finish({ folder, part, position }: Writing, file: WavFile): Promise<string> {
    const { name, bytes } = file;
    if (position !== bytes) throw new Error("More was written than there should be.");
    // Another program may have put a file there since it was looked for.
    const there = await fileIn(folder, name);
    if (there !== null) throw nameTaken(there.nativePath);
    await part.moveTo(folder, { newName: name, overwrite: false });
    this.writing = null;
    const whole = await fileIn(folder, name);
    if (whole !== null && (await sizeOf(whole)) === bytes) return whole.nativePath;
    throw new Error("The file is not where it was moved to.");
  }

  private async end(): Promise<void> {
    const { writing } = this;
    this.writing = null;
    await orElse(undefined, () => writing?.part.delete());
  }
}

const noFolder = (input: string): HostError =>
  new HostError({
    what: "The folder for music is not known any more.",
    input,
    next: "Insert the track again, and choose a folder.",
  });
const outOfOrder = (input: string): HostError =>
  new HostError({
    what: "A piece of the file does not follow the one before.",
    input,
    next: "Insert the track again.",
  });
