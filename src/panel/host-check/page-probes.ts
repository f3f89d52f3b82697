import { lookAtStorage } from "./kept-value.ts";
import { fails, noteThat, works, type Finding, type Probe } from "./probe.ts";
import { silentWav } from "./wav.ts";

/** What this page may do here: a webview may forbid what a browser allows. */
export const PAGE_PROBES: readonly Probe[] = [
  { id: "page-secure", name: "Secure context", look: secureContext },
  { id: "page-indexeddb", name: "IndexedDB", look: () => lookAtStorage() },
  { id: "page-webgpu", name: "WebGPU", look: webGpu },
  { id: "page-worker", name: "Worker from a blob", look: blobWorker },
  { id: "page-simd", name: "WASM with SIMD", look: wasmSimd },
  { id: "page-audio", name: "Web Audio", look: decodeAudio },
  { id: "page-clipboard", name: "Clipboard", look: clipboard },
];

function secureContext(): Finding {
  return noteThat(window.isSecureContext ? "Yes." : "No. The clipboard and WebGPU may be missing.");
}

interface Gpu {
  requestAdapter(): Promise<{ readonly info?: { vendor?: string; architecture?: string } } | null>;
}

async function webGpu(): Promise<Finding> {
  // TypeScript's DOM library does not know it yet.
  const { gpu } = navigator as Navigator & { gpu?: Gpu };
  if (gpu === undefined) return noteThat("Not available. Needledrop uses WebAssembly.");
  const adapter = await gpu.requestAdapter();
  if (adapter === null) return noteThat("No adapter. Needledrop uses WebAssembly.");
  const { vendor = "", architecture = "" } = adapter.info ?? {};
  return works(`Adapter: ${[vendor, architecture].filter(Boolean).join(" ") || "unnamed"}.`);
}

function blobWorker(): Promise<Finding> {
  const code = new Blob(["postMessage('here')"], { type: "text/javascript" });
  const url = URL.createObjectURL(code);
  const worker = new Worker(url);
  const answer = new Promise<Finding>((resolve) => {
    worker.onmessage = () => resolve(works("It started and sent a message."));
    worker.onerror = (event) => resolve(fails(event.message || "It was not allowed to start."));
  });
  return answer.finally(() => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}

/** A function that makes a vector of 128 bits and takes a number out of it. */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

async function wasmSimd(): Promise<Finding> {
  await WebAssembly.instantiate(SIMD_MODULE);
  return works("A module with SIMD compiled and started.");
}

async function decodeAudio(): Promise<Finding> {
  const context = new OfflineAudioContext(1, 8000, 8000);
  const { duration } = await context.decodeAudioData(silentWav());
  return Math.abs(duration - 0.1) < 0.01
    ? works("A WAV file was decoded.")
    : fails(`A WAV file of 0.1 s was decoded to ${duration} s.`);
}

// What the editor has on the clipboard is theirs, so nothing is written to it here.
function clipboard(): Finding {
  return noteThat(
    "clipboard" in navigator
      ? "Available. Use “Copy report” to test it."
      : "Not available. “Copy report” uses an older way.",
  );
}
