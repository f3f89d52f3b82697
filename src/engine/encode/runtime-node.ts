import { DeviceError } from "../../contract/errors.ts";
import type { ImportTransformers } from "./clap/transformers.ts";
import { createRuntime, type OpenRuntime } from "./runtime.ts";

/**
 * The runtime under Node, where onnxruntime-web finds its own WebAssembly file.
 * @param threads the first runtime of a process fixes the number for all later ones
 */
export function nodeRuntime(threads = 1): OpenRuntime {
  return async (device) => {
    if (device === "webgpu") {
      throw new DeviceError({
        what: "WebGPU is not available in Node.",
        input: "webgpu",
        next: 'Use the device "wasm", which gives the same results.',
      });
    }
    const ort = await import("onnxruntime-web");
    ort.env.wasm.numThreads = threads;
    return createRuntime(ort, device, importTransformers);
  };
}

/** In a bundle it is a chunk of its own, since most runs do not need it. */
const importTransformers: ImportTransformers = () =>
  import(/* webpackMode: "lazy", webpackChunkName: "transformers" */ "./clap/transformers-web.js");
