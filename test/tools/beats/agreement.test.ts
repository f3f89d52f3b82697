import { expect, it } from "vitest";
import { beatF, isTempo, OCTAVES } from "../../../tools/beats/agreement.ts";

it("beatF is 1 for the same beats, within 70 ms", () => {
  expect(beatF([0.06, 0.45, 1.02], [0, 0.5, 1])).toBe(1);
});

it("beatF matches a beat once", () => {
  expect(beatF([0, 0.03, 0.06], [0.03])).toBeCloseTo(0.5, 10);
});

it("beatF is 2/3 for half the beats, and 0 for none", () => {
  expect(beatF([0, 1, 2], [0, 0.5, 1, 1.5, 2, 2.5])).toBeCloseTo(2 / 3, 10);
  expect(beatF([], [1])).toBe(0);
  expect(beatF([1], [])).toBe(0);
});

it("isTempo admits 4 %, and octaves where they are named", () => {
  expect(isTempo(124, 120)).toBe(true);
  expect(isTempo(126, 120)).toBe(false);
  expect(isTempo(60, 120)).toBe(false);
  expect(isTempo(61, 120, OCTAVES)).toBe(true);
});
