import { describe, expect, it } from "vitest";
import { PackError } from "../../../src/contract/errors.ts";
import { loadPack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { openTextTower } from "../../../src/engine/open.ts";
import { loadVocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { sha256 } from "../../../src/engine/sha256.ts";
import { sourceOf, toyAssets } from "../toy.ts";

type Json = Record<string, unknown>;

const encode = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value));

/** The toy pack with pack.json changed, or with a file changed and its hash put right. */
async function changed(manifestChanges: Json, files: Record<string, Json> = {}) {
  const assets = await toyAssets();
  const manifest = decode(assets.get("pack/pack.json"));
  const listed = manifest["files"] as Json;
  for (const [file, content] of Object.entries(files)) {
    const bytes = encode(content);
    assets.set(`pack/${file}`, bytes);
    listed[file] = { bytes: bytes.length, sha256: await sha256(bytes) };
  }
  return assets.set("pack/pack.json", encode({ ...manifest, ...manifestChanges }));
}

function decode(bytes: Uint8Array | undefined): Json {
  return JSON.parse(new TextDecoder().decode(bytes)) as Json;
}

describe("loadPack", () => {
  it("gives id, hash and dimension", async () => {
    const assets = await toyAssets();
    const pack = await loadPack(sourceOf(assets));
    expect(pack).toMatchObject({ id: "toy-pack@0.0.1", dimension: 8 });
    expect(pack.hash).toBe(await sha256(new Uint8Array(assets.get("pack/pack.json") ?? [])));
  });

  it("tells a pack of another format from a broken one", async () => {
    const load = loadPack(sourceOf(await changed({ format: 2 })));
    await expect(load).rejects.toBeInstanceOf(PackError);
    await expect(load).rejects.toThrow("format 2; this version reads format 1");
  });

  it.each([
    ["a missing field", { dimension: undefined }, "dimension"],
    ["a path as a file name", { text: { file: "../text.onnx" } }, "text.file"],
    ["a hostile dimension", { dimension: 4_294_967_295 }, "dimension"],
    ["a field of another type", { figures: "none" }, "figures"],
  ])("refuses %s and names it", async (_, changes, place) => {
    const load = loadPack(sourceOf(await changed(changes)));
    const failure = await load.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PackError);
    expect((failure as PackError).cause).toMatch(place);
  });

  it.each(["", "{", "[]", "null", '"pack"', "\xff\xfe"])(
    "refuses %j as pack.json",
    async (text) => {
      const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
      const assets = await toyAssets({ "pack/pack.json": bytes });
      await expect(loadPack(sourceOf(assets))).rejects.toBeInstanceOf(PackError);
    },
  );
});

describe("a file of a pack", () => {
  it("is refused when truncated, with both lengths", async () => {
    const assets = await toyAssets();
    const whole = assets.get("pack/text.onnx") ?? new Uint8Array();
    assets.set("pack/text.onnx", whole.subarray(0, -1));
    const pack = await loadPack(sourceOf(assets));
    await expect(pack.read("text.onnx")).rejects.toMatchObject({
      code: "pack",
      input: "text.onnx",
      what: `A pack file has ${whole.length - 1} bytes instead of ${whole.length}.`,
    });
  });

  it("is refused when one bit of it is altered", async () => {
    const assets = await toyAssets();
    const altered = new Uint8Array(assets.get("pack/audio.onnx") ?? []);
    altered[100] = (altered[100] ?? 0) ^ 1;
    assets.set("pack/audio.onnx", altered);
    const pack = await loadPack(sourceOf(assets));
    await expect(pack.read("audio.onnx")).rejects.toBeInstanceOf(PackError);
  });

  it("passes on why it could not be read at all", async () => {
    const assets = await toyAssets();
    assets.delete("pack/text.onnx");
    const pack = await loadPack(sourceOf(assets));
    await expect(pack.read("text.onnx")).rejects.toThrow("no asset pack/text.onnx");
  });
});

describe("a pack whose parts do not fit each other", () => {
  it("is refused when the text tower's output is not of the pack's dimension", async () => {
    const pack = await loadPack(sourceOf(await changed({ dimension: 16 })));
    await expect(openTextTower({ pack, runtime: nodeRuntime() })).rejects.toMatchObject({
      code: "pack",
      what: "The model's output is not 1 embeddings of 16 numbers.",
    });
  });

  it("is refused when a graph is not a graph", async () => {
    const pack = await loadPack(sourceOf(await changed({}, { "text.onnx": { no: "graph" } })));
    await expect(openTextTower({ pack, runtime: nodeRuntime() })).rejects.toMatchObject({
      code: "pack",
      what: "The runtime cannot read a graph of the pack.",
    });
  });

  it("is refused when its tokenizer is of no known kind", async () => {
    const tokenizer = { "tokenizer.json": { model: { type: "Nothing" } } };
    const pack = await loadPack(sourceOf(await changed({}, tokenizer)));
    await expect(openTextTower({ pack, runtime: nodeRuntime() })).rejects.toMatchObject({
      code: "pack",
      input: "tokenizer.json",
    });
  });

  it.each([
    ["too few vectors", { words: ["a", "b"], kinds: ["mood", "mood"], vectors: "AAAAAA==" }],
    ["kinds missing", { words: ["a"], kinds: [], vectors: btoa("\0".repeat(32)) }],
    ["vectors that are not base64", { words: ["a"], kinds: ["mood"], vectors: "#" }],
    ["an unknown kind", { words: ["a"], kinds: ["colour"], vectors: btoa("\0".repeat(32)) }],
  ])("is refused when its vocabulary has %s", async (_, vocabulary) => {
    const pack = await loadPack(sourceOf(await changed({}, { "vocabulary.json": vocabulary })));
    await expect(loadVocabulary(pack)).rejects.toMatchObject({
      code: "pack",
      input: "vocabulary.json",
    });
  });
});
