import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it, vi } from "vitest";
import type { AssetSource } from "../../../src/contract/engine.ts";
import { DeviceError } from "../../../src/contract/errors.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { openWebRuntime } from "../../../src/engine/encode/runtime-web.ts";
import { loadPack, openTextTower } from "../../../src/engine/open.ts";
import { sourceOf, toyAssets } from "../toy.ts";

const WASM = "onnxruntime-web/ort-wasm-simd-threaded.wasm";

async function bundled(): Promise<AssetSource> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve(WASM)));
  return sourceOf(await toyAssets({ "ort/wasm": new Uint8Array(wasm) }));
}

afterEach(() => vi.unstubAllGlobals());

it("runs from bytes alone, and gives the same embedding as Node's own build", async () => {
  const pack = await loadPack(await bundled());
  const web = await openTextTower({ pack, runtime: openWebRuntime });
  const node = await openTextTower({ pack, runtime: nodeRuntime() });
  expect(await web.embed("calm piano")).toEqual(await node.embed("calm piano"));
});

it.each([
  ["there is no WebGPU", {}],
  ["no adapter answers", { gpu: { requestAdapter: () => Promise.resolve(null) } }],
])("says what to use instead when %s", async (_, navigator) => {
  vi.stubGlobal("navigator", navigator);
  const opening = openWebRuntime("webgpu", await bundled());
  await expect(opening).rejects.toBeInstanceOf(DeviceError);
  await expect(opening).rejects.toThrow('Use the device "wasm"');
});
