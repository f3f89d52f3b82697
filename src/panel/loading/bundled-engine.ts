import { proxy, transfer, wrap, type Endpoint } from "comlink";
import type {
  AssetName,
  Device,
  Engine,
  EngineInfo,
  LoadOptions,
  LoadProgress,
  PackedAssetSource,
} from "../../contract/engine.ts";
import { connectEngine } from "../../contract/connect-engine.ts";
import { ENGINE_PORT, type RemoteEngine } from "../../contract/remote-engine.ts";
import { AssetError, DeviceError } from "../../contract/errors.ts";
import { ScriptAssets, carriedBytes, runScriptIn, type Doorway, type RunScript } from "./assets.ts";
import { asScript } from "./as-script.ts";
import type { AssetManifest } from "./globals.ts";

/** An engine that has loaded, and the way to end it. */
export interface OpenedEngine {
  readonly engine: Omit<Engine, "load">;
  readonly info: EngineInfo;
  /** Rejects when the engine dies or is closed, whose calls are then never answered; never resolves. */
  readonly failed: Promise<never>;
  readonly close: () => void;
}

/** How far a load has come. */
export interface LoadReport {
  readonly onProgress: (progress: LoadProgress) => void;
  /** Bytes read so far, of all that a first search needs. */
  readonly onBytes: (read: number, total: number) => void;
  /** Ends the load, and the engine that came of it, whose calls are then never answered. */
  readonly signal: AbortSignal;
}

/** @param device what it is to run on; opening begins before that is known */
export type OpenEngine = (report: LoadReport, device: Promise<Device>) => Promise<OpenedEngine>;

/** Milliseconds for one asset script: a slow disk needs seconds for four megabytes, not a minute. */
const SCRIPT_LIMIT = 60_000;
const ENGINE = "script/engine";
/** What else a search by text needs. It is read before it is asked for, in about the order in which it will be. */
const FOR_SEARCH: readonly AssetName[] = [
  "pack/pack.json",
  "ort/wasm",
  "index",
  "pack/tokenizer.json",
  "pack/vocabulary.json",
  "pack/text.onnx",
];

declare global {
  // `var`, since asset scripts find it as a property of the global object.
  var __needledrop: Doorway | undefined;
}

/** The engine that came with this page. @throws the errors of `openEngine` */
export const openBundledEngine: OpenEngine = (report, device) => {
  const manifest = __ASSETS__;
  const { index } = manifest;
  if (index === undefined) throw withoutCatalogue();
  const run = runScriptIn(document, SCRIPT_LIMIT);
  const assets = new ScriptAssets(manifest, run, byteCounter(manifest, report.onBytes));
  globalThis.__needledrop = assets.doorway;
  const options = device.then((known) => ({ device: known, indexHash: index.sha256 }));
  return openEngine(assets, run, options, report);
};

function byteCounter(manifest: AssetManifest, onBytes: LoadReport["onBytes"]) {
  const read = new Map<AssetName, number>();
  const files = FOR_SEARCH.flatMap((name) => manifest[name] ?? []);
  const total = files.reduce((sum, file) => sum + carriedBytes(file), 0);
  return (name: AssetName, bytes: number): void => {
    if (!FOR_SEARCH.includes(name)) return;
    read.set(name, bytes);
    const sum = [...read.values()].reduce((a, b) => a + b, 0);
    onBytes(sum, total);
  };
}

const withoutCatalogue = (): AssetError =>
  new AssetError({
    what: "This version of Needledrop was built without a catalogue.",
    input: "index",
    next: "Reinstall Needledrop.",
  });

/** An engine at the far end of a message channel. */
interface Place {
  readonly endpoint: Endpoint;
  /** Rejects when the place fails as such, or is closed; never resolves. */
  readonly failed: Promise<never>;
  close(): void;
}

/**
 * Starts the engine in a worker, or on this thread where a worker cannot be made, and loads it.
 * @throws AssetError, DeviceError, PackError, IndexFormatError, IndexPackMismatchError
 */
async function openEngine(
  assets: ScriptAssets,
  run: RunScript,
  options: Promise<LoadOptions>,
  { onProgress, signal }: Pick<LoadReport, "onProgress" | "signal">,
): Promise<OpenedEngine> {
  const script = await asScript(await assets.read(ENGINE), ENGINE);
  signal.throwIfAborted();
  const life = { begun: false };
  const progress = (now: LoadProgress): void => {
    life.begun = true;
    onProgress(now);
  };
  try {
    const place = inWorker(script);
    // Not before: the page would be busy with megabytes, and the worker idle.
    assets.readAhead(FOR_SEARCH);
    return await load(place, assets, options, { onProgress: progress, signal });
  } catch (error) {
    // A worker that never said a word was not allowed to run; anything later is a real failure.
    if (life.begun || !(error instanceof WorkerRefused)) throw error;
    const here = await onThisThread(script, run);
    return load(here, assets, options, { onProgress: progress, signal });
  }
}

/** The browser would not run a worker, or the worker died. */
class WorkerRefused extends DeviceError {}

async function load(
  place: Place,
  assets: PackedAssetSource,
  options: Promise<LoadOptions>,
  { onProgress, signal }: Pick<LoadReport, "onProgress" | "signal">,
): Promise<OpenedEngine> {
  signal.addEventListener("abort", () => place.close(), { once: true });
  const engine = connectEngine(wrap<RemoteEngine>(place.endpoint), proxy, transfer);
  try {
    const loaded = options.then((known) => engine.load(assets, known, onProgress));
    const info = await Promise.race([loaded, place.failed]);
    return { engine, info, failed: place.failed, close: () => place.close() };
  } catch (error) {
    place.close();
    throw error;
  }
}

function inWorker(script: Blob): Place {
  const url = URL.createObjectURL(script);
  let worker: Worker;
  try {
    worker = new Worker(url);
  } catch (cause) {
    URL.revokeObjectURL(url);
    throw refused(cause);
  }
  let fail: (error: DeviceError) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
    worker.addEventListener("error", (event) => reject(refused(event.message)));
  });
  // Every call races against it; while no call is in flight, its rejection is handled here.
  failed.catch(() => undefined);
  const close = (): void => {
    worker.terminate();
    URL.revokeObjectURL(url);
    // Else every call that raced against it would be kept.
    fail(closed());
  };
  return { endpoint: worker, failed, close };
}

async function onThisThread(script: Blob, run: RunScript): Promise<Place> {
  const { port1, port2 } = new MessageChannel();
  Object.assign(globalThis, { [ENGINE_PORT]: port2 });
  const url = URL.createObjectURL(script);
  await run(url).finally(() => URL.revokeObjectURL(url));
  port1.start();
  return {
    endpoint: port1,
    failed: new Promise<never>(() => undefined),
    close: () => port1.close(),
  };
}

const closed = (): DeviceError =>
  new DeviceError({ what: "The search engine was closed.", next: "Open the panel again." });

const refused = (cause: unknown): WorkerRefused =>
  new WorkerRefused({
    what: "The search engine could not be started on this machine.",
    next: "Restart the editor. If it happens again, reinstall Needledrop.",
    cause,
  });
