import { expect, it } from "vitest";
import { median, quantile } from "../../bench/statistics.ts";

it("takes the value by its rank, in whatever order the values come", () => {
  const values = [5, 1, 4, 2, 3];
  expect(median(values)).toBe(3);
  expect(quantile(values, 0.95)).toBe(5);
  expect(quantile(values, 0)).toBe(1);
  expect(median([7])).toBe(7);
});

it("compares numbers as numbers", () => {
  expect(median([100, 9, 80])).toBe(80);
});

it("has no value for no values", () => {
  expect(() => median([])).toThrow(RangeError);
});
