import { describe, expect, it } from "vitest";
import { packTimes, unpackTimes } from "../../src/shared/packed-times.ts";

describe("packed times", () => {
  it("come back to a hundredth of a second, and errors do not add up", () => {
    const times = Array.from({ length: 500 }, (_, bar) => 0.123 + bar * 1.8765);
    const packed = packTimes(times, 2);
    expect(packed).toHaveLength(1000);
    unpackTimes(packed, 2).forEach((time, bar) => {
      expect(Math.abs(time - (times[bar] ?? 0))).toBeLessThanOrEqual(0.005 + 1e-9);
    });
  });

  it("are none for none", () => {
    expect(packTimes([], 2)).toBe("");
    expect(unpackTimes("", 2)).toEqual([]);
  });

  it("end before a gap that their digits do not hold, and before a time that goes back", () => {
    expect(unpackTimes(packTimes([1, 2, 43, 44], 2), 2)).toEqual([1, 2]);
    expect(unpackTimes(packTimes([1, 2, 43, 2000], 3), 3)).toEqual([1, 2, 43, 2000]);
    expect(unpackTimes(packTimes([1, 2, 1.5], 2), 2)).toEqual([1, 2]);
  });

  it("are cut to as many as an index takes", () => {
    expect(
      packTimes(
        Array.from({ length: 5000 }, (_, bar) => bar),
        2,
      ),
    ).toHaveLength(8000);
  });
});
