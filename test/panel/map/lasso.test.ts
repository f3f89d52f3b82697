import { describe, expect, it } from "vitest";
import type { MapPoint } from "../../../src/contract/map.ts";
import { pointsWithin } from "../../../src/panel/map/lasso.ts";
import { randomNumbers } from "../../engine/toy.ts";

const random = randomNumbers(23);
const points = {
  x: Float32Array.from({ length: 500 }, () => random()),
  y: Float32Array.from({ length: 500 }, () => random()),
};

/** How often an outline goes round a point, from the angles at which its corners are seen. */
function turnsAround(x: number, y: number, outline: readonly MapPoint[]): number {
  const angles = outline.map((corner) => Math.atan2(corner.y - y, corner.x - x));
  const turned = angles.reduce((sum, angle, i) => {
    const step = (angles[(i + 1) % angles.length] ?? 0) - angle;
    return sum + Math.atan2(Math.sin(step), Math.cos(step));
  }, 0);
  return Math.round(turned / (2 * Math.PI));
}

describe("points within an outline", () => {
  it("are those that it goes round an odd number of times", () => {
    for (let n = 0; n < 40; n += 1) {
      const outline = Array.from({ length: 3 + (n % 9) }, () => ({ x: random(), y: random() }));
      const naive = [...points.x.keys()].filter(
        (p) => turnsAround(points.x[p] ?? 0, points.y[p] ?? 0, outline) % 2 !== 0,
      );
      expect(pointsWithin(points, outline)).toEqual(naive);
    }
  });

  it("are the same whichever way round it was drawn", () => {
    const outline = [
      { x: 0.2, y: 0.2 },
      { x: 0.8, y: 0.3 },
      { x: 0.6, y: 0.9 },
    ];
    const found = pointsWithin(points, outline);
    expect(found.length).toBeGreaterThan(50);
    expect(pointsWithin(points, [...outline].reverse())).toEqual(found);
  });

  it("are none if it is a line, or nothing", () => {
    expect(pointsWithin(points, [])).toEqual([]);
    expect(
      pointsWithin(points, [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ]),
    ).toEqual([]);
  });
});
