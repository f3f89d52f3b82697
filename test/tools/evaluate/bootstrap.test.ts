import { describe, expect, it } from "vitest";
import { estimateMean, estimateRatio } from "../../../tools/evaluate/bootstrap.ts";
import { randomNumbers } from "../../engine/toy.ts";

describe("a bootstrap interval", () => {
  it("is a point where all values are the same", () => {
    expect(estimateMean([0.5, 0.5, 0.5])).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  it("is about 1.96 standard errors to both sides", () => {
    const next = randomNumbers(7);
    const sample = Array.from({ length: 400 }, next);
    const { value, low, high } = estimateMean(sample);
    const error = Math.sqrt(1 / 12 / sample.length); // of a uniform distribution
    expect(value - low).toBeGreaterThan(1.7 * error);
    expect(value - low).toBeLessThan(2.2 * error);
    expect(high - value).toBeGreaterThan(1.7 * error);
    expect(high - value).toBeLessThan(2.2 * error);
  });

  it("is the same every time", () => {
    const sample = [0.1, 0.9, 0.4, 0.7];
    expect(estimateMean(sample)).toEqual(estimateMean(sample));
  });

  it("of a ratio is a ratio of means, not a mean of ratios", () => {
    const pairs = [
      [1, 1],
      [1, 3],
    ] as const;
    const { value, low, high } = estimateRatio(pairs);
    expect(value).toBe(2 / 4);
    expect([low, high]).toEqual([1 / 3, 1]);
  });
});
