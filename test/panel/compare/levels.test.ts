import { describe, expect, it } from "vitest";
import { levelsOf } from "../../../src/panel/compare/levels.ts";
import { levelText } from "../../../src/panel/words/compare.ts";

const track = (integrated: number | null) =>
  integrated === null ? {} : { heard: { loudness: { integrated, range: 5, peak: -1 } } };

describe("the levels of compared tracks", () => {
  it("lower each to the softest, and raise none", () => {
    const levels = levelsOf([track(-10), track(-16), track(-13)]);
    expect(levels.map(({ decibels }) => decibels)).toEqual([-6, 0, -3]);
    // Played at these gains, all have the loudness of the softest.
    const heard = levels.map(({ gain }, i) => ([-10, -16, -13][i] ?? 0) + 20 * Math.log10(gain));
    for (const loudness of heard) expect(loudness).toBeCloseTo(-16, 9);
    for (const { gain } of levels) expect(gain).toBeLessThanOrEqual(1);
  });

  it("leave a track alone that nobody has measured, and say so", () => {
    const [loud, unknown] = levelsOf([track(-8), track(null), track(-20)]);
    expect(unknown).toEqual({ gain: 1, decibels: null });
    expect(loud?.decibels).toBe(-12);
    expect(levelsOf([track(null)])).toEqual([{ gain: 1, decibels: null }]);
    expect(levelText({ gain: 1, decibels: null })).toBe("Level unknown");
  });

  it("read as decibels, without a minus before nothing", () => {
    expect(levelText({ gain: 0.7, decibels: -3.14 })).toBe("−3.1 dB");
    expect(levelText({ gain: 1, decibels: -0.01 })).toBe("0 dB");
  });
});
