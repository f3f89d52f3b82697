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
import type { PackAccess } from "../contract/pack.ts";
import { toWav } from "./convert/to-wav.ts";
import { audioFileOf } from "./decode/source-file.ts";
import type { PackFolder } from "./encode/pack-folder.ts";
import type { OpenRuntime } from "./encode/runtime.ts";
import { Fitter } from "./fit/fitter.ts";
import { readCover } from "./library/cover.ts";
import type { AddedPacks } from "./library/added-packs.ts";
import type { FoldersOfPacks } from "./library/folders-of-packs.ts";
import { loadAll, type Loaded } from "./loading.ts";
import { placeAdmitted } from "./map/place-query.ts";
import { ProgressReport } from "./progress.ts";
import type { Captioners } from "./see/captioners/captioners.ts";
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
  const whenCaptioners = async (): Promise<Captioners> => (await whenLoaded()).captioners();
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
    addPack: async (access, onProgress) => (await whenPacks()).add(folderOf(access), onProgress),
    removePack: async (hash) => (await whenPacks()).remove(hash),
    see: async (pictures, onSeen) => {
      const { sight, captioners } = await whenLoaded();
      const seen = await sight.see(pictures);
      // Where nothing may be kept, there are none; one that fails takes nothing from what was seen.
      const asked = await captioners().catch(() => null);
      if (asked === null || asked.list().length === 0) return seen;
      onSeen?.(seen);
      return { ...seen, captions: await asked.captionsOf(pictures) };
    },
    captioners: async () => (await whenCaptioners()).list(),
    addCaptioner: async (access, onProgress) =>
      (await whenCaptioners()).add(folderOf(access), onProgress),
    removeCaptioner: async (hash) => (await whenCaptioners()).remove(hash),
    toWav,
    fit: (...asked) => fitter.fit(...asked),
    renderFit: (...asked) => fitter.render(...asked),
    cover: readCover,
  };
}

/** A folder that the page reads, with bytes of the engine's own. */
const folderOf = (access: PackAccess): PackFolder => ({
  ...{ name: access.name, files: access.files },
  read: async (file) => new Uint8Array(await access.read(file)),
});

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
