import { describe, expect, it } from "vitest";
import { barHeights, barPath } from "../../../../src/panel/elements/results/waveform.ts";

/** Every peak looked at for every bar: the plain meaning of "the loudest in its stretch". */
function naiveHeights(peaks: Uint8Array, bars: number): number[] {
  const loudest = Math.max(...peaks);
  return Array.from({ length: bars }, (_, bar) => {
    const inBar = [...peaks].filter((_peak, i) => Math.floor((i * bars) / peaks.length) === bar);
    return Math.max(...inBar) / loudest;
  });
}

describe("bar heights", () => {
  it.each([
    [400, 100],
    [90, 90],
    [1000, 8],
  ])("of %i peaks in %i bars are the loudest of each stretch", (length, bars) => {
    const peaks = Uint8Array.from({ length }, (_, i) => (i * 73 + 5) % 251);
    expect(barHeights(peaks, bars)).toEqual(naiveHeights(peaks, bars));
  });

  it("stretch too few peaks over the bars", () => {
    expect(barHeights(Uint8Array.of(100, 50), 4)).toEqual([1, 1, 0.5, 0.5]);
  });

  it("are all zero for silence and for no peaks at all", () => {
    expect(barHeights(Uint8Array.of(0, 0), 2)).toEqual([0, 0]);
    expect(barHeights(new Uint8Array(), 2)).toEqual([0, 0]);
  });
});

describe("a bar path", () => {
  it("draws each bar around the middle, and silence as a hairline", () => {
    expect(barPath([1, 0.5, 0])).toBe("M0.5 0.000V2.000M1.5 0.500V1.500M2.5 0.970V1.030");
  });
});
