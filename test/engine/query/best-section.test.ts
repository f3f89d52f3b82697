import { describe, expect, it } from "vitest";
import { bestSection } from "../../../src/engine/query/best-section.ts";

/** One track whose sections of 10 s start every 5 s, with scores in deviations. */
function best(...scores: number[]) {
  const start = Float32Array.from(scores, (_, i) => 5 * i);
  const end = start.map((from) => from + 10);
  const firstSection = Uint32Array.of(0, scores.length);
  return bestSection({ firstSection, start, end }, Float32Array.from(scores), 0);
}

describe("bestSection", () => {
  it("is the best section alone when its neighbours fall off", () => {
    expect(best(1, 3, 1)).toEqual({ section: 1, stretch: { start: 5, end: 15 } });
  });

  it("extends over neighbours that score nearly as well", () => {
    expect(best(1, 2.7, 3, 2.6, 1).stretch).toEqual({ start: 5, end: 25 });
  });

  it("does not jump over a section that fits badly", () => {
    expect(best(3, 1, 2.9).stretch).toEqual({ start: 0, end: 10 });
  });

  it("grows towards the better neighbour first, and stops at half a minute", () => {
    expect(best(2.8, 2.8, 3, 2.9, 2.9, 2.9, 2.9, 2.8).stretch).toEqual({
      start: 10,
      end: 40,
    });
  });

  it("takes the earlier of two equally good sections", () => {
    expect(best(1, 3, 1, 3).section).toBe(1);
  });

  it("stays within the track", () => {
    const start = Float32Array.of(0, 0, 0);
    const end = Float32Array.of(10, 7, 10);
    const index = { firstSection: Uint32Array.of(0, 1, 2, 3), start, end };
    const found = bestSection(index, Float32Array.of(1, 0.9, 1), 1);
    expect(found).toEqual({ section: 1, stretch: { start: 0, end: 7 } });
  });

  it("gives times to the millisecond, without the noise of their storage", () => {
    const index = {
      firstSection: Uint32Array.of(0, 1),
      start: Float32Array.of(72.9436),
      end: Float32Array.of(82.9436),
    };
    const found = bestSection(index, Float32Array.of(1), 0);
    expect(found.stretch).toEqual({ start: 72.944, end: 82.944 });
  });

  it("returns a single section longer than half a minute whole", () => {
    const index = {
      firstSection: Uint32Array.of(0, 1),
      start: Float32Array.of(0),
      end: Float32Array.of(60),
    };
    expect(bestSection(index, Float32Array.of(1), 0).stretch).toEqual({ start: 0, end: 60 });
  });
});
