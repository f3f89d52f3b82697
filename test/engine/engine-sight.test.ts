import { readFile } from "node:fs/promises";
import { expose, proxy, wrap } from "comlink";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssetSource, Engine } from "../../src/contract/engine.ts";
import { connectEngine } from "../../src/contract/connect-engine.ts";
import type { RemoteEngine } from "../../src/contract/remote-engine.ts";
import { serveEngine } from "../../src/contract/serve-engine.ts";
import { AssetError, UsageError } from "../../src/contract/errors.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { sha256 } from "../../src/engine/sha256.ts";
import { picture } from "./see/pictures.ts";
import { toyAssets, toyPack } from "./toy.ts";

const folder = new URL("../../models/needledrop-eye/", import.meta.url);
const EYE = ["eye.json", "eye.onnx"];
const { port1, port2 } = new MessageChannel();
afterAll(() => {
  port1.close();
  port2.close();
});

/** Honeycomb, drawn: dark cells with bright edges. */
const HONEYCOMB = picture(400, 224, (x, y) => {
  const [a, b, c] = [x, x / 2 + 0.866 * y, x / 2 - 0.866 * y].map((way) => Math.cos(way / 8));
  const isEdge = Math.abs((a ?? 0) * (b ?? 0) * (c ?? 0)) < 0.12;
  return isEdge ? [200, 140, 30] : [120, 70, 10];
});

/** Assets as a page gives them, where one may be missing. */
const source: AssetSource = {
  read: (name) => {
    const bytes = assets.get(name);
    if (bytes !== undefined) return Promise.resolve(bytes);
    return Promise.reject(new AssetError({ what: "Gone.", input: name, next: "Reinstall." }));
  },
};

let engine: Engine;
let assets: Map<string, Uint8Array>;
const options = async () => ({
  device: "wasm" as const,
  indexHash: await sha256(Uint8Array.from(assets.get("index") ?? [])),
});
beforeAll(async () => {
  assets = await toyAssets({ index: writeIndex(await toyPack(), []) });
  expose(serveEngine(createEngine(nodeRuntime())), port1);
  engine = connectEngine(wrap<RemoteEngine>(port2), proxy);
});

describe("an engine that is shown pictures", () => {
  it("refuses before it has loaded", async () => {
    await expect(engine.see([HONEYCOMB])).rejects.toBeInstanceOf(UsageError);
  });

  it("says so if the net is missing, and looks once it is there", async () => {
    await engine.load(source, await options());
    await expect(engine.see([HONEYCOMB])).rejects.toBeInstanceOf(AssetError);
    for (const name of EYE) {
      assets.set(`eye/${name}`, new Uint8Array(await readFile(new URL(name, folder))));
    }
    const { words, captions } = await engine.see([HONEYCOMB]);
    expect(words.length).toBeGreaterThan(0);
    expect(words.every(({ pictures }) => pictures[0] === 0)).toBe(true);
    expect(captions).toEqual([]);
  });

  it("refuses malformed pictures across the worker's boundary", async () => {
    const torn = { ...HONEYCOMB, rgba: HONEYCOMB.rgba.slice(1) };
    await expect(engine.see([torn])).rejects.toThrow("four numbers for each pixel");
  });
});
