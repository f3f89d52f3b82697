import { readFile, readdir, stat } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssetSource } from "../../src/contract/engine.ts";
import type { AudioTower } from "../../src/engine/encode/audio-tower.ts";
import type { Pack } from "../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import type { TextTower } from "../../src/engine/encode/text-tower.ts";
import { loadVocabulary, type Vocabulary } from "../../src/engine/encode/vocabulary.ts";
import { loadPack, openAudioTower, openTextTower } from "../../src/engine/open.ts";

const FOLDER = new URL("../../models/needledrop-base/", import.meta.url);
const LARGEST_PACK = 40_000_000;
/** Greatest difference of one element between two devices' embeddings. */
const DEVICES_AGREE = 1e-3;

const files: AssetSource = {
  read: async (name) => new Uint8Array(await readFile(new URL(name.replace("pack/", ""), FOLDER))),
};

let pack: Pack;
let text: TextTower;
let audio: AudioTower;
let vocabulary: Vocabulary;

beforeAll(async () => {
  pack = await loadPack(files);
  vocabulary = await loadVocabulary(pack);
  const runtime = nodeRuntime();
  text = await openTextTower({ pack, runtime });
  audio = await openAudioTower({ pack, runtime });
});

afterAll(async () => {
  await text.release();
  await audio.release();
});

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

function shipped(word: string): Float32Array {
  const w = vocabulary.words.indexOf(word);
  expect(w, `"${word}" is in the vocabulary`).not.toBe(-1);
  return vocabulary.vectors.subarray(w * pack.dimension, (w + 1) * pack.dimension);
}

async function sectionOf(sample: (second: number) => number): Promise<Float32Array> {
  const { sampleRate, sectionSeconds } = pack.manifest.audio;
  const samples = Float32Array.from({ length: sampleRate * sectionSeconds }, (_, i) =>
    sample(i / sampleRate),
  );
  for await (const { embedding } of audio.embed([samples])) return embedding;
  throw new Error("no section");
}

/** A plucked note twice a second. */
function plucks(second: number): number {
  const since = second % 0.5;
  return 0.5 * Math.exp(-6 * since) * Math.sin(2 * Math.PI * 440 * second);
}

describe("the pack that comes along", () => {
  it("stays within 40 MB", async () => {
    const names = await readdir(FOLDER);
    const sizes = await Promise.all(names.map((name) => stat(new URL(name, FOLDER))));
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(LARGEST_PACK);
  });

  it("has every file as its manifest says", async () => {
    const { files: named } = pack.manifest;
    for (const file of Object.keys(named) as (keyof typeof named)[]) {
      expect((await pack.read(file)).byteLength).toBe(named[file].bytes);
    }
  });

  it("names its licence and everything it was trained on in its card", async () => {
    const card = await readFile(new URL("CARD.md", FOLDER), "utf8");
    expect(card).toContain("CC BY-SA 4.0");
    for (const { name } of pack.manifest.trainingData) expect(card).toContain(name);
  });

  it("embeds words here as it did where it was made", async () => {
    for (const word of ["banjo", "sad", "synthwave", "car chase", "1980s", "slow"]) {
      if (!vocabulary.words.includes(word)) continue;
      const here = await text.embed(word);
      const there = shipped(word);
      const worst = Math.max(...here.map((x, i) => Math.abs(x - (there[i] ?? 0))));
      expect(worst).toBeLessThan(DEVICES_AGREE);
    }
  });

  it("understands a scene it was never given as a tag", async () => {
    const query = await text.embed("music for meditation in the forest");
    for (const near of ["calm", "peaceful", "ambient"]) {
      for (const far of ["aggressive", "action", "metal"]) {
        expect(cosine(query, shipped(near))).toBeGreaterThan(cosine(query, shipped(far)));
      }
    }
  });

  it("does not hear how loud a recording is", async () => {
    const loud = await sectionOf(plucks);
    const soft = await sectionOf((second) => 0.05 * plucks(second));
    expect(cosine(loud, soft)).toBeGreaterThan(0.999);
    expect(Math.hypot(...loud)).toBeCloseTo(1, 4);
  });

  it("hears the difference between a plucked note and noise", async () => {
    let state = 1;
    const noise = await sectionOf(() => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647 - 0.5;
    });
    expect(cosine(await sectionOf(plucks), noise)).toBeLessThan(0.9);
  });

  it("has an embedding for silence", async () => {
    expect((await sectionOf(() => 0)).every(Number.isFinite)).toBe(true);
  });
});
