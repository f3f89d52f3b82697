import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssetSource } from "../../../src/contract/engine.ts";
import { PackError } from "../../../src/contract/errors.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import type { Runtime } from "../../../src/engine/encode/runtime.ts";
import { createBeatNet, HOP, type BeatNet } from "../../../src/engine/hear/beat-net.ts";
import { NetRhythm } from "../../../src/engine/hear/net-rhythm.ts";
import { SAMPLE_RATE } from "../../../src/engine/hear/frames.ts";
import { randomNumbers } from "../toy.ts";

const folder = new URL("../../../models/needledrop-beats/", import.meta.url);
const file = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(name, folder)));

/** Its files, some of them changed. */
const assets = (changes: Record<string, Uint8Array> = {}): AssetSource => ({
  read: async (name) => changes[name] ?? (await file(name.replace("beats/", ""))),
});

/** Clicks with an accent on each fourth. */
function clicks(period: number, seconds: number): Float32Array {
  const next = randomNumbers(1);
  const samples = new Float32Array(seconds * SAMPLE_RATE);
  for (let beat = 0; beat * period < seconds - 0.1; beat += 1) {
    const from = Math.round((0.2 + beat * period) * SAMPLE_RATE);
    for (let i = 0; i < 0.05 * SAMPLE_RATE && from + i < samples.length; i += 1) {
      const loud = beat % 4 === 0 ? 1 : 0.4;
      samples[from + i] = (next() - 0.5) * loud * Math.exp(-i / (0.01 * SAMPLE_RATE));
    }
  }
  return samples;
}

let runtime: Runtime;
let net: BeatNet;
beforeAll(async () => {
  runtime = await nodeRuntime()("wasm", assets());
  net = await createBeatNet(assets(), runtime);
});
afterAll(() => net.release());

describe("the net that ships", () => {
  it.each([0.5, 0.6, 0.75])("hears clicks %f s apart", async (period) => {
    const listener = new NetRhythm(net);
    listener.push(clicks(period, 20));
    const rhythm = await listener.end();
    const octaves = Math.log2((rhythm?.bpm ?? 1) / (60 / period));
    expect(Math.abs(octaves - Math.round(octaves))).toBeLessThan(0.03);
  });

  it("gives probabilities for each hop and one more, whatever the loudness", async () => {
    const samples = clicks(0.5, 10);
    const { beat, downbeat } = await net.hear(samples);
    expect([beat.length, downbeat.length]).toEqual([samples.length / HOP + 1, beat.length]);
    const soft = await net.hear(samples.map((sample) => sample / 30));
    const off = soft.beat.map((p, i) => Math.abs(p - (beat[i] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(1e-3);
  });

  it("hears nothing in silence", async () => {
    const { beat } = await net.hear(new Float32Array(10 * SAMPLE_RATE));
    expect(beat.every(Number.isFinite)).toBe(true);
    const listener = new NetRhythm(net);
    listener.push(new Float32Array(10 * SAMPLE_RATE));
    expect(await listener.end()).toBeNull();
  });

  it("is refused if a byte of it is another", async () => {
    const bytes = await file("beats.onnx");
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    const altered = createBeatNet(assets({ "beats/beats.onnx": bytes }), runtime);
    await expect(altered).rejects.toThrow(PackError);
  });

  it.each(["{", "[]", '{"format":2}'])("is refused if its facts are %s", async (text) => {
    const facts = new TextEncoder().encode(text);
    const strange = createBeatNet(assets({ "beats/beats.json": facts }), runtime);
    await expect(strange).rejects.toThrow(PackError);
  });
});
