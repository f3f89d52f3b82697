import type { AssetSource } from "../../contract/engine.ts";
import { asNeedledropError } from "../../contract/errors.ts";
import type { AddedPack } from "../../contract/pack.ts";
import type { Track } from "../../contract/track.ts";
import type { AudioTower } from "../encode/audio-tower.ts";
import type { Words } from "../encode/clap/describe-clap.ts";
import { loadPack } from "../encode/pack.ts";
import { assetsWith, readOnce, type PackFolder } from "../encode/pack-folder.ts";
import { takePack, type TakenPack } from "../encode/take-pack.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import type { SectionIndex } from "../index/section-index.ts";
import {
  openAudioTower,
  openBeatNet,
  openSearcher,
  searcherOver,
  type ModelSource,
  type OpenedSearcher,
} from "../open.ts";
import type { LibraryStore } from "../store/library-store.ts";
import type { ModelToKeep, PackStore, StoredPack } from "../store/pack-store.ts";
import { forgetPack, storeOf } from "../store/store-of-packs.ts";
import type { FoldersOfPack } from "./folders-of-packs.ts";
import { earOf, type PackEar } from "./heard-references.ts";
import { OwnFolders } from "./own-folders.ts";

/** What added packs need of the engine. */
export interface AddedPackParts extends Pick<ModelSource, "runtime"> {
  readonly store: PackStore;
  readonly library: LibraryStore;
  /** Where the runtime's files come from. */
  readonly assets: AssetSource;
  readonly words: () => Promise<Words>;
  /** See `OwnFolderParts`. */
  readonly catalogue: () => readonly Track[];
  /** Resolves when what ships can be searched: until then, added packs are not opened. */
  readonly ready: Promise<void>;
  /** Told whenever there is something else to search with. */
  readonly onChange: () => void;
}

/** A pack that the editor added, and the editor's folders as it knows them. */
interface Added {
  readonly stored: StoredPack;
  /** Null if the pack cannot be used. */
  readonly folders: OwnFolders | null;
  searcher: OpenedSearcher | null;
  problem: string | null;
  /** Hears a reference; null if the pack cannot be used. */
  readonly ear: (() => Promise<PackEar>) | null;
  release(): Promise<void>;
}

/** The packs that the editor added to the panel. Each is opened once there is something to search. */
export class AddedPacks {
  private readonly added = new Map<string, Added>();

  private constructor(private readonly parts: AddedPackParts) {}

  /** Reads which packs there are. @throws StorageError a store cannot be read */
  static async open(parts: AddedPackParts): Promise<AddedPacks> {
    const packs = new AddedPacks(parts);
    for (const stored of await parts.store.packs()) await packs.enter(stored);
    return packs;
  }

  list(): AddedPack[] {
    return [...this.added.values()].map(({ stored, folders, problem }) => ({
      ...{ hash: stored.hash, id: stored.id, licence: stored.licence, bytes: stored.bytes },
      tracks: folders?.list().reduce((sum, { tracks }) => sum + tracks, 0) ?? 0,
      ...(problem === null ? {} : { problem }),
    }));
  }

  has(hash: string): boolean {
    return this.added.has(hash);
  }

  folders(): FoldersOfPack[] {
    return [...this.added.values()].flatMap(({ stored: { id }, folders }) =>
      folders === null ? [] : [{ id, folders }],
    );
  }

  searchers(): OpenedSearcher[] {
    return [...this.added.values()].flatMap(({ searcher }) => searcher ?? []);
  }

  /** What hears a reference, for each pack that searches. @throws DeviceError */
  async ears(): Promise<PackEar[]> {
    const searching = [...this.added.values()].filter(({ searcher }) => searcher !== null);
    const ears: PackEar[] = [];
    for (const { ear } of searching) if (ear !== null) ears.push(await ear());
    return ears;
  }

  /**
   * Verifies a pack and keeps it. One that is there already stays as it is.
   * @throws PackError it is none, or is damaged.
   * @throws StorageError there is no room for it.
   * @throws DeviceError the device cannot run it.
   */
  async add(folder: PackFolder, onProgress?: (done: number) => void): Promise<AddedPack> {
    const taken = await takePack(readOnce(folder), {
      ...this.parts,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    const { hash } = taken.pack;
    if (!this.added.has(hash)) await this.enter(await this.parts.store.write(toKeep(taken)));
    const [made] = this.list().filter((pack) => pack.hash === hash);
    if (made === undefined) throw new RangeError("the pack was removed meanwhile");
    return made;
  }

  /** Forgets a pack, and all that was embedded with it. @throws StorageError */
  async remove(hash: string): Promise<void> {
    const added = this.added.get(hash);
    this.added.delete(hash);
    for (const { id } of added?.folders?.list() ?? []) added?.folders?.stop(id);
    this.parts.onChange();
    await this.parts.store.remove(hash);
    await forgetPack(this.parts.library, hash);
    await added?.release();
  }

  async release(): Promise<void> {
    await Promise.all([...this.added.values()].map((added) => added.release()));
  }

  private async enter(stored: StoredPack): Promise<void> {
    try {
      this.added.set(stored.hash, await this.opened(stored));
    } catch (thrown) {
      const { what, next } = asNeedledropError(thrown);
      const unusable = {
        ...{ stored, folders: null, searcher: null, ear: null },
        problem: `${what} ${next}`,
      };
      this.added.set(stored.hash, { ...unusable, release: () => Promise.resolve() });
    }
  }

  private async opened(stored: StoredPack): Promise<Added> {
    const { store, library, assets, runtime, catalogue, ready, onChange } = this.parts;
    const files = assetsWith(assets, (file) => store.read(stored.hash, file));
    const model: ModelSource = { pack: await loadPack(files), runtime };
    let tower: Promise<AudioTower> | null = null;
    let net: Promise<BeatNet | null> | null = null;
    let first: Promise<OpenedSearcher> | null = null;
    let latest: readonly SectionIndex[] = [];
    let entered: Added | null = null;

    /** Opens the text tower in the background when there is something to search. */
    const search = async (added: Added): Promise<void> => {
      await ready;
      const indexes = latest;
      try {
        first ??= openSearcher({ ...model, indexes });
        const opened = await first;
        if (indexes !== latest) return;
        added.searcher = indexes.length === 0 ? null : searcherOver(indexes, opened);
        added.problem = null;
      } catch (thrown) {
        first = null; // With the next change it may open.
        const { what, next } = asNeedledropError(thrown);
        added.problem = `${what} ${next}`;
      }
      onChange();
    };
    const folders = await OwnFolders.open({
      model,
      catalogue,
      store: storeOf(library, (hash) => hash === stored.hash),
      openTower: () => (tower ??= openAudioTower(model)),
      openNet: () => (net ??= openBeatNet(model).catch(() => null)),
      onIndexes: (indexes) => {
        latest = indexes;
        if (entered !== null && (indexes.length > 0 || first !== null)) void search(entered);
      },
    });
    const added: Added = (entered = {
      ...{ stored, folders, searcher: null, problem: null },
      ear: async () => earOf(model.pack, await (tower ??= openAudioTower(model))),
      release: async () => {
        await (await first?.catch(() => null))?.release();
        await (await tower?.catch(() => null))?.release();
        await (await net)?.release();
      },
    });
    if (latest.length > 0) void search(added);
    return added;
  }
}

const toKeep = (taken: TakenPack): ModelToKeep => {
  const { hash, id, manifest } = taken.pack;
  const read = (file: string): Promise<Uint8Array<ArrayBuffer>> => taken.read(file);
  return { hash, id, licence: manifest.licence.id, files: taken.files, read };
};
