import { describe, expect, it } from "vitest";
import { PackError } from "../../../src/contract/errors.ts";
import { loadPack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { openAudioTower, openTextTower } from "../../../src/engine/open.ts";
import { loadVocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { sha256 } from "../../../src/engine/sha256.ts";
import { sourceOf, toyAssets, toyPack } from "../toy.ts";

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

  it("takes sections as a whole unless pack.json says that they are blocks", async () => {
    expect((await toyPack()).manifest.audio.blocksPerSection).toBe(1);
    expect((await toyPack("toy-blocks-pack")).manifest.audio.blocksPerSection).toBe(2);
  });

  it.each([
    ["three blocks where two make a section", { blocksPerSection: 3 }],
    ["blocks shorter than the hop", { blocksPerSection: 2, hopSeconds: 0.75 }],
    ["blocks longer than the hop", { blocksPerSection: 2, hopSeconds: 0.25 }],
  ])("refuses %s", async (_, changes) => {
    const { audio } = (await toyPack("toy-blocks-pack")).manifest;
    const load = loadPack(sourceOf(await changed({ audio: { ...audio, ...changes } })));
    await expect(load).rejects.toMatchObject({
      code: "pack",
      input: "pack.json",
      what: expect.stringMatching(/^A section of 8 samples cannot be \d blocks/) as string,
      next: expect.stringContaining("hopSeconds") as string,
    });
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

describe("a vocabulary", () => {
  it("is calibrated if the pack says how its words are heard", async () => {
    const { words, calibration = [] } = await loadVocabulary(await toyPack("toy-blocks-pack"));
    const heard = { scale: 8, bias: -2, reliability: 0.75 };
    expect(calibration).toEqual(
      words.map((word) => (word === "80s" || word === "slow" ? null : heard)),
    );
    expect(await loadVocabulary(await toyPack())).not.toHaveProperty("calibration");
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

  it("is refused when its audio graph takes no blocks and pack.json says so", async () => {
    const { audio } = (await toyPack()).manifest;
    const assets = await changed({ audio: { ...audio, blocksPerSection: 2 } });
    const pack = await loadPack(sourceOf(assets));
    const tower = await openAudioTower({ pack, runtime: nodeRuntime() });
    await expect(tower.embed([new Float32Array(8)]).next()).rejects.toMatchObject({
      code: "pack",
      input: "audio.onnx",
      what: "The model takes audio, and its pack.json says audio and sections.",
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

  const one = { words: ["a"], kinds: ["mood"], vectors: btoa("\0".repeat(32)) };
  const heard = { scale: [1], bias: [0], reliability: [0.5] };

  it.each([
    ["too few vectors", { words: ["a", "b"], kinds: ["mood", "mood"], vectors: "AAAAAA==" }],
    ["kinds missing", { words: ["a"], kinds: [], vectors: btoa("\0".repeat(32)) }],
    ["vectors that are not base64", { words: ["a"], kinds: ["mood"], vectors: "#" }],
    ["a scale and nothing else", { ...one, scale: [1] }],
    ["a column that is too long", { ...one, ...heard, bias: [0, 0] }],
    ["a word without a bias", { ...one, ...heard, bias: [null] }],
    ["a scale below zero", { ...one, ...heard, scale: [-1] }],
    ["a reliability worse than chance", { ...one, ...heard, reliability: [0.4] }],
    ["a reliability above 1", { ...one, ...heard, reliability: [1.1] }],
    ["an unknown kind", { words: ["a"], kinds: ["colour"], vectors: btoa("\0".repeat(32)) }],
  ])("is refused when its vocabulary has %s", async (_, vocabulary) => {
    const pack = await loadPack(sourceOf(await changed({}, { "vocabulary.json": vocabulary })));
    await expect(loadVocabulary(pack)).rejects.toMatchObject({
      code: "pack",
      input: "vocabulary.json",
    });
  });
});
