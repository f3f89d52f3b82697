import type {
  AssetName,
  AssetSource,
  Engine,
  EngineInfo,
  LoadOptions,
  LoadProgress,
  SearchAnswer,
  SearchRequest,
} from "./engine.ts";
import { errorFromWire, errorToWire, type WireError } from "./errors.ts";

/**
 * How a call across a worker boundary (Comlink) ended. Structured cloning strips an error of its
 * class, so nothing is thrown across: every call resolves to an outcome, and each side unwraps it.
 *
 *     worker:  expose(serveEngine(engine))
 *     panel:   const engine = connectEngine(wrap<RemoteEngine>(worker), proxy)
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failure;
interface Failure {
  readonly ok: false;
  readonly error: WireError;
}

/** Reads an asset for the worker, on the page. Handed over as a Comlink proxy; never rejects. */
export type RemoteAssets = (name: AssetName) => Promise<Outcome<Uint8Array>>;

/**
 * What the worker exposes: an `Engine` whose calls resolve to outcomes and never reject. Both
 * functions that `load` takes must be Comlink proxies.
 */
export interface RemoteEngine {
  load(
    readAsset: RemoteAssets,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => unknown,
  ): Promise<Outcome<EngineInfo>>;
  search(request: SearchRequest): Promise<Outcome<SearchAnswer>>;
  peaks(trackId: string): Promise<Outcome<Uint8Array>>;
}

/**
 * Name of the global variable that holds the engine's message port in a page that may not start a
 * worker. Such a page sets it, and then runs the worker's script itself.
 */
export const ENGINE_PORT = "__needledropEnginePort";

/** The worker's side of the boundary: `engine`, with outcomes in place of errors. */
export function serveEngine(engine: Engine): RemoteEngine {
  return {
    load: (readAsset, options, onProgress) => {
      const assets: AssetSource = { read: async (name) => unwrap(await readAsset(name)) };
      return outcomeOf(engine.load(assets, options, (progress) => void onProgress(progress)));
    },
    search: (request) => outcomeOf(engine.search(request)),
    peaks: (trackId) => outcomeOf(engine.peaks(trackId)),
  };
}

/**
 * The panel's side of the boundary: an engine whose errors have their classes again.
 * @param remote the worker, wrapped by Comlink
 * @param proxy Comlink's `proxy`, since the contract imports no such library
 */
export function connectEngine(
  remote: RemoteEngine,
  proxy: <T extends object>(value: T) => T,
): Engine {
  return {
    load: async (assets, options, onProgress) => {
      const readAsset: RemoteAssets = (name) => outcomeOf(assets.read(name));
      const report = (progress: LoadProgress): void => onProgress?.(progress);
      return unwrap(await remote.load(proxy(readAsset), options, proxy(report)));
    },
    search: async (request) => unwrap(await remote.search(request)),
    peaks: async (trackId) => unwrap(await remote.peaks(trackId)),
  };
}

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (thrown) {
    return { ok: false, error: errorToWire(thrown) };
  }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw errorFromWire(outcome.error);
}
