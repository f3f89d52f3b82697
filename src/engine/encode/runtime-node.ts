import { DeviceError } from "../../contract/errors.ts";
import { createRuntime, type OpenRuntime } from "./runtime.ts";

/**
 * The runtime under Node, where the runtime's package finds its own WebAssembly.
 * `threads` applies to the first runtime opened in a process and to all that follow.
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
    return createRuntime(ort, device);
  };
}
