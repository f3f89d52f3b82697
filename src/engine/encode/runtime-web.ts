import { hexToBytes } from "@noble/hashes/utils.js";
import type { Device } from "../../contract/engine.ts";
import { DeviceError } from "../../contract/errors.ts";
import { TRANSFORMERS, type Transformers } from "./clap/transformers.ts";
import { runLibrary } from "../worker-scripts.ts";
import { createRuntime, type OpenRuntime, type Ort } from "./runtime.ts";

/**
 * The runtime of a page or its worker. It gets its WebAssembly as bytes, since a `file:` page may not
 * fetch, and runs on one thread, since such a page is never cross-origin isolated.
 * @throws DeviceError WebGPU was asked for and no adapter answers.
 */
export const openWebRuntime: OpenRuntime = async (device, assets) => {
  if (device === "webgpu") await requireAdapter();
  const [ort, wasmBinary] = await Promise.all([importOrt(device), assets.read(`ort/${device}`)]);
  ort.env.wasm.wasmBinary = wasmBinary;
  ort.env.wasm.numThreads = 1;
  const runtime = createRuntime(ort, device, () =>
    runLibrary<Transformers>("script/transformers", TRANSFORMERS),
  );
  // The models are still on their way. If it fails, so will they, and say why.
  runtime.open("", SMALLEST_GRAPH, 1, "y").then(
    (graph) => graph.release(),
    () => undefined,
  );
  return runtime;
};

/** An ONNX model, y = Identity(x): opening it compiles the runtime's WebAssembly. */
const SMALLEST_GRAPH = hexToBytes(
  [
    "08083a37", // IR version 8; the graph:
    "0a100a017812017922084964656e74697479", // a node from x to y, "Identity"
    "120167", // the name "g"
    "5a0f0a0178120a0a08080112040a020801", // the input x, float32 [1]
    "620f0a0179120a0a08080112040a020801", // the output y, float32 [1]
    "4202100d", // operators of version 13
  ].join(""),
);

// Eager, since every search needs it.
function importOrt(device: Device): Promise<Ort> {
  return device === "webgpu"
    ? import(/* webpackMode: "eager" */ "onnxruntime-web/jspi")
    : import(/* webpackMode: "eager" */ "onnxruntime-web/wasm");
}

async function requireAdapter(): Promise<void> {
  // The smallest build for WebGPU waits for it by JavaScript Promise Integration.
  if (!("Suspending" in WebAssembly)) {
    throw new DeviceError({
      what: "This browser is too old for Needledrop to use its graphics adapter.",
      input: "webgpu",
      next: 'Use the device "wasm", which gives the same results.',
    });
  }
  const { gpu } = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
  // Without this check the runtime would silently fall back to WebAssembly.
  const adapter = await gpu?.requestAdapter();
  if (adapter) return;
  throw new DeviceError({
    what: "No graphics adapter is available to WebGPU here.",
    input: "webgpu",
    next: 'Use the device "wasm", which gives the same results.',
  });
}
