import { expect, it } from "vitest";
import { assignSlots, type Slot } from "../../../../src/panel/elements/results/slots.ts";

const pairs = (slots: readonly Slot[]): string[] =>
  slots.map(({ key, place }) => `${key}:${place}`);

it("draws the first places by elements in their order", () => {
  expect(pairs(assignSlots([], [0, 1, 2]))).toEqual(["0:0", "1:1", "2:2"]);
});

it("uses the elements of what has left again, and leaves the others where they are", () => {
  const before = assignSlots([], [0, 1, 2, 3]);
  expect(pairs(assignSlots(before, [2, 3, 4, 5]))).toEqual(["0:4", "1:5", "2:2", "3:3"]);
});

it("leaves out what is not needed, and adds what is missing under keys of its own", () => {
  const before = assignSlots([], [0, 1, 2, 3]);
  expect(pairs(assignSlots(before, [3]))).toEqual(["3:3"]);
  expect(pairs(assignSlots(assignSlots(before, [3]), [3, 4, 5]))).toEqual(["3:3", "4:4", "5:5"]);
});

it("keeps the element of a place that is wanted apart, far from the others", () => {
  let slots = assignSlots([], [0, 1, 2, 3]);
  for (let first = 0; first < 1000; first++) {
    slots = assignSlots(slots, [first, first + 1, first + 2, first + 3, ...(first > 2 ? [2] : [])]);
  }
  expect(slots.find(({ place }) => place === 2)?.key).toBe(2);
  expect(slots).toHaveLength(5);
  expect(new Set(slots.map(({ key }) => key)).size).toBe(5);
});
