import { describe, expect, it } from "vitest";
import { packBars, unpackBars } from "../../src/shared/bar-times.ts";

describe("coded times of bars", () => {
  it("come back to a hundredth of a second, and errors do not add up", () => {
    const times = Array.from({ length: 500 }, (_, bar) => 0.123 + bar * 1.8765);
    const packed = packBars(times);
    expect(packed).toHaveLength(1000);
    unpackBars(packed).forEach((time, bar) => {
      expect(Math.abs(time - (times[bar] ?? 0))).toBeLessThanOrEqual(0.005 + 1e-9);
    });
  });

  it("are none for none", () => {
    expect(packBars([])).toBe("");
    expect(unpackBars("")).toEqual([]);
  });

  it("end before a pause that is too long to be a bar, and before a time that goes back", () => {
    expect(unpackBars(packBars([1, 2, 43, 44]))).toEqual([1, 2]);
    expect(unpackBars(packBars([1, 2, 1.5]))).toEqual([1, 2]);
  });

  it("are cut to as many as an index takes", () => {
    expect(packBars(Array.from({ length: 5000 }, (_, bar) => bar))).toHaveLength(8000);
  });
});
