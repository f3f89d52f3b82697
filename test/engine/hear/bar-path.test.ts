import { describe, expect, it } from "vitest";
import { barsOf } from "../../../src/engine/hear/bar-path.ts";

/** Probabilities of downbeats at beats: high at these places. */
function downbeats(places: readonly number[], count: number): Float32Array {
  const found = new Float32Array(count).fill(0.1);
  for (const place of places) found[place] = 0.7;
  return found;
}

const beatsThere = (count: number): Float32Array => new Float32Array(count).fill(0.9);
const every = (metre: number, from: number, count: number): number[] =>
  Array.from({ length: Math.ceil((count - from) / metre) }, (_, i) => from + i * metre);

describe("the path of bars", () => {
  it.each([
    [2, 1],
    [3, 0],
    [3, 2],
    [4, 3],
  ])("finds bars of %i beats from beat %i on", (metre, from) => {
    const places = every(metre, from, 24);
    const bars = barsOf(beatsThere(24), downbeats(places, 24));
    expect(bars?.beatsPerBar).toBe(metre);
    expect(bars?.isDownbeat.flatMap((is, i) => (is ? [i] : []))).toEqual(places);
  });

  it("keeps its place where a downbeat is not heard", () => {
    const places = every(4, 1, 32);
    const heard = places.filter((_, i) => i !== 3);
    const bars = barsOf(beatsThere(32), downbeats(heard, 32));
    expect(bars?.isDownbeat.flatMap((is, i) => (is ? [i] : []))).toEqual(places);
  });

  it("finds its place again after a beat was lost", () => {
    const places = [...every(4, 0, 24), ...every(4, 27, 60)];
    const bars = barsOf(beatsThere(60), downbeats(places, 60));
    expect(bars?.beatsPerBar).toBe(4);
    expect(bars?.isDownbeat.flatMap((is, i) => (is ? [i] : []))).toEqual(places);
  });

  it("is plain where downbeats differ from other beats, and not where none do", () => {
    const plain = barsOf(beatsThere(32), downbeats(every(4, 0, 32), 32));
    const alike = barsOf(beatsThere(32), new Float32Array(32).fill(0.3));
    expect(plain?.plainness).toBeGreaterThan(2);
    expect(alike?.plainness).toBeLessThan(1);
  });

  it("is null for fewer beats than two bars have", () => {
    expect(barsOf(beatsThere(3), downbeats([0], 3))).toBeNull();
  });
});
