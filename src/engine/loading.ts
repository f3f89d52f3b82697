import type { AssetSource, EngineInfo, LoadOptions } from "../contract/engine.ts";
import type { CatalogueMap } from "../contract/map.ts";
import { isLocal, type Track } from "../contract/track.ts";
import type { AudioTower } from "./encode/audio-tower.ts";
import type { Words } from "./encode/clap/describe-clap.ts";
import type { OpenRuntime, Runtime } from "./encode/runtime.ts";
import { loadVocabulary } from "./encode/vocabulary.ts";
import type { BeatNet } from "./hear/beat-net.ts";
import type { SectionIndex } from "./index/section-index.ts";
import { AddedPacks } from "./library/added-packs.ts";
import { FoldersOfPacks } from "./library/folders-of-packs.ts";
import { earOf, HeardReferences } from "./library/heard-references.ts";
import { OwnFolders } from "./library/own-folders.ts";
import { Atlas } from "./map/atlas.ts";
import {
  loadPack,
  openAudioTower,
  openBeatNet,
  openEyeNet,
  openSearcher,
  searcherOver,
  type ModelSource,
} from "./open.ts";
import type { ProgressReport } from "./progress.ts";
import { Captioners } from "./see/captioners/captioners.ts";
import { createSight, type OpenedSight } from "./see/see.ts";
import { createFusedSearcher, type FusedSearcher } from "./query/fuse.ts";
import { loadBundledIndex } from "./store/bundled-index.ts";
import { openLibraryStore, type LibraryStore } from "./store/library-store.ts";
import { CAPTIONERS_NAME, openPackStore, type PackStore } from "./store/pack-store.ts";
import { storeOf } from "./store/store-of-packs.ts";

/** What an engine needs to answer. */
export interface Loaded {
  readonly info: EngineInfo;
  /** Over the bundled index and the editor's folders, with all packs, as they are now. */
  readonly searcher: () => FusedSearcher;
  /** All tracks as a picture, as they are now. */
  readonly map: () => Promise<CatalogueMap>;
  /** The editor's folders. @throws StorageError this page may keep nothing */
  readonly folders: () => Promise<FoldersOfPacks>;
  /** The packs that the editor added. @throws StorageError this page may keep nothing */
  readonly packs: () => Promise<AddedPacks>;
  /** The captioners that the editor added. @throws StorageError this page may keep nothing */
  readonly captioners: () => Promise<Captioners>;
  /** Files that results can be like. */
  readonly references: HeardReferences;
  /** Hears beats and bars; null where that does not load: music can be found without. */
  readonly net: () => Promise<BeatNet | null>;
  /** Looks at pictures. */
  readonly sight: OpenedSight;
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
  // One runtime for all towers: its WebAssembly is the largest of all assets.
  const model: ModelSource = {
    pack,
    device,
    runtime: (...where) => (runtime ??= report.follow("runtime", openRuntime(...where))),
  };

  let tower: Promise<AudioTower> | null = null;
  let net: Promise<BeatNet | null> | null = null;
  const openNet = (): Promise<BeatNet | null> => (net ??= openBeatNet(model).catch(() => null));
  let own: readonly SectionIndex[] = [];
  let onIndexes = (): void => undefined;
  let onPacks = (): void => undefined;
  let onReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (onReady = resolve));
  const stores = once(openStores);
  const packs = once(async () => {
    const { library, packs: store } = await stores();
    const words = (): Promise<Words> => loadVocabulary(pack);
    const parts = { runtime: model.runtime, store, library, assets, words };
    const catalogue = (): readonly Track[] => index.tracks;
    return AddedPacks.open({ ...parts, catalogue, ready, onChange: () => onPacks() });
  });
  let writers: Captioners | null = null;
  const captioners = once(async () => {
    const store = await openPackStore(CAPTIONERS_NAME);
    return (writers = await Captioners.open({ runtime: model.runtime, assets, store }));
  });
  const folders = once(async () => {
    const { library, packs: store } = await stores();
    const added = new Set((await store.packs()).map(({ hash }) => hash));
    let others: AddedPacks | null = null;
    const isAdded = (hash: string): boolean => added.has(hash) || others?.has(hash) === true;
    const ofBundled = await OwnFolders.open({
      model,
      // An older version of this pack may have been added, and then has indexes of its own.
      store: storeOf(library, (hash) => hash === null || !isAdded(hash)),
      catalogue: () => index.tracks,
      openTower: () => (tower ??= openAudioTower(model)),
      openNet,
      onIndexes: (indexes) => {
        own = indexes;
        onIndexes();
      },
    });
    const known = (others = await packs());
    return new FoldersOfPacks(ofBundled, () => known.folders());
  });
  // A page that may keep nothing still searches what ships. The folders are read meanwhile, and what
  // ships can be searched before they are.
  folders().catch(() => undefined);
  const indexes = bundled.then(({ index: ships }) => [ships]);
  const [first, { origin, index }] = await Promise.all([
    report.follow("text-tower", openSearcher({ ...model, indexes })),
    bundled,
  ]);
  const added = await packs().catch(() => null);
  const references = new HeardReferences(async () => [
    earOf(pack, await (tower ??= openAudioTower(model))),
    ...((await added?.ears()) ?? []),
  ]);
  const sight = createSight(once(() => openEyeNet(model)));
  let mine = first;
  let searcher = createFusedSearcher([first], references);
  onPacks = (): void => {
    searcher = createFusedSearcher([mine, ...(added?.searchers() ?? [])], references);
  };
  onIndexes = (): void => {
    mine = searcherOver([index, ...own], first);
    onPacks();
  };
  if (own.length > 0) onIndexes();
  else onPacks();
  onReady();
  const atlas = new Atlas({ assets, pack, vocabulary: first.vocabulary, shipped: index });
  // What ships: the editor's folders may be read by now, or not yet.
  const { tracks, firstSection } = index;
  return {
    searcher: () => searcher,
    map: () => atlas.mapOf(mine.index),
    folders,
    packs,
    captioners,
    references,
    net: openNet,
    sight,
    release: async () => {
      await first.release();
      await (await tower?.catch(() => null))?.release();
      await (await net)?.release();
      await sight.release();
      await added?.release();
      await writers?.release();
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

/** What keeps the editor's folders, and the packs that were added. @throws StorageError */
async function openStores(): Promise<{ library: LibraryStore; packs: PackStore }> {
  const [library, packs] = await Promise.all([openLibraryStore(), openPackStore()]);
  return { library, packs };
}

/** Does something once; after a failure, again when asked again. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let acting: Promise<T> | null = null;
  return () => {
    acting ??= act();
    acting.catch(() => (acting = null));
    return acting;
  };
}
