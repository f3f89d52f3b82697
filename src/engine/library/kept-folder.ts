import type { Track } from "../../contract/track.ts";
import type { PackIdentity } from "../encode/pack.ts";
import { packHashOf, readIndex } from "../index/reader.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { indexBytes } from "../index/writer.ts";
import type { LibraryStore, StoredFolder, StoredIndex } from "../store/library-store.ts";
import { embeddedIn } from "./embedded-in.ts";
import { gatherAll } from "./parts.ts";
import type { Library } from "./update-library.ts";

/** A run that brings a folder up to date, as the library keeps it. */
export interface FolderRun extends Required<Library> {
  /** Replaces all that the run knew by these parts. Of two runs, neither takes away the other's. */
  finish(parts: readonly SectionIndex[]): Promise<void>;
}

/** An index of another pack, and where it is stored. */
interface StaleIndex extends Pick<StoredIndex, "key"> {
  readonly from: "parts" | "journal";
  readonly tracks: readonly Track[];
}

/** A folder of the library: its index in parts, in memory and in the store. */
export class KeptFolder {
  /** As they are stored, the oldest first. */
  private parts: readonly SectionIndex[] = [];
  /** What has been embedded since, one index for each track. */
  private fresh: readonly SectionIndex[] = [];
  /** Where indexes are stored. */
  private readonly keys = new WeakMap<SectionIndex, number>();
  /** Keys of parts that are damaged. */
  private spoilt: readonly number[] = [];
  /** What was made with another version of the pack: its tracks are known, and cannot be searched. */
  private stale: readonly StaleIndex[] = [];
  private isForgotten = false;

  constructor(
    readonly folder: StoredFolder,
    private readonly store: LibraryStore,
    private readonly pack: PackIdentity,
  ) {}

  /** Reads what is stored. @throws StorageError */
  async read(): Promise<void> {
    const { id } = this.folder;
    const { indexes, spoilt, stale } = await this.readable(this.store.parts(id), "parts");
    this.parts = indexes;
    this.spoilt = spoilt;
    const left = await this.readable(await this.store.journal(id), "journal");
    this.stale = [...stale, ...left.stale];
  }

  /** How many tracks must be embedded anew. */
  get staleTracks(): number {
    const isDone = embeddedIn(this.indexes);
    const left = this.stale.flatMap(({ tracks }) => tracks).filter((track) => !isDone(track));
    return new Set(left.map(({ id }) => id)).size;
  }

  /** What to search, the newest first: where a file was embedded twice, that comes before. */
  get indexes(): SectionIndex[] {
    const fresh = this.fresh.length === 0 ? [] : [gatherAll(this.fresh)];
    return [...fresh, ...[...this.parts].reverse()];
  }

  /** Begins to bring the folder up to date. @throws StorageError */
  async begin(): Promise<FolderRun> {
    const { id } = this.folder;
    const left = await this.readable(await this.store.journal(id), "journal");
    const known = [...this.parts, ...left.indexes];
    const settled = [...left.spoilt, ...this.keysOf(left.indexes)];
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
        // A track whose file is away stays known until it has been embedded anew.
        const isDone = embeddedIn(parts);
        const done = (await this.stillStale()).filter(({ tracks }) => tracks.every(isDone));
        const keys = (from: StaleIndex["from"]): number[] =>
          done.filter((index) => index.from === from).map(({ key }) => key);
        await replace(added, gone, {
          settled: [...settled, ...own, ...keys("journal")],
          spoilt: [...spoilt, ...keys("parts")],
        });
        unkept(made);
        this.spoilt = [];
        this.stale = this.stale.filter(({ tracks }) => !tracks.every(isDone));
      },
    };
  }

  /** Forgets the folder. A run that has not ended keeps nothing more. @throws StorageError */
  async forget(): Promise<void> {
    this.isForgotten = true;
    await this.store.remove(this.folder.id);
  }

  /** An older version of the pack may have been added meanwhile, and then has its indexes back. */
  private async stillStale(): Promise<readonly StaleIndex[]> {
    if (this.stale.length === 0) return [];
    const { id } = this.folder;
    const parts = await this.readable(this.store.parts(id), "parts");
    const journal = await this.readable(await this.store.journal(id), "journal");
    return [...parts.stale, ...journal.stale];
  }

  private keysOf(indexes: readonly SectionIndex[]): number[] {
    return indexes.flatMap((index) => this.keys.get(index) ?? []);
  }

  private async readable(
    stored: AsyncIterable<StoredIndex> | Iterable<StoredIndex>,
    from: StaleIndex["from"],
  ): Promise<{
    readonly indexes: SectionIndex[];
    readonly spoilt: number[];
    readonly stale: StaleIndex[];
  }> {
    const [indexes, spoilt] = [[] as SectionIndex[], [] as number[]];
    const stale: StaleIndex[] = [];
    for await (const { key, bytes } of stored) {
      try {
        const index = readIndex(bytes, null);
        if (packHashOf(bytes) === this.pack.hash) {
          this.keys.set(index, key);
          indexes.push(index);
        } else if (nameOf(index.pack) === nameOf(this.pack.id)) {
          stale.push({ key, from, tracks: index.tracks });
        }
      } catch {
        spoilt.push(key);
      }
    }
    return { indexes, spoilt, stale };
  }
}

/** The name in `name@version`. */
const nameOf = (id: string): string => id.split("@", 1)[0] ?? id;
