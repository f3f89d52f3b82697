import { describe, expect, it } from "vitest";
import { shareBlocks } from "../../../src/engine/encode/blocks.ts";
import { SectionCutter, type SectionSamples } from "../../../src/engine/encode/sections.ts";

const BLOCK = 4;

/** The sections of a track whose samples are 0, 1, 2, ..., `blocks` blocks to a section. */
function cut(samples: number, blocks: number): SectionSamples[] {
  const cutter = new SectionCutter(blocks * BLOCK, BLOCK);
  const track = Float32Array.from({ length: samples }, (_, i) => i);
  return [...cutter.push(track), ...cutter.end()];
}

describe("shareBlocks", () => {
  it("holds each block of the grid once, in order of time", () => {
    const { count, audio, sections } = shareBlocks(cut(16, 2), 2);
    expect(count).toBe(4);
    expect([...audio]).toEqual(Array.from({ length: 16 }, (_, i) => i));
    expect([...sections]).toEqual([0n, 1n, 1n, 2n, 2n, 3n]);
  });

  it("gives a last section off the grid blocks of its own", () => {
    const { count, audio, sections } = shareBlocks(cut(15, 2), 2);
    expect([...sections]).toEqual([0n, 1n, 1n, 2n, 3n, 4n]);
    expect(count).toBe(5);
    expect([...audio.subarray(3 * BLOCK)]).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it("divides a short track after it was repeated", () => {
    const { count, audio, sections } = shareBlocks(cut(3, 2), 2);
    expect([count, ...sections]).toEqual([2, 0n, 1n]);
    expect([...audio]).toEqual([0, 1, 2, 0, 1, 2, 0, 1]);
  });

  it("puts every section together again from its blocks, at every length", () => {
    for (const blocks of [1, 2, 3]) {
      for (let samples = 1; samples <= 40; samples += 1) {
        const whole = cut(samples, blocks);
        const { audio, sections } = shareBlocks(whole, blocks);
        const rows = [...sections].map(Number);
        const joined = whole.map((_, s) =>
          rows
            .slice(s * blocks, (s + 1) * blocks)
            .flatMap((row) => [...audio.subarray(row * BLOCK, (row + 1) * BLOCK)]),
        );
        expect(joined).toEqual(whole.map((section) => [...section.samples]));
      }
    }
  });
});
