import { describe, expect, it } from "vitest";
import { fMeasure, hitsOf, isTempo } from "../../../tools/hearing/scores.ts";

const f = (found: readonly number[], wanted: readonly number[], tolerance = 0.07): number =>
  fMeasure(hitsOf(found, wanted, tolerance));

describe("found times", () => {
  it("are all right, or all wrong", () => {
    expect(f([1, 2, 3], [1, 2, 3])).toBe(1);
    expect(f([1.06, 1.94], [1, 2])).toBe(1);
    expect(f([1.5, 2.5], [1, 2])).toBe(0);
    expect(f([], [1, 2])).toBe(0);
    expect(f([1], [])).toBe(0);
    expect(f([], [])).toBe(1);
  });

  it("count for less if there are too many, or too few", () => {
    expect(f([1, 1.5, 2, 2.5], [1, 2])).toBeCloseTo(2 / 3);
    expect(f([1], [1, 2])).toBeCloseTo(2 / 3);
  });

  it("are each of one true time at most", () => {
    expect(hitsOf([1], [1, 1.05], 0.07)).toEqual({ hits: 1, found: 1, wanted: 2 });
    expect(hitsOf([1, 1.02], [1], 0.07)).toEqual({ hits: 1, found: 2, wanted: 1 });
  });
});

describe("a tempo", () => {
  it("is right within four per cent", () => {
    expect([103, 97, 105, 95].map((bpm) => isTempo(bpm, 100))).toEqual([true, true, false, false]);
  });
});
