import type { AssetSource, EngineInfo, LoadOptions } from "../contract/engine.ts";
import { isLocal } from "../contract/track.ts";
import type { OpenRuntime } from "./encode/runtime.ts";
import { loadPack, openSearcher, type OpenedSearcher } from "./open.ts";
import type { ProgressReport } from "./progress.ts";
import { loadBundledIndex } from "./store/bundled-index.ts";

/** What an engine needs to answer. */
export interface Loaded {
  readonly info: EngineInfo;
  readonly searcher: OpenedSearcher;
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
  const opening = openSearcher({
    pack,
    device,
    indexes: bundled.then(({ index }) => [index]),
    runtime: (...where) => report.follow("runtime", openRuntime(...where)),
  });
  const [searcher, { origin }] = await Promise.all([report.follow("text-tower", opening), bundled]);
  const { index } = searcher;
  return {
    searcher,
    info: {
      pack: pack.id,
      packLicence: pack.manifest.licence.id,
      dimension: pack.dimension,
      device: searcher.device,
      tracks: index.tracks.length,
      localTracks: index.tracks.filter(isLocal).length,
      sections: index.scale.length,
      index: origin,
      loadMs: performance.now() - begun,
    },
  };
}
