import type { AssetSource, EngineInfo, LoadOptions } from "../contract/engine.ts";
import { isLocal } from "../contract/track.ts";
import type { AudioTower } from "./encode/audio-tower.ts";
import type { OpenRuntime, Runtime } from "./encode/runtime.ts";
import type { SectionIndex } from "./index/section-index.ts";
import { OwnFolders } from "./library/own-folders.ts";
import {
  loadPack,
  openAudioTower,
  openSearcher,
  searcherOver,
  type ModelSource,
  type OpenedSearcher,
} from "./open.ts";
import type { ProgressReport } from "./progress.ts";
import { loadBundledIndex } from "./store/bundled-index.ts";
import { openLibraryStore } from "./store/library-store.ts";

/** What an engine needs to answer. */
export interface Loaded {
  readonly info: EngineInfo;
  /** Over the bundled index and the editor's folders, as they are now. */
  readonly searcher: () => OpenedSearcher;
  /** The editor's folders. @throws StorageError this page may keep nothing */
  readonly folders: () => Promise<OwnFolders>;
  /** Frees the models. */
  readonly release: () => Promise<void>;
}

/** Opens the searcher from a page's assets, and reports how far it has come. */
export async function loadAll(
  openRuntime: OpenRuntime,
  assets: AssetSource,
  { device, indexHash }: LoadOptions,
  report: ProgressReport,
): Promise<Loaded> {
  const begun = performance.now();
  const pack = await report.follow("pack", loadPack(assets));
  const bundled = report.follow("index", loadBundledIndex(assets, { pack, indexHash }));
  let runtime: Promise<Runtime> | null = null;
  // One runtime for both towers: its WebAssembly is the largest of all assets.
  const model: ModelSource = {
    pack,
    device,
    runtime: (...where) => (runtime ??= report.follow("runtime", openRuntime(...where))),
  };
  const opening = openSearcher({ ...model, indexes: bundled.then(({ index }) => [index]) });

  let tower: Promise<AudioTower> | null = null;
  let folders: Promise<OwnFolders> | null = null;
  let own: readonly SectionIndex[] = [];
  let onIndexes = (): void => undefined;
  const openFolders = async (): Promise<OwnFolders> =>
    OwnFolders.open({
      model,
      store: await openLibraryStore(),
      catalogue: () => index.tracks,
      openTower: () => (tower ??= openAudioTower(model)),
      onIndexes: (indexes) => {
        own = indexes;
        onIndexes();
      },
    });
  const foldersOnce = (): Promise<OwnFolders> => {
    folders ??= openFolders();
    folders.catch(() => (folders = null)); // Another time it may open.
    return folders;
  };
  // A page that may keep nothing still searches what ships. The folders are read meanwhile.
  const whenFolders = foldersOnce().catch(() => undefined);
  const [first, { origin, index }] = await Promise.all([
    report.follow("text-tower", opening),
    bundled,
  ]);
  await whenFolders;
  let searcher = first;
  onIndexes = (): void => {
    if (own.length === 0 && searcher === first) return;
    searcher = own.length === 0 ? first : searcherOver([index, ...own], first);
  };
  onIndexes();
  const { tracks, firstSection } = searcher.index;
  return {
    searcher: () => searcher,
    folders: foldersOnce,
    release: async () => {
      await first.release();
      await (await tower?.catch(() => null))?.release();
    },
    info: {
      pack: pack.id,
      packLicence: pack.manifest.licence.id,
      dimension: pack.dimension,
      device: first.device,
      tracks: tracks.length,
      localTracks: tracks.filter(isLocal).length,
      sections: firstSection.at(-1) ?? 0,
      index: origin,
      loadMs: performance.now() - begun,
    },
  };
}
