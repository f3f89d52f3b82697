import { HostError } from "../src/contract/errors.ts";
import { isFolder, type UxpFileSystem, type UxpFolder, type UxpKeyValueStore } from "./uxp.ts";

const TOKEN_KEY = "needledrop.media-folder";

/**
 * The folder on the editor's disk that takes the music. It is asked for once and remembered:
 * projects must not point into the plugin's own folder, which an update or removal takes away.
 */
export class MediaFolder {
  constructor(
    private readonly fileSystem: UxpFileSystem,
    private readonly memory: UxpKeyValueStore,
  ) {}

  /** The remembered folder, or null when none was chosen or it can no longer be reached. */
  async known(): Promise<UxpFolder | null> {
    const token = this.memory.getItem(TOKEN_KEY);
    if (token === null) return null;
    try {
      const entry = await this.fileSystem.getEntryForPersistentToken(token);
      return isFolder(entry) ? entry : null;
    } catch {
      this.memory.removeItem(TOKEN_KEY);
      return null;
    }
  }

  /**
   * Asks the editor for a folder and remembers it.
   * @throws HostError none was chosen
   */
  async choose(): Promise<UxpFolder> {
    const folder = await this.fileSystem.getFolder();
    if (folder === null) {
      throw new HostError({
        what: "No folder was chosen for the music.",
        next: "Try again and choose a folder that stays with your project, such as its media folder.",
      });
    }
    this.memory.setItem(TOKEN_KEY, await this.fileSystem.createPersistentToken(folder));
    return folder;
  }
}
