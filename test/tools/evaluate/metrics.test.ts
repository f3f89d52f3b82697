import { describe, expect, it } from "vitest";
import { mean, ndcg, overlap, precision } from "../../../tools/evaluate/metrics.ts";

describe("nDCG", () => {
  it("is as computed by hand", () => {
    // DCG: 1/1 + 0 + 7/2 = 4.5. Best order 3, 2, 1: 7/1 + 3/log2(3) + 1/2 = 9.3928.
    expect(ndcg([1, 0, 3], [0, 3, 1, 2], 3)).toBeCloseTo(4.5 / 9.392789260714371, 10);
  });

  it("is 1 for the best order and 0 for nothing relevant", () => {
    expect(ndcg([3, 2, 1, 0], [0, 1, 2, 3], 4)).toBe(1);
    expect(ndcg([0, 0], [0, 0, 3], 2)).toBe(0);
    expect(ndcg([0, 0], [0, 0], 2)).toBe(0);
  });

  it("looks at the first places alone, of the order found and of the best", () => {
    expect(ndcg([3, 0, 0, 3], [3, 3, 0, 0], 1)).toBe(1);
    expect(ndcg([0, 3], [3, 0], 1)).toBe(0);
  });
});

it("precision counts good grades among the first places, empty ones included", () => {
  expect(precision([3, 1, 2, 0, 0, 3], 5, 2)).toBe(2 / 5);
  expect(precision([2], 5, 2)).toBe(1 / 5);
});

it("overlap is a share of the first list", () => {
  expect(overlap(["a", "b", "c", "d"], ["d", "x", "a"])).toBe(1 / 2);
  expect(overlap([], ["a"])).toBe(0);
});

it("mean is the arithmetic mean", () => {
  expect(mean([1, 2, 6])).toBe(3);
});
