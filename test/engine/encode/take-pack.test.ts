import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadVocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { sourceOf, toyAssets, toyPack } from "../toy.ts";
import { clapFolder, CONSTANT_TEXT, taken } from "./toy-clap.ts";
import type { PackFolder } from "../../../src/engine/encode/pack-folder.ts";

async function ownFolder(changes: Record<string, Uint8Array> = {}): Promise<PackFolder> {
  const assets = await toyAssets(changes);
  const source = sourceOf(assets);
  return {
    name: "toy-pack",
    files: [...assets.keys()].map((name) => name.slice("pack/".length)),
    read: async (file) => new Uint8Array(await source.read(`pack/${file}`)),
  };
}

const config = async (file: string, changes: object) => {
  const bytes = await (await clapFolder()).read(file);
  const before = JSON.parse(new TextDecoder().decode(bytes)) as object;
  return { [file]: JSON.stringify({ ...before, ...changes }) };
};

afterEach(() => vi.restoreAllMocks());

describe("taking in a CLAP model", () => {
  it("makes a pack of it, whose windows are those that the model takes", async () => {
    const { pack, files } = await taken(await clapFolder());
    expect(pack.id).toMatch(/^toy-clap@[0-9a-f]{12}$/);
    expect(pack.dimension).toBe(8);
    expect(pack.manifest).toMatchObject({
      layout: "clap",
      licence: { id: "Apache-2.0" },
      text: { file: "onnx/text_model.onnx", maxTokens: 32 },
      audio: { file: "onnx/audio_model.onnx", sampleRate: 8000, sectionSeconds: 10, hopSeconds: 5 },
    });
    expect(files).toContain("vocabulary.json");
    expect(files).not.toContain("README.md");
  });

  it("embeds our words with the model, since it brings none", async () => {
    const { pack } = await taken(await clapFolder());
    const { words, kinds, vectors } = await loadVocabulary(pack);
    expect({ words, kinds }).toEqual(expect.objectContaining(await wordsOfToy()));
    expect(vectors).toHaveLength(8 * words.length);
  });

  it("is the same pack each time, and another one where a file differs", async () => {
    const first = await taken(await clapFolder());
    expect((await taken(await clapFolder())).pack.hash).toBe(first.pack.hash);
    const other = await taken(
      await clapFolder(await config("tokenizer_config.json", { model_max_length: 16 })),
    );
    expect(other.pack.hash).not.toBe(first.pack.hash);
    expect(other.pack.id).not.toBe(first.pack.id);
  });

  it("prefers eight-bit weights", async () => {
    const folder = await clapFolder();
    const weights = await folder.read("onnx/text_model.onnx");
    const { pack } = await taken(await clapFolder({ "onnx/text_model_quantized.onnx": weights }));
    expect(pack.manifest.text.file).toBe("onnx/text_model_quantized.onnx");
  });

  it("fetches nothing", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    await taken(await clapFolder());
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each([
    ["config.json", "config.json"],
    ["tokenizer.json", "tokenizer.json"],
    ["tokenizer_config.json", "tokenizer_config.json"],
    ["preprocessor_config.json", "preprocessor_config.json"],
    ["onnx/text_model.onnx", "onnx/text_model.onnx"],
    ["onnx/audio_model.onnx", "onnx/audio_model.onnx"],
  ])("refuses a folder without %s", async (file, input) => {
    const taking = taken(await clapFolder({ [file]: null }));
    const named = file === "config.json" ? "toy-clap" : input;
    await expect(taking).rejects.toMatchObject({ code: "pack", input: named });
  });

  it.each([
    ["config.json", { model_type: "clip" }, "model_type"],
    ["config.json", { projection_dim: -1 }, "projection_dim"],
    ["preprocessor_config.json", { truncation: "fusion" }, "truncation"],
    ["preprocessor_config.json", { sampling_rate: "48k" }, "sampling_rate"],
    ["tokenizer_config.json", { model_max_length: "long" }, "model_max_length"],
  ])("refuses a %s with %j, and names both", async (file, changes, place) => {
    const taking = taken(await clapFolder(await config(file, changes)));
    await expect(taking).rejects.toMatchObject({
      code: "pack",
      input: file,
      what: expect.stringContaining(place) as string,
    });
  });

  it.each(["config.json", "tokenizer.json"])("refuses a %s that is not JSON", async (file) => {
    const taking = taken(await clapFolder({ [file]: "{" }));
    await expect(taking).rejects.toMatchObject({ code: "pack", input: file });
  });

  it("refuses a graph that is none, and a tokenizer that cannot be built", async () => {
    const graph = taken(await clapFolder({ "onnx/audio_model.onnx": "no graph" }));
    await expect(graph).rejects.toMatchObject({ code: "pack", input: "onnx/audio_model.onnx" });
    const tokenizer = taken(await clapFolder({ "tokenizer.json": '{"model":{"type":"none"}}' }));
    await expect(tokenizer).rejects.toMatchObject({ code: "pack", input: "tokenizer.json" });
  });

  it("refuses embeddings of another dimension than config.json says", async () => {
    const taking = taken(await clapFolder(await config("config.json", { projection_dim: 16 })));
    await expect(taking).rejects.toMatchObject({
      code: "pack",
      input: "onnx/text_model.onnx",
      what: "The model's output is not 1 embeddings of 16 numbers.",
    });
  });

  it("refuses a fused model", async () => {
    const fused = { audio_config: { enable_fusion: true } };
    const taking = taken(await clapFolder(await config("config.json", fused)));
    await expect(taking).rejects.toThrow("fuses several windows");
  });

  it("refuses the checkpoint whose text tower is broken, by its name and by what it does", async () => {
    const name = { _name_or_path: "laion/larger_clap_music" };
    const named = taken(await clapFolder(await config("config.json", name)));
    await expect(named).rejects.toMatchObject({ code: "pack", input: "config.json" });
    const constant = new Uint8Array(await readFile(CONSTANT_TEXT));
    const nameless = taken(await clapFolder({ "onnx/text_model.onnx": constant }));
    await expect(nameless).rejects.toMatchObject({
      code: "pack",
      what: expect.stringContaining("the same embedding for every text") as string,
    });
  });

  it("takes a model with a similar name", async () => {
    const name = { _name_or_path: "laion/larger_clap_music_and_speech" };
    const { pack } = await taken(await clapFolder(await config("config.json", name)));
    expect(pack.id).toMatch(/^larger_clap_music_and_speech@/);
  });

  it.each([
    ["---\nlicense: cc-by-nc-4.0\n---\n", "CC-BY-NC-4.0"],
    ["---\ntags:\n- audio\nlicense: 'mit'\n---\n", "MIT"],
    ["# No card\nlicense: mit\n", "unknown"],
    ["---\ntags: []\n---\nlicense: mit\n", "unknown"],
  ])("reads the licence from the card %j", async (card, id) => {
    const { pack } = await taken(await clapFolder({ "README.md": card }));
    expect(pack.manifest.licence.id).toBe(id);
  });
});

describe("taking in a pack of ours", () => {
  it("keeps it as it is", async () => {
    const made = await taken(await ownFolder());
    const { pack, files } = made;
    expect(pack.hash).toBe((await toyPack()).hash);
    expect([...files].sort()).toEqual(
      ["audio.onnx", "pack.json", "text.onnx", "tokenizer.json", "vocabulary.json"].sort(),
    );
    expect([...(await made.read("pack.json"))]).toEqual([
      ...(await (await ownFolder()).read("pack.json")),
    ]);
  });

  it("refuses one with an altered file", async () => {
    const altered = new Uint8Array((await toyAssets()).get("pack/audio.onnx") ?? []);
    altered[100] = (altered[100] ?? 0) ^ 1;
    const taking = taken(await ownFolder({ "pack/audio.onnx": altered }));
    await expect(taking).rejects.toMatchObject({ code: "pack", input: "audio.onnx" });
  });

  it("refuses a folder that is neither", async () => {
    const folder = { name: "Music", files: ["a.mp3"], read: () => Promise.reject(new Error()) };
    await expect(taken(folder)).rejects.toMatchObject({ code: "pack", input: "Music" });
  });
});

async function wordsOfToy() {
  const { words, kinds } = await loadVocabulary(await toyPack());
  return { words, kinds };
}
