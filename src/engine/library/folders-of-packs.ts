import type {
  FolderAccess,
  FolderProgress,
  FolderReport,
  LibraryFolder,
} from "../../contract/folder.ts";
import type { OwnFolders } from "./own-folders.ts";

/** The editor's folders as one pack knows them. */
export interface FoldersOfPack {
  /** Id of the pack. */
  readonly id: string;
  readonly folders: OwnFolders;
}

/**
 * The editor's folders with every pack: each pack has indexes of its own of them. What is told of a
 * folder is what the pack that ships knows.
 */
export class FoldersOfPacks {
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly bundled: OwnFolders,
    private readonly added: () => readonly FoldersOfPack[],
  ) {}

  list(): LibraryFolder[] {
    const others = this.added().map(({ folders }) => folders.list());
    return this.bundled.list().map((folder) => {
      const known = others.map((list) => list.find(({ id }) => id === folder.id)?.tracks ?? 0);
      const waiting = folder.tracks - Math.min(folder.tracks, ...known);
      return waiting === 0 ? folder : { ...folder, waiting };
    });
  }

  /**
   * Brings a folder up to date with one pack after the other, the one that ships first. A second call
   * for the same folder ends the first.
   * @throws the errors of `OwnFolders.update`
   */
  async update(
    access: FolderAccess,
    onProgress: (progress: FolderProgress) => void = () => undefined,
  ): Promise<FolderReport> {
    this.stop(access.id);
    const running = new AbortController();
    const { signal } = running;
    this.running.set(access.id, running);
    try {
      const report = await this.bundled.update(access, onProgress);
      for (const { id, folders } of this.added()) {
        if (signal.aborted) break;
        await folders.update(access, (progress) => onProgress({ ...progress, pack: id }));
      }
      return { ...report, stopped: report.stopped || signal.aborted };
    } finally {
      if (this.running.get(access.id) === running) this.running.delete(access.id);
    }
  }

  /** Ends bringing a folder up to date, after the file in flight. What was embedded is kept. */
  stop(id: string): void {
    this.running.get(id)?.abort();
    this.bundled.stop(id);
    for (const { folders } of this.added()) folders.stop(id);
  }

  /** Forgets a folder. Its files are not touched. */
  async remove(id: string): Promise<void> {
    this.stop(id);
    await this.bundled.remove(id);
    for (const { folders } of this.added()) await folders.remove(id);
  }
}
