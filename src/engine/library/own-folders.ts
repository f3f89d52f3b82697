import {
  SKIPPED_LIMIT,
  type FolderAccess,
  type FolderProgress,
  type FolderReport,
  type LibraryFolder,
} from "../../contract/folder.ts";
import { isOffered, type Track } from "../../contract/track.ts";
import type { AudioTower } from "../encode/audio-tower.ts";
import type { SectionIndex } from "../index/section-index.ts";
import type { ModelSource } from "../open.ts";
import type { LibraryStore, StoredFolder } from "../store/library-store.ts";
import { catalogueFiles, type CatalogueFiles } from "./catalogue-files.ts";
import { accessedFolder, type OpenNet } from "./accessed-folder.ts";
import { KeptFolder } from "./kept-folder.ts";
import { updateParts, type FolderParts } from "./update-library.ts";

/** What the editor's folders need of the engine. */
export interface OwnFolderParts {
  readonly model: ModelSource;
  readonly store: LibraryStore;
  /** Opens the audio tower; asked for at the first file to embed, and kept. */
  readonly openTower: () => Promise<AudioTower>;
  /** Opens the net that hears beats; asked for at every file. */
  readonly openNet?: OpenNet;
  /** The catalogues whose tracks files of a folder may be; asked for once. */
  readonly catalogue?: () => readonly Track[];
  /** Told of the indexes to search whenever there are others, and of none that are the same. */
  readonly onIndexes: (indexes: readonly SectionIndex[]) => void;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** How often new tracks appear while a folder is read, in milliseconds. */
const PUBLISH_EVERY = 5000;
/** At most this share of the time goes into making them appear. */
const PUBLISH_SHARE = 0.05;

/** The editor's own folders: their indexes, and bringing them up to date, one at a time each. */
export class OwnFolders {
  private readonly folders = new Map<string, KeptFolder>();
  private readonly running = new Map<string, AbortController>();
  private tower: Promise<AudioTower> | null = null;
  private recognised: CatalogueFiles | null = null;

  private constructor(private readonly parts: OwnFolderParts) {}

  /**
   * Reads the folders that were kept. A part that is damaged, or was made with another version of the
   * pack, is left out, and embedded again when the folder is read.
   * @throws StorageError the store cannot be read.
   */
  static async open(parts: OwnFolderParts): Promise<OwnFolders> {
    const own = new OwnFolders(parts);
    for (const folder of await parts.store.folders()) await own.folderOf(folder).read();
    own.publish();
    return own;
  }

  list(): LibraryFolder[] {
    return [...this.folders.values()]
      .filter(({ indexes, staleTracks }) => indexes.length > 0 || staleTracks > 0)
      .map((kept) => listed(kept.folder, kept.indexes, kept.staleTracks));
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
    const { model, now = () => performance.now() } = this.parts;
    this.stop(id);
    const running = new AbortController();
    this.running.set(id, running);

    const accessed = accessedFolder(access);
    let [done, total, next] = [0, 0, now() + PUBLISH_EVERY];
    const publishSometimes = (): void => {
      const begun = now();
      if (begun < next) return;
      this.publish();
      next = now() + Math.max(PUBLISH_EVERY, (now() - begun) / PUBLISH_SHARE);
    };
    try {
      const run = await this.folderOf({ id, name }).begin();
      const made = await updateParts({
        source: accessed.source,
        model,
        embedders: [accessed.embedder(() => this.openTower(), this.parts.openNet)],
        reference: ({ name: file }) => ({ kind: "file", path: pathIn(access.path, file) }),
        signal: running.signal,
        catalogue: this.catalogueFiles,
        takes: access.takes ?? "all",
        library: {
          ...run,
          keep: async (one) => {
            await run.keep(one);
            publishSometimes();
          },
        },
        onStart: (files) => onProgress({ done, total: (total = files) }),
        onFile: () => onProgress({ done: (done += 1), total }),
      });
      await run.finish(made.parts);
      this.publish();
      const folder = listed({ id, name }, made.parts, this.folderOf({ id, name }).staleTracks);
      return reportOf(folder, made, running.signal.aborted);
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
    const folder = this.folders.get(id);
    this.folders.delete(id);
    await (folder === undefined ? this.parts.store.remove(id) : folder.forget());
    this.publish();
  }

  private get catalogueFiles(): CatalogueFiles {
    return (this.recognised ??= catalogueFiles(this.parts.catalogue?.() ?? []));
  }

  private openTower(): Promise<AudioTower> {
    this.tower ??= this.parts.openTower();
    // The next file may have more luck.
    this.tower.catch(() => (this.tower = null));
    return this.tower;
  }

  /** A folder that is known, or a new one. */
  private folderOf(folder: StoredFolder): KeptFolder {
    const { store, model } = this.parts;
    const known = this.folders.get(folder.id) ?? new KeptFolder(folder, store, model.pack);
    this.folders.set(folder.id, known);
    return known;
  }

  private publish(): void {
    this.parts.onIndexes([...this.folders.values()].flatMap(({ indexes }) => indexes));
  }
}

/** How many tracks are offered; of a track in two indexes, the first counts. */
function offeredIn(indexes: readonly SectionIndex[]): number {
  const [seen, offered] = [new Set<string>(), new Set<string>()];
  for (const track of indexes.flatMap(({ tracks }) => tracks)) {
    if (isOffered(track) && !seen.has(track.id)) offered.add(track.id);
    seen.add(track.id);
  }
  return offered.size;
}

const listed = (
  { id, name }: StoredFolder,
  indexes: readonly SectionIndex[],
  stale: number,
): LibraryFolder => ({
  ...{ id, name, tracks: offeredIn(indexes) },
  ...(stale === 0 ? {} : { stale }),
});

function reportOf(folder: LibraryFolder, made: FolderParts, stopped: boolean): FolderReport {
  const { parts, embedded, skipped } = made;
  const files = parts.flatMap(({ tracks }) => tracks.flatMap(({ file }) => file ?? []));
  return {
    folder,
    embedded,
    missing: files.filter(({ missing }) => missing === true).map((file) => file.name),
    copies: files.filter(({ duplicateOf }) => duplicateOf !== undefined).length,
    skipped: skipped.slice(0, SKIPPED_LIMIT).map((error) => ({
      name: error.input ?? folder.name,
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
