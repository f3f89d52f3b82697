import { beforeAll, describe, expect, it } from "vitest";
import { AudioError } from "../../../src/contract/errors.ts";
import {
  createAudioTower,
  type AudioTower,
  type SectionEmbedding,
} from "../../../src/engine/encode/audio-tower.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import type { Runtime } from "../../../src/engine/encode/runtime.ts";
import { SectionCutter } from "../../../src/engine/encode/sections.ts";
import { embedTrack } from "../../../src/engine/encode/track.ts";
import { openAudioTower } from "../../../src/engine/open.ts";
import { randomNumbers, toyPack } from "../toy.ts";

// The toy pack: 8 samples a second, sections of one second every half second.
let tower: AudioTower;
beforeAll(async () => {
  tower = await openAudioTower({ pack: await toyPack(), runtime: nodeRuntime() });
});

function noise(n: number): Float32Array {
  const next = randomNumbers(n);
  return Float32Array.from({ length: n }, () => next() * 2 - 1);
}

function inChunks(samples: Float32Array, size: number): Float32Array[] {
  const count = Math.ceil(samples.length / size);
  return Array.from({ length: count }, (_, i) => samples.subarray(i * size, (i + 1) * size));
}

async function all(chunks: Iterable<Float32Array>, by = tower): Promise<SectionEmbedding[]> {
  const sections: SectionEmbedding[] = [];
  for await (const section of by.embed(chunks)) sections.push(section);
  return sections;
}

describe("the audio tower", () => {
  it("gives each section its place in seconds and a unit vector", async () => {
    const sections = await all([noise(20)]);
    expect(sections.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [0.5, 1.5],
      [1, 2],
      [1.5, 2.5],
    ]);
    for (const { embedding } of sections) expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
  });

  it("gives the same whatever the chunks", async () => {
    const samples = noise(101);
    const whole = await all([samples]);
    expect(whole.length).toBeGreaterThan(20);
    for (const size of [1, 7, 8, 50]) expect(await all(inChunks(samples, size))).toEqual(whole);
  });

  it("gives a section the same embedding alone and among others", async () => {
    const samples = noise(80);
    const [, , third] = await all([samples]);
    const [alone] = await all([samples.slice(8, 16)]);
    third?.embedding.forEach((x, i) => expect(alone?.embedding[i]).toBeCloseTo(x, 5));
  });

  it("emits sections while samples still come", async () => {
    let handedOver = 0;
    function* endless(): Generator<Float32Array> {
      for (;;) {
        handedOver += 1;
        yield noise(8);
      }
    }
    for await (const section of tower.embed(endless())) if (section.start >= 10) break;
    expect(handedOver).toBeLessThan(20);
  });
});

describe("an audio tower whose sections share blocks", () => {
  // Its toy graph gives a section's own eight samples, scaled to length 1.
  let blocks: AudioTower;
  beforeAll(async () => {
    const pack = await toyPack("toy-blocks-pack");
    blocks = await openAudioTower({ pack, runtime: nodeRuntime() });
  });

  /** One section at a time, as the rule of the pack format says. */
  function naive(samples: Float32Array): [start: number, end: number, embedding: number[]][] {
    const cutter = new SectionCutter(8, 4);
    return [...cutter.push(samples), ...cutter.end()].map(({ start, end, samples: own }) => {
      const length = Math.hypot(...own);
      return [start / 8, end / 8, [...own].map((x) => x / length)];
    });
  }

  it("gives what the sections give one by one, at every length and whatever the chunks", async () => {
    for (const length of [...Array.from({ length: 25 }, (_, i) => i + 1), 100, 203]) {
      const samples = noise(length);
      const expected = naive(samples);
      expect(expected.length).toBeGreaterThan(0);
      for (const chunk of [3, length]) {
        const found = await all(inChunks(samples, chunk), blocks);
        expect(found.map(({ start, end }) => [start, end])).toEqual(
          expected.map(([start, end]) => [start, end]),
        );
        found.forEach(({ embedding }, s) => {
          embedding.forEach((x, i) => expect(x).toBeCloseTo(expected[s]?.[2][i] ?? NaN, 5));
        });
      }
    }
  });

  it("computes each block once, but for one between two runs", async () => {
    const runs: number[][] = [];
    const runtime: Runtime = {
      device: "wasm",
      open: () =>
        Promise.resolve({
          run: ({ audio }, rows) => {
            const [blockCount = 0, samples = 0] = audio?.dims ?? [];
            const first = Array.from({ length: blockCount }, (_, b) => audio?.data[b * samples]);
            runs.push(first.map(Number));
            return Promise.resolve(new Float32Array(rows * 8));
          },
          release: () => Promise.resolve(),
        }),
      transformers: () => Promise.reject(new Error("not used")),
    };
    const counting = await createAudioTower(await toyPack("toy-blocks-pack"), runtime);
    // 100 blocks of four samples, each of which holds the block's number.
    await all([Float32Array.from({ length: 400 }, (_, i) => Math.floor(i / 4))], counting);
    expect(runs.length).toBeGreaterThan(1);
    runs.slice(1).forEach((run, i) => expect(run[0]).toBe(runs[i]?.at(-1)));
    const once = runs.flatMap((run, i) => (i === 0 ? run : run.slice(1)));
    expect(once).toEqual(Array.from({ length: 100 }, (_, block) => block));
    expect(Math.max(...runs.map((run) => run.length))).toBeLessThan(20);
  });

  it("gives silence an embedding", async () => {
    const [section] = await all([new Float32Array(8)], blocks);
    expect([...(section?.embedding ?? [])]).toEqual(Array<number>(8).fill(0));
  });
});

describe("embedTrack", () => {
  it("mixes, resamples, picks peaks and embeds in one pass", async () => {
    const left = new Float32Array(160).fill(1);
    const right = new Float32Array(160).fill(0);
    const chunks = [
      [left.subarray(0, 70), right.subarray(0, 70)],
      [left.subarray(70), right.subarray(70)],
    ];
    const embedded = await embedTrack(tower, { sampleRate: 16, chunks });
    expect(embedded.seconds).toBe(10);
    expect(new Set(embedded.peaks)).toEqual(new Set([128]));
    expect(embedded.sections.at(0)).toMatchObject({ start: 0, end: 1 });
    expect(embedded.sections.at(-1)).toMatchObject({ start: 9, end: 10 });
  });

  it("embeds silence", async () => {
    const { sections } = await embedTrack(tower, {
      sampleRate: 8,
      chunks: [[new Float32Array(8)]],
    });
    expect(sections[0]?.embedding.every(Number.isFinite)).toBe(true);
  });

  it.each([
    ["nothing", []],
    ["empty chunks", [[new Float32Array(0)]]],
    ["samples that are not numbers", [[Float32Array.of(0, NaN, 0)]]],
    ["infinite samples", [[Float32Array.of(0, Infinity, 0)]]],
  ])("refuses %s", async (_, chunks) => {
    await expect(embedTrack(tower, { sampleRate: 8, chunks })).rejects.toBeInstanceOf(AudioError);
  });

  it("refuses a sample rate no audio has", async () => {
    const embedding = embedTrack(tower, { sampleRate: 0.5, chunks: [[new Float32Array(8)]] });
    await expect(embedding).rejects.toBeInstanceOf(AudioError);
  });
});
