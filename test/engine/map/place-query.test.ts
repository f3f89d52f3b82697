import { describe, expect, it } from "vitest";
import { placeAdmitted, placeOfResults } from "../../../src/engine/map/place-query.ts";

const near = (x: number, y: number): ReturnType<typeof expect.objectContaining> =>
  expect.objectContaining({ x: expect.closeTo(x, 2) as number, y: expect.closeTo(y, 2) as number });

describe("the place of a query", () => {
  it("is that of the one result", () => {
    expect(placeOfResults([{ x: 0.3, y: 0.8 }])).toEqual(near(0.3, 0.8));
  });

  it("is within the crowd of results, not between two crowds", () => {
    const crowd = [0, 0.01, 0.02, 0.01].map((d) => ({ x: 0.2 + d, y: 0.2 - d }));
    const others = [0, 0.01].map((d) => ({ x: 0.9 + d, y: 0.9 }));
    expect(placeOfResults([...crowd, ...others])).toEqual(near(0.205, 0.195));
  });

  it("follows the best where results lie scattered", () => {
    const scattered = [0.9, 0.1, 0.5].map((x) => ({ x, y: x }));
    expect(placeOfResults(scattered)).toEqual(near(0.9, 0.9));
  });

  it("is nowhere without results", () => {
    expect(placeOfResults([])).toBeNull();
  });
});

it("tells which tracks of a map a request admits, and leaves out those that the map lacks", () => {
  const map = {
    ids: ["a", "b", "c"],
    x: Float32Array.of(0.1, 0.2, 0.3),
    y: Float32Array.of(0.1, 0.2, 0.3),
    kind: new Uint8Array(3),
    playable: new Uint8Array(3),
    labels: [],
  };
  const placed = placeAdmitted(map, { first: () => [3, 1], admits: (t) => t !== 0 });
  expect([...placed.admitted]).toEqual([0, 1, 1]);
  expect(placed.point).toEqual(near(0.2, 0.2));
});
