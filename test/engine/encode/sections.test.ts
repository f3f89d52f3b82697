import { describe, expect, it } from "vitest";
import { SectionCutter, type SectionSamples } from "../../../src/engine/encode/sections.ts";

const LENGTH = 8;
const HOP = 4;

function count(n: number): Float32Array {
  return Float32Array.from({ length: n }, (_, i) => i + 1);
}

function cutInChunks(samples: Float32Array, chunk: number): SectionSamples[] {
  const cutter = new SectionCutter(LENGTH, HOP);
  const sections: SectionSamples[] = [];
  for (let at = 0; at < samples.length; at += chunk) {
    sections.push(...cutter.push(samples.subarray(at, at + chunk)));
  }
  return [...sections, ...cutter.end()];
}

/** The rule of the pack format, on a track held as a whole. */
function naive(samples: Float32Array): SectionSamples[] {
  const n = samples.length;
  if (n === 0) return [];
  if (n < LENGTH) {
    const repeated = Float32Array.from({ length: LENGTH }, (_, i) => samples[i % n] ?? 0);
    return [{ start: 0, end: n, samples: repeated }];
  }
  const starts: number[] = [];
  for (let start = 0; start + LENGTH <= n; start += HOP) starts.push(start);
  if (n - ((starts.at(-1) ?? 0) + LENGTH) > HOP / 2) starts.push(n - LENGTH);
  return starts.map((start) => ({
    start,
    end: start + LENGTH,
    samples: samples.slice(start, start + LENGTH),
  }));
}

describe("SectionCutter", () => {
  it("overlaps sections by the hop", () => {
    expect(cutInChunks(count(16), 16).map((s) => [s.start, s.end])).toEqual([
      [0, 8],
      [4, 12],
      [8, 16],
    ]);
  });

  it("adds a last section only when more than half a hop would be left uncovered", () => {
    expect(cutInChunks(count(18), 18).map((s) => s.start)).toEqual([0, 4, 8]);
    expect(cutInChunks(count(19), 19).map((s) => s.start)).toEqual([0, 4, 8, 11]);
  });

  it("repeats a short track until it fills a section, and says how long it really is", () => {
    const [section] = cutInChunks(count(3), 3);
    expect(section).toMatchObject({ start: 0, end: 3 });
    expect([...(section?.samples ?? [])]).toEqual([1, 2, 3, 1, 2, 3, 1, 2]);
  });

  it("gives nothing for nothing", () => {
    expect(cutInChunks(count(0), 1)).toEqual([]);
  });

  it("does what the rule says at every length, whatever the chunks", () => {
    for (let n = 0; n <= 40; n += 1) {
      for (const chunk of [1, 3, 4, 7, 8, 12, 13, 100]) {
        expect(cutInChunks(count(n), chunk), `${n} in ${chunk}s`).toEqual(naive(count(n)));
      }
    }
  });

  it("works with sections that do not overlap, and with gaps between them", () => {
    for (const hop of [8, 10]) {
      const cutter = new SectionCutter(LENGTH, hop);
      expect([...cutter.push(count(30))].map((s) => [s.start, s.samples[0]])).toEqual(
        [0, hop, 2 * hop].map((start) => [start, start + 1]),
      );
    }
  });
});
