import type { MusicFolder } from "../../src/contract/editor-host.ts";
import { HostError } from "../../src/contract/errors.ts";
import { activeProject, ask, maybe, orElse, type Premiere } from "../premiere.ts";
import { isFolder, type UxpFileSystem, type UxpFolder, type UxpKeyValueStore } from "../uxp/uxp.ts";
import { isWithin } from "./paths.ts";

/** Where the folder's token is kept; each project has a key of its own, made from its id. */
const TOKEN_KEY = "needledrop.music-folder";

/**
 * The folder on the editor's disk that takes the music of the open project. It is asked for once
 * and remembered: projects must not point into the plugin's own folder, which an update or removal
 * takes away.
 */
export class ProjectMusicFolder {
  constructor(
    private readonly premiere: Premiere,
    private readonly fileSystem: UxpFileSystem,
    private readonly memory: UxpKeyValueStore,
  ) {}

  /** See `EditorHost.readMusicFolder`. */
  async read(): Promise<MusicFolder> {
    return { path: (await this.known())?.nativePath ?? null };
  }

  /** See `EditorHost.chooseMusicFolder`; whoever cancels keeps the folder they had. */
  async change(): Promise<MusicFolder> {
    return { path: (await this.pick())?.nativePath ?? null };
  }

  /** The remembered folder, or null when none was chosen or it can no longer be reached. */
  async known(): Promise<UxpFolder | null> {
    const key = await this.key();
    const token = await orElse(null, () => this.memory.getItem(key));
    if (token === null) return null;
    const folder = await orElse(null, () => this.reach(token));
    if (folder === null) await orElse(undefined, () => this.memory.removeItem(key));
    return folder;
  }

  /**
   * Asks the editor for a folder and remembers it.
   * @throws HostError none was chosen, or not one that can take the music
   */
  async choose(): Promise<UxpFolder> {
    const folder = await this.pick();
    if (folder !== null) return folder;
    throw new HostError({
      what: "No folder was chosen for the music.",
      next: "Try again and choose a folder that stays with your project, such as its media folder.",
    });
  }

  /** Null when the editor cancels. */
  private async pick(): Promise<UxpFolder | null> {
    // Before the question: another project may be in front by the time it is answered.
    const key = await this.key();
    const answer = await ask("Premiere could not ask for a folder.", "music folder", () =>
      this.fileSystem.getFolder(),
    );
    const folder = maybe(answer) ?? null;
    if (folder === null) return null;
    const { nativePath } = folder;
    const own = await orElse(null, () => this.fileSystem.getPluginFolder());
    if (own !== null && isWithin(nativePath, own.nativePath)) throw ownFolder(nativePath);
    await ask("Premiere could not remember the folder for the music.", nativePath, async () => {
      this.memory.setItem(key, await this.fileSystem.createPersistentToken(folder));
    });
    return folder;
  }

  /** The folder behind a token; rejects where UXP answers an entry that cannot be used any more. */
  private async reach(token: string): Promise<UxpFolder | null> {
    const entry = await this.fileSystem.getEntryForPersistentToken(token);
    if (!isFolder(entry)) return null;
    await entry.getEntries();
    return entry;
  }

  private async key(): Promise<string> {
    const project = await activeProject(this.premiere);
    const id = await orElse("", () => maybe(project?.guid)?.toString() ?? "");
    return id === "" ? TOKEN_KEY : `${TOKEN_KEY}.${id}`;
  }
}

const ownFolder = (input: string): HostError =>
  new HostError({
    what: "Music cannot be kept in Needledrop's own folder, which an update empties.",
    input,
    next: "Choose a folder that stays with your project, such as its media folder.",
  });
