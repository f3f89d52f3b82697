import * as v from "valibot";
import type {
  Engine,
  EngineInfo,
  LoadOptions,
  LoadProgress,
  PackedAssetSource,
} from "../contract/engine.ts";
import { TRACK_LIMIT, TrackIdsSchema } from "../contract/filters.ts";
import { UsageError } from "../contract/errors.ts";
import { toWav } from "./convert/to-wav.ts";
import { audioFileOf } from "./decode/source-file.ts";
import type { OpenRuntime } from "./encode/runtime.ts";
import { Fitter } from "./fit/fitter.ts";
import { readCover } from "./library/cover.ts";
import type { AddedPacks } from "./library/added-packs.ts";
import type { FoldersOfPacks } from "./library/folders-of-packs.ts";
import { loadAll, type Loaded } from "./loading.ts";
import { placeAdmitted } from "./map/place-query.ts";
import { ProgressReport } from "./progress.ts";
import { unpacking } from "./unpacking.ts";

/** A load, and the report of its progress. */
interface Load {
  readonly options: LoadOptions;
  readonly report: ProgressReport;
  readonly loaded: Promise<Loaded>;
}

/**
 * The engine of `contract/engine.ts`, which a page loads from its assets. (A program with a pack and
 * indexes at hand uses `openSearcher`.)
 *
 * A load with other options replaces what was loaded before once it succeeds. If it fails, what was
 * loaded before stays.
 * @param openRuntime `openWebRuntime` in a page or worker, `nodeRuntime()` under Node
 */
export function createEngine(openRuntime: OpenRuntime): Engine {
  let pending: Load | undefined;
  let ready: Load | undefined;

  function begin(assets: PackedAssetSource, options: LoadOptions): Load {
    const report = new ProgressReport();
    const load = {
      options,
      report,
      loaded: loadAll(openRuntime, unpacking(assets), options, report),
    };
    pending = load;
    load.loaded.then(
      ({ release }) => {
        if (pending !== load) return void release(); // A later load has taken its place.
        void ready?.loaded.then((before) => before.release());
        ready = load;
        pending = undefined;
      },
      () => {
        if (pending === load) pending = undefined;
      },
    );
    return load;
  }

  async function load(
    assets: PackedAssetSource,
    options: LoadOptions,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<EngineInfo> {
    const latest = pending ?? ready;
    const shared = latest !== undefined && sameOptions(latest.options, options);
    const { report, loaded } = shared ? latest : begin(assets, options);
    if (onProgress !== undefined) report.listen(onProgress);
    return (await loaded).info;
  }

  function whenLoaded(): Promise<Loaded> {
    const latest = pending ?? ready;
    if (latest !== undefined) return latest.loaded;
    return Promise.reject(
      new UsageError({ what: "Nothing is loaded yet.", next: "Load the engine first." }),
    );
  }

  const whenFolders = async (): Promise<FoldersOfPacks> => (await whenLoaded()).folders();
  // A fit needs no load where the bars are known already.
  const fitter = new Fitter(async () => (await (pending ?? ready)?.loaded)?.net() ?? null);
  const whenPacks = async (): Promise<AddedPacks> => (await whenLoaded()).packs();

  return {
    load,
    search: async (request) => {
      const cold = pending !== undefined;
      const begun = performance.now();
      const { searcher } = await whenLoaded();
      const waited = cold ? performance.now() - begun : 0;
      const answer = await searcher().search(request);
      return { ...answer, ms: { ...answer.ms, load: waited } };
    },
    results: async (request, from, count) => {
      const { searcher } = await whenLoaded();
      return searcher().results(request, from, count);
    },
    tracks: async (ids) => (await whenLoaded()).searcher().tracksById(checkIds(ids)),
    hearReference: async (source, onProgress) =>
      (await whenLoaded()).references.hear(audioFileOf(source), onProgress),
    forgetReference: async (id) => (await whenLoaded()).references.forget(id),
    peaks: async (trackId) => {
      const { searcher } = await whenLoaded();
      const peaks = searcher().peaks(trackId);
      if (peaks !== undefined) return peaks;
      throw new UsageError({
        what: "No such track is in the index.",
        input: trackId,
        next: "Search again: the index may have been replaced.",
      });
    },
    map: async () => (await whenLoaded()).map(),
    placeQuery: async (request) => {
      const { searcher, map } = await whenLoaded();
      const [admitted, drawn] = await Promise.all([searcher().admitted(request), map()]);
      return placeAdmitted(drawn, admitted);
    },
    folders: async () => (await whenFolders()).list(),
    updateFolder: async (access, onProgress) => (await whenFolders()).update(access, onProgress),
    stopFolder: async (id) => (await whenFolders()).stop(id),
    removeFolder: async (id) => (await whenFolders()).remove(id),
    packs: async () => (await whenPacks()).list(),
    addPack: async (access, onProgress) => {
      const { name, files } = access;
      const read = async (file: string): Promise<Uint8Array<ArrayBuffer>> =>
        new Uint8Array(await access.read(file));
      return (await whenPacks()).add({ name, files, read }, onProgress);
    },
    removePack: async (hash) => (await whenPacks()).remove(hash),
    see: async (pictures) => (await whenLoaded()).sight.see(pictures),
    toWav,
    fit: (...asked) => fitter.fit(...asked),
    renderFit: (...asked) => fitter.render(...asked),
    cover: readCover,
  };
}

/** @throws UsageError they are no ids of tracks, or too many */
function checkIds(ids: readonly string[]): readonly string[] {
  if (v.is(TrackIdsSchema, ids)) return ids;
  throw new UsageError({
    what: "What was asked for are no ids of tracks, or too many.",
    next: `Ask for at most ${TRACK_LIMIT} tracks at a time.`,
  });
}

function sameOptions(a: LoadOptions, b: LoadOptions): boolean {
  return a.device === b.device && a.indexHash === b.indexHash;
}
