import type { AssetSource, EngineInfo, LoadOptions } from "../contract/engine.ts";
import { isLocal } from "../contract/track.ts";
import { loadPack } from "./encode/pack.ts";
import type { OpenRuntime } from "./encode/runtime.ts";
import { openTextTower, type TextTower } from "./encode/text-tower.ts";
import { loadVocabulary } from "./encode/vocabulary.ts";
import type { SectionIndex } from "./index/section-index.ts";
import type { ProgressReport } from "./progress.ts";
import { createSearcher, type Searcher } from "./query/search.ts";
import { loadBundledIndex } from "./store/bundled-index.ts";

/** All that an engine needs to answer. */
export interface Loaded {
  readonly info: EngineInfo;
  readonly index: SectionIndex;
  readonly tower: TextTower;
  readonly searcher: Searcher;
}

/** Loads what can be loaded side by side, and searches once, so that the first search is warm. */
export async function loadAll(
  openRuntime: OpenRuntime,
  assets: AssetSource,
  { device, indexHash }: LoadOptions,
  report: ProgressReport,
): Promise<Loaded> {
  const begun = performance.now();
  const opening = report.follow("runtime", openRuntime(device, assets));
  const packing = report.follow("pack", loadPack(assets));
  const [runtime, pack, vocabulary, tower, { index, origin }] = await Promise.all([
    opening,
    packing,
    packing.then(loadVocabulary),
    report.follow(
      "text-tower",
      Promise.all([packing, opening]).then((parts) => openTextTower(...parts)),
    ),
    report.follow(
      "index",
      packing.then((pack) => loadBundledIndex(assets, { pack, indexHash })),
    ),
  ]);
  const searcher = createSearcher({ index, tower, vocabulary, device: runtime.device });
  searcher.find(vocabulary.vectors.slice(0, pack.dimension), { limit: 1 });
  return {
    index,
    tower,
    searcher,
    info: {
      pack: pack.id,
      packLicence: pack.manifest.licence.id,
      dimension: pack.dimension,
      device: runtime.device,
      tracks: index.tracks.length,
      localTracks: index.tracks.filter(isLocal).length,
      sections: index.scale.length,
      index: origin,
      loadMs: performance.now() - begun,
    },
  };
}
