import { describe, expect, it } from "vitest";
import type { Fit } from "../../../src/contract/fit.ts";
import { rowOf } from "../../../src/shared/fit/row-of.ts";

function fitOf(frameRate: number, fit: Partial<Fit> = {}): Fit {
  return {
    ...{ kind: "edited", seconds: 20, frameRate, hits: [], hasEnding: true, fadeIn: 0, fadeOut: 0 },
    passages: [
      { source: { start: 1.017, end: 6.35 }, at: 0 },
      { source: { start: 30.01, end: 34.27 }, at: 5.333 },
      { source: { start: 51.123, end: 61.53 }, at: 9.593 },
    ],
    seams: [],
    ...fit,
  };
}

const RATES = [24, 25, 30_000 / 1001, 50, 60, 7, 1000];

describe("the clips of a fit", () => {
  it.each(RATES)("begin and end on frames, one after the other, at %d frames a second", (rate) => {
    const row = rowOf(fitOf(rate));
    expect(row).toHaveLength(3);
    let end = 0;
    for (const { source, at } of row) {
      expect(at * rate).toBeCloseTo(Math.round(at * rate), 6);
      expect(at).toBeCloseTo(end, 9);
      end = at + source.end - source.start;
    }
    expect(end * rate).toBeCloseTo(Math.floor(20 * rate + 1e-6), 6);
  });

  it.each(RATES)("keep every beat where the fit has it, at %d frames a second", (rate) => {
    const fit = fitOf(rate);
    rowOf(fit).forEach(({ source, at }, n) => {
      const passage = fit.passages[n];
      expect(source.start - at).toBeCloseTo((passage?.source.start ?? 0) - (passage?.at ?? 0), 9);
    });
  });

  it.each(RATES)("begin before the attack, by less than a frame, at %d frames a second", (rate) => {
    const fit = fitOf(rate);
    rowOf(fit)
      .slice(1)
      .forEach(({ at }, n) => {
        const early = (fit.passages[n + 1]?.at ?? 0) - at;
        expect(early).toBeGreaterThanOrEqual(0.005 - 1e-6);
        expect(early).toBeLessThan(0.005 + 1 / rate + 1e-6);
      });
  });

  it("begin later where the track has nothing earlier", () => {
    const again = fitOf(25, {
      passages: [
        { source: { start: 0, end: 5.333 }, at: 0 },
        { source: { start: 0, end: 14.667 }, at: 5.333 },
      ],
    });
    const [, second] = rowOf(again);
    expect(second?.at).toBeCloseTo(5.36, 9);
    expect(second?.source.start).toBeCloseTo(0.027, 9);
  });

  it("end where the music ends, if that is before the fit does", () => {
    const [only, ...others] = rowOf(
      fitOf(25, { passages: [{ source: { start: 2, end: 12.05 }, at: 0 }] }),
    );
    expect(others).toEqual([]);
    expect(only?.source.end).toBeCloseTo(12.04, 9);
  });

  it("leave out what is shorter than a frame, and leave no gap", () => {
    const short = fitOf(1, {
      passages: [
        { source: { start: 1, end: 5.2 }, at: 0 },
        { source: { start: 20, end: 20.4 }, at: 4.2 },
        { source: { start: 40, end: 55.4 }, at: 4.6 },
      ],
    });
    expect(rowOf(short).map(({ at }) => at)).toEqual([0, 4]);
  });

  it("begin with silence where the fit does", () => {
    const [only] = rowOf(
      fitOf(25, { kind: "end", passages: [{ source: { start: 0, end: 9.99 }, at: 10.01 }] }),
    );
    expect(only?.at).toBeCloseTo(10.04, 9);
    expect(only?.source.start).toBeCloseTo(0.03, 9);
  });
});
