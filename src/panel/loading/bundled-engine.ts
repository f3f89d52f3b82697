import type { AssetName, LoadProgress } from "../../contract/engine.ts";
import { AssetError } from "../../contract/errors.ts";
import { ScriptAssets, runScriptIn, type Doorway } from "./assets.ts";
import { openEngine, type OpenedEngine } from "./engine-client.ts";
import type { AssetManifest } from "./globals.ts";

/** How far a load has come. */
export interface LoadReport {
  onProgress(progress: LoadProgress): void;
  /** Bytes read so far, of all that a first search needs. */
  onBytes(read: number, total: number): void;
}

export type OpenEngine = (report: LoadReport) => Promise<OpenedEngine>;

/** Milliseconds for one asset script: a slow disk needs seconds for four megabytes, not a minute. */
const SCRIPT_LIMIT = 60_000;
/** What a search by text does not read. */
const NOT_FOR_SEARCH: readonly AssetName[] = ["ort/webgpu", "pack/audio.onnx"];

declare global {
  // `var`, since asset scripts find it as a property of the global object.
  var __needledrop: Doorway | undefined;
}

/** The engine that came with this page. @throws the errors of `openEngine` */
export const openBundledEngine: OpenEngine = (report) => {
  const manifest = __ASSETS__;
  const index = manifest.files.index;
  if (index === undefined) throw withoutCatalogue();
  const assets = new ScriptAssets(
    manifest,
    runScriptIn(document, SCRIPT_LIMIT),
    byteCounter(manifest, report),
  );
  globalThis.__needledrop = assets.doorway;
  // WebAssembly is the floor that every machine has, and the quicker one for a single sentence.
  return openEngine(assets, { device: "wasm", indexHash: index.sha256 }, (progress) =>
    report.onProgress(progress),
  );
};

function byteCounter(manifest: AssetManifest, report: LoadReport) {
  const read = new Map<AssetName, number>();
  const total = Object.entries(manifest.files)
    .filter(([name]) => !NOT_FOR_SEARCH.some((other) => other === name))
    .reduce((sum, [, file]) => sum + file.bytes, 0);
  return (name: AssetName, bytes: number): void => {
    read.set(name, bytes);
    const sum = [...read.values()].reduce((a, b) => a + b, 0);
    report.onBytes(Math.min(sum, total), total);
  };
}

const withoutCatalogue = (): AssetError =>
  new AssetError({
    what: "This version of Needledrop was built without a catalogue.",
    input: "index",
    next: "Reinstall Needledrop.",
  });
