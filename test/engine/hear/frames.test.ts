import { describe, expect, it } from "vitest";
import { Framer } from "../../../src/engine/hear/frames.ts";

/** The frames of samples that arrive in pieces of this length. */
function framed(samples: Float32Array, piece: number, size = 8, hop = 4): number[][] {
  const framer = new Framer(size, hop);
  const frames: number[][] = [];
  const keep = (frame: Float32Array): void => void frames.push([...frame]);
  for (let i = 0; i < samples.length; i += piece) framer.push(samples.subarray(i, i + piece), keep);
  framer.end(keep);
  return frames;
}

/** The same, by looking each sample up. */
function naive(samples: Float32Array, size = 8, hop = 4): number[][] {
  return Array.from({ length: Math.ceil(samples.length / hop) }, (_, n) =>
    Array.from({ length: size }, (_, i) => {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size);
      return Math.fround((samples[n * hop + i - size / 2] ?? 0) * Math.fround(window));
    }),
  );
}

describe("Framer", () => {
  it.each([1, 3, 4, 8, 1000])("gives the same frames of pieces of %i samples", (piece) => {
    for (const length of [1, 4, 5, 8, 17, 40]) {
      const samples = Float32Array.from({ length }, (_, i) => i + 1);
      expect(framed(samples, piece)).toEqual(naive(samples));
    }
  });

  it("gives none of nothing", () => {
    expect(framed(new Float32Array(0), 1)).toEqual([]);
  });
});
