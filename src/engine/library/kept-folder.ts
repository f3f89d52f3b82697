import type { PackIdentity } from "../encode/pack.ts";
import { readIndex } from "../index/reader.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { indexBytes } from "../index/writer.ts";
import type { LibraryStore, StoredFolder, StoredIndex } from "../store/library-store.ts";
import { gatherAll } from "./parts.ts";
import type { Library } from "./update-library.ts";

/** A run that brings a folder up to date, as the library keeps it. */
export interface FolderRun extends Required<Library> {
  /** Replaces all that the run knew by these parts. Of two runs, neither takes away the other's. */
  finish(parts: readonly SectionIndex[]): Promise<void>;
}

/** A folder of the library: its index in parts, in memory and in the store. */
export class KeptFolder {
  /** As they are stored, the oldest first. */
  private parts: readonly SectionIndex[] = [];
  /** What has been embedded since, one index for each track. */
  private fresh: readonly SectionIndex[] = [];
  /** Where indexes are stored. */
  private readonly keys = new WeakMap<SectionIndex, number>();
  /** Keys of parts that cannot be used: they are damaged, or of another pack. */
  private spoilt: readonly number[] = [];
  private isForgotten = false;

  constructor(
    readonly folder: StoredFolder,
    private readonly store: LibraryStore,
    private readonly pack: PackIdentity,
  ) {}

  /** Reads what is stored. @throws StorageError */
  async read(): Promise<void> {
    const [parts, spoilt] = [[] as SectionIndex[], [] as number[]];
    for await (const stored of this.store.parts(this.folder.id)) {
      const part = this.readable(stored);
      if (part === null) spoilt.push(stored.key);
      else parts.push(part);
    }
    this.parts = parts;
    this.spoilt = spoilt;
  }

  /** What to search, the newest first: where a file was embedded twice, that comes before. */
  get indexes(): SectionIndex[] {
    const fresh = this.fresh.length === 0 ? [] : [gatherAll(this.fresh)];
    return [...fresh, ...[...this.parts].reverse()];
  }

  /** Begins to bring the folder up to date. @throws StorageError */
  async begin(): Promise<FolderRun> {
    const { id } = this.folder;
    const left = await this.store.journal(id);
    const known = [...this.parts, ...left.flatMap((track) => this.readable(track) ?? [])];
    const settled = left.map(({ key }) => key);
    const [made, spoilt] = [[] as SectionIndex[], this.spoilt];

    const replace = async (
      added: readonly SectionIndex[],
      gone: readonly SectionIndex[],
      change: { readonly settled: readonly number[]; readonly spoilt?: readonly number[] },
    ): Promise<void> => {
      if (this.isForgotten) return;
      const removed = [...this.keysOf(gone), ...(change.spoilt ?? [])];
      const bytes = added.map((part) => indexBytes(this.pack, part));
      const keys = await this.store.change(this.folder, {
        ...{ added: bytes, removed, settled: change.settled },
      });
      added.forEach((part, i) => this.keys.set(part, keys[i] ?? NaN));
      this.parts = [...this.parts.filter((part) => !gone.includes(part)), ...added];
    };
    const unkept = (tracks: readonly SectionIndex[]): void => {
      this.fresh = this.fresh.filter((one) => !tracks.includes(one));
    };
    return {
      known,
      keep: async (one) => {
        if (this.isForgotten) return;
        this.keys.set(one, await this.store.keep(id, indexBytes(this.pack, one)));
        this.fresh = [...this.fresh, one];
        made.push(one);
      },
      keepPart: async (part, tracks) => {
        await replace([part], [], { settled: this.keysOf(tracks) });
        unkept(tracks);
        made.push(part);
      },
      finish: async (parts) => {
        const before = [...known, ...made].filter((index) => this.parts.includes(index));
        const added = parts.filter((part) => !before.includes(part));
        const gone = before.filter((part) => !parts.includes(part));
        const own = this.keysOf(made.filter((one) => this.fresh.includes(one)));
        await replace(added, gone, { settled: [...settled, ...own], spoilt });
        unkept(made);
        this.spoilt = [];
      },
    };
  }

  /** Forgets the folder. A run that has not ended keeps nothing more. @throws StorageError */
  async forget(): Promise<void> {
    this.isForgotten = true;
    await this.store.remove(this.folder.id);
  }

  private keysOf(indexes: readonly SectionIndex[]): number[] {
    return indexes.flatMap((index) => this.keys.get(index) ?? []);
  }

  private readable({ key, bytes }: StoredIndex): SectionIndex | null {
    try {
      const index = readIndex(bytes, this.pack);
      this.keys.set(index, key);
      return index;
    } catch {
      return null;
    }
  }
}
