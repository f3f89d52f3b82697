import { describe, expect, it } from "vitest";
import { bestFirst } from "../../../src/engine/query/best-first.ts";
import { randomNumbers } from "../toy.ts";

const smaller = (a: number, b: number): boolean => a < b;

describe("bestFirst", () => {
  it("gives all items in the order that sorting them gives", () => {
    for (const count of [0, 1, 2, 3, 7, 100, 1000]) {
      const next = randomNumbers(count);
      const items = Array.from({ length: count }, () => Math.floor(next() * 100));
      const sorted = [...items].sort((a, b) => a - b);
      expect([...bestFirst(Int32Array.from(items), smaller)]).toEqual(sorted);
    }
  });

  it("compares each of many items only a few times for the first ten", () => {
    const next = randomNumbers(5);
    const items = Array.from({ length: 10_000 }, () => Math.floor(next() * 2 ** 31));
    const expected = [...items].sort((a, b) => a - b).slice(0, 10);
    let compared = 0;
    const counting = (a: number, b: number): boolean => {
      compared += 1;
      return a < b;
    };
    const found: number[] = [];
    for (const item of bestFirst(Int32Array.from(items), counting))
      if (found.push(item) === 10) break;
    expect(found).toEqual(expected);
    expect(compared).toBeLessThan(3 * 10_000);
  });
});
