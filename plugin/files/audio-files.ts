import { HostError } from "../src/contract/errors.ts";
import type { LocalAudio } from "../src/contract/track.ts";
import type { MediaFolder } from "./media-folder.ts";
import { isFile, type Uxp, type UxpFile, type UxpFolder } from "./uxp.ts";

/** Where the page lies inside the plugin's folder; bundled audio is named relative to it. */
const PAGE_FOLDER = "page";

/** Turns a track's audio into a file that Premiere may use for as long as the project lives. */
export class AudioFiles {
  constructor(
    private readonly storage: Uxp<unknown>["storage"],
    private readonly mediaFolder: MediaFolder,
  ) {}

  /**
   * The native path of the audio; asks for the media folder when there is none yet.
   * @throws HostError the audio is missing, or no folder was chosen, or it cannot be written
   */
  async place(audio: LocalAudio): Promise<string> {
    if (audio.kind === "file") return audio.path;
    const source = await this.#bundled(audio.path);
    return this.#copy(
      source,
      (await this.mediaFolder.known()) ?? (await this.mediaFolder.choose()),
    );
  }

  async #bundled(path: string): Promise<UxpFile> {
    const plugin = await this.storage.localFileSystem.getPluginFolder();
    const file = await fileIn(plugin, `${PAGE_FOLDER}/${path}`);
    if (file !== null) return file;
    throw new HostError({
      what: "The audio of this track is missing from the plugin.",
      input: path,
      next: "Reinstall Needledrop.",
    });
  }

  async #copy(source: UxpFile, folder: UxpFolder): Promise<string> {
    const existing = await fileIn(folder, source.name);
    if (existing !== null && (await sameSize(existing, source))) return existing.nativePath;
    const format = this.storage.formats.binary;
    try {
      const copy = await folder.createFile(source.name, { overwrite: true });
      await copy.write(await source.read({ format }), { format });
      // A full disk may cut a file short without an error.
      if (await sameSize(copy, source)) return copy.nativePath;
    } catch (cause) {
      throw unwritable(folder, cause);
    }
    throw unwritable(folder);
  }
}

async function fileIn(folder: UxpFolder, path: string): Promise<UxpFile | null> {
  try {
    const entry = await folder.getEntry(path);
    return isFile(entry) ? entry : null;
  } catch {
    return null;
  }
}

async function sameSize(one: UxpFile, other: UxpFile): Promise<boolean> {
  return (await one.getMetadata()).size === (await other.getMetadata()).size;
}

function unwritable(folder: UxpFolder, cause?: unknown): HostError {
  return new HostError({
    what: "The music could not be copied into your media folder.",
    input: folder.nativePath,
    next: "Check that the disk is connected, writable and not full, then insert again.",
    cause,
  });
}
