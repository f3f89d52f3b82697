import {
  SKIPPED_LIMIT,
  type FolderAccess,
  type FolderProgress,
  type FolderReport,
  type LibraryFolder,
} from "../../contract/folder.ts";
import { isOffered } from "../../contract/track.ts";
import type { AudioTower } from "../encode/audio-tower.ts";
import { joinIndexes } from "../index/join.ts";
import { readIndex } from "../index/reader.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { indexBytes } from "../index/writer.ts";
import type { ModelSource } from "../open.ts";
import type { LibraryStore } from "../store/library-store.ts";
import { accessedFolder } from "./accessed-folder.ts";
import { updateLibrary, type FolderIndex } from "./update-library.ts";

/** What the editor's folders need of the engine. */
export interface OwnFolderParts {
  readonly model: ModelSource;
  readonly store: LibraryStore;
  /** Opens the audio tower; asked for at the first file to embed, and kept. */
  readonly openTower: () => Promise<AudioTower>;
  /** Told of the indexes to search whenever there are others, and of none that are the same. */
  readonly onIndexes: (indexes: readonly SectionIndex[]) => void;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** How often new tracks appear while a folder is read, in milliseconds. */
const PUBLISH_EVERY = 5000;

/** A folder, as it is searched. */
interface Folder {
  readonly name: string;
  readonly index: SectionIndex;
}

/** The editor's own folders: their indexes, and bringing them up to date, one at a time each. */
export class OwnFolders {
  private readonly folders = new Map<string, Folder>();
  private readonly running = new Map<string, AbortController>();
  private tower: Promise<AudioTower> | null = null;

  private constructor(private readonly parts: OwnFolderParts) {}

  /**
   * Reads the folders that were kept. One whose index is damaged, or was made with another pack, is
   * read again when the folder is; until then it has no tracks.
   * @throws StorageError the store cannot be read.
   */
  static async open(parts: OwnFolderParts): Promise<OwnFolders> {
    const own = new OwnFolders(parts);
    for (const { id, name, index } of await parts.store.folders()) {
      const read = own.readable(index);
      if (read !== null) own.folders.set(id, { name, index: read });
    }
    own.publish();
    return own;
  }

  list(): LibraryFolder[] {
    return [...this.folders].map(([id, folder]) => folderOf(id, folder));
  }

  /**
   * Adds a folder, or brings it up to date. A second call for the same folder ends the first.
   * @throws HostError the folder cannot be read.
   * @throws AudioError none of its files could be indexed.
   * @throws UsageError its track list is malformed.
   * @throws StorageError there is no room left to keep it; what was kept before stays.
   */
  async update(
    access: FolderAccess,
    onProgress: (progress: FolderProgress) => void = () => undefined,
  ): Promise<FolderReport> {
    const { id, name } = access;
    const { model, store, now = () => performance.now() } = this.parts;
    this.stop(id);
    const running = new AbortController();
    this.running.set(id, running);

    const before = this.folders.get(id);
    const left = (await store.journal(id)).flatMap((bytes) => this.readable(bytes) ?? []);
    const known = [...(before === undefined ? [] : [before.index]), ...left];
    const kept: SectionIndex[] = [];
    let [done, total, last] = [0, 0, now()];
    const folder = accessedFolder(access);
    try {
      const made = await updateLibrary({
        source: folder.source,
        model,
        embedders: [folder.embedder(() => this.openTower())],
        reference: ({ name: file }) => ({ kind: "file", path: pathIn(access.path, file) }),
        signal: running.signal,
        library: {
          known,
          keep: async (one) => {
            await store.keep(id, indexBytes(model.pack, one));
            kept.push(one);
            if (now() - last < PUBLISH_EVERY) return;
            last = now();
            // What was embedded now comes before what the same file was.
            this.enter(id, { name, index: joinIndexes([...kept, ...known]) });
          },
        },
        onStart: (files) => onProgress({ done, total: (total = files) }),
        onFile: () => onProgress({ done: (done += 1), total }),
      });
      await store.write({ id, name, index: new Uint8Array(made.bytes) });
      this.enter(id, { name, index: made.index });
      return reportOf(id, name, made, running.signal.aborted);
    } finally {
      if (this.running.get(id) === running) this.running.delete(id);
    }
  }

  /** Ends bringing a folder up to date, after the file in flight. What was embedded is kept. */
  stop(id: string): void {
    this.running.get(id)?.abort();
  }

  /** Forgets a folder. Its files are not touched. */
  async remove(id: string): Promise<void> {
    this.stop(id);
    await this.parts.store.remove(id);
    if (this.folders.delete(id)) this.publish();
  }

  private openTower(): Promise<AudioTower> {
    this.tower ??= this.parts.openTower();
    // The next file may have more luck.
    this.tower.catch(() => (this.tower = null));
    return this.tower;
  }

  private enter(id: string, folder: Folder): void {
    this.folders.set(id, folder);
    this.publish();
  }

  private publish(): void {
    this.parts.onIndexes([...this.folders.values()].map(({ index }) => index));
  }

  private readable(bytes: Uint8Array): SectionIndex | null {
    try {
      return readIndex(bytes, this.parts.model.pack);
    } catch {
      return null;
    }
  }
}

function folderOf(id: string, { name, index }: Folder): LibraryFolder {
  return { id, name, tracks: index.tracks.filter(isOffered).length };
}

function reportOf(id: string, name: string, made: FolderIndex, stopped: boolean): FolderReport {
  const { index, embedded, skipped } = made;
  const files = index.tracks.flatMap(({ file }) => file ?? []);
  return {
    folder: folderOf(id, { name, index }),
    embedded,
    missing: files.filter(({ missing }) => missing === true).map((file) => file.name),
    copies: files.filter(({ duplicateOf }) => duplicateOf !== undefined).length,
    skipped: skipped.slice(0, SKIPPED_LIMIT).map((error) => ({
      name: error.input ?? name,
      what: error.what,
      next: error.next,
    })),
    skippedFiles: skipped.length,
    stopped,
  };
}

/** The path of a file, with the separators that its folder has. */
function pathIn(folder: string, name: string): string {
  const isWindows = folder.includes("\\") && !folder.includes("/");
  const separator = isWindows ? "\\" : "/";
  const base = folder.endsWith(separator) ? folder : folder + separator;
  return base + (isWindows ? name.replaceAll("/", "\\") : name);
}
