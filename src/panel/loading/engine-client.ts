import { proxy, wrap, type Endpoint } from "comlink";
import type {
  AssetSource,
  Engine,
  EngineInfo,
  LoadOptions,
  LoadProgress,
} from "../../contract/engine.ts";
import { ENGINE_PORT, connectEngine, type RemoteEngine } from "../../contract/engine-worker.ts";
import { DeviceError } from "../../contract/errors.ts";
import type { ScriptAssets } from "./assets.ts";

/** An engine that has loaded, and the way to end it. */
export interface OpenedEngine {
  readonly engine: Pick<Engine, "search" | "peaks">;
  readonly info: EngineInfo;
  /** Rejects when the engine dies, whose calls are then never answered; never resolves. */
  readonly failed: Promise<never>;
  readonly close: () => void;
}

/** An engine at the far end of a message channel. */
interface Place {
  readonly endpoint: Endpoint;
  /** Rejects when the place fails as such; never resolves. */
  readonly failed: Promise<never>;
  close(): void;
}

/**
 * Starts the engine in a worker, or on this thread where a worker cannot be made, and loads it.
 * @throws AssetError, DeviceError, PackError, IndexFormatError, IndexPackMismatchError
 */
export async function openEngine(
  assets: ScriptAssets,
  options: LoadOptions,
  onProgress: (progress: LoadProgress) => void,
): Promise<OpenedEngine> {
  const start = await assets.readEngine();
  const life = { begun: false };
  const progress = (now: LoadProgress): void => {
    life.begun = true;
    onProgress(now);
  };
  try {
    return await load(inWorker(start), assets, options, progress);
  } catch (error) {
    // A worker that never said a word was not allowed to run; anything later is a real failure.
    if (life.begun || !(error instanceof WorkerRefused)) throw error;
    return load(onThisThread(start), assets, options, progress);
  }
}

/** The browser would not run a worker, or the worker died. */
class WorkerRefused extends DeviceError {}

async function load(
  place: Place,
  assets: AssetSource,
  options: LoadOptions,
  onProgress: (progress: LoadProgress) => void,
): Promise<OpenedEngine> {
  const engine = connectEngine(wrap<RemoteEngine>(place.endpoint), proxy);
  try {
    const info = await Promise.race([engine.load(assets, options, onProgress), place.failed]);
    return { engine, info, failed: place.failed, close: () => place.close() };
  } catch (error) {
    place.close();
    throw error;
  }
}

function inWorker(start: () => void): Place {
  const code = new Blob([`(${start.toString()})()`], { type: "text/javascript" });
  const url = URL.createObjectURL(code);
  let worker: Worker;
  try {
    worker = new Worker(url);
  } catch (cause) {
    URL.revokeObjectURL(url);
    throw refused(cause);
  }
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener("error", (event) => reject(refused(event.message)));
  });
  // Every call races against it; while no call is in flight, its rejection is handled here.
  failed.catch(() => undefined);
  const close = (): void => {
    worker.terminate();
    URL.revokeObjectURL(url);
  };
  return { endpoint: worker, failed, close };
}

function onThisThread(start: () => void): Place {
  const { port1, port2 } = new MessageChannel();
  Object.assign(globalThis, { [ENGINE_PORT]: port2 });
  start();
  port1.start();
  return {
    endpoint: port1,
    failed: new Promise<never>(() => undefined),
    close: () => port1.close(),
  };
}

const refused = (cause: unknown): WorkerRefused =>
  new WorkerRefused({
    what: "The search engine could not be started on this machine.",
    next: "Restart the editor. If it happens again, reinstall Needledrop.",
    cause,
  });
