import { describe, expect, it } from "vitest";
import { principalAxes, principalPlane, spread } from "../../../src/engine/map/axes.ts";
import { dot } from "../../../src/engine/map/vectors.ts";
import { randomNumbers } from "../toy.ts";

const random = randomNumbers(3);
/** Numbers that vary by these amounts along each dimension. */
const vectors = Array.from({ length: 400 }, () =>
  Float32Array.from([1, 8, 3, 0.5], (amount) => amount * (random() - 0.5)),
);

describe("principal axes", () => {
  const axes = principalAxes(vectors, 3);

  it("point where vectors vary most, the strongest first", () => {
    const strongest = axes.map((axis) =>
      axis.reduce((best, x, d) => (Math.abs(x) > Math.abs(axis[best] ?? 0) ? d : best), 0),
    );
    expect(strongest).toEqual([1, 2, 0]);
  });

  it("are of unit length and at right angles", () => {
    axes.forEach((one, a) =>
      axes.forEach((other, b) => expect(dot(one, other)).toBeCloseTo(a === b ? 1 : 0, 4)),
    );
  });

  it("are no more than there are dimensions", () => {
    expect(principalAxes(vectors, 9)).toHaveLength(4);
    expect(principalAxes([], 2)).toEqual([]);
  });
});

it("lays vectors out along the two strongest axes, within the plane", () => {
  const { x, y } = principalPlane(vectors);
  const spans = [x, y].map((column) => [Math.min(...column), Math.max(...column)]);
  for (const [least = -1, most = 2] of spans) {
    expect(least).toBeGreaterThanOrEqual(0);
    expect(most).toBeLessThanOrEqual(1);
    expect(most - least).toBeGreaterThan(0.85);
  }
  // The order along the first axis is that of the dimension that varies most, or its reverse.
  const [first = 0, second = 0] = [0, 1].map((t) => vectors[t]?.[1] ?? 0);
  const [xFirst = 0, xSecond = 0] = x;
  expect(Math.abs(xFirst - xSecond)).toBeCloseTo((Math.abs(first - second) / 8) * 0.92, 1);
});

it("puts equal values in the middle", () => {
  expect([...spread([3, 3, 3])]).toEqual([0.5, 0.5, 0.5]);
});
