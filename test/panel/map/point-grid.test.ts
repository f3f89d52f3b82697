import { expect, it } from "vitest";
import { PointGrid, type Points } from "../../../src/panel/map/point-grid.ts";
import { randomNumbers } from "../../engine/toy.ts";

const random = randomNumbers(17);
const pointsOf = (count: number): Points => ({
  // Coarse numbers, so that some points lie on each other.
  x: Float32Array.from({ length: count }, () => Math.round(random() * 40) / 40),
  y: Float32Array.from({ length: count }, () => Math.round(random() * 40) / 40),
});

/** The same by looking at every point. */
function naiveNearest(
  { x, y }: Points,
  [px, py]: readonly [number, number],
  [sx, sy]: readonly [number, number],
  reach: number,
): number | null {
  let best: number | null = null;
  let closest = reach;
  x.forEach((_, p) => {
    const away = Math.hypot(((x[p] ?? 0) - px) * sx, ((y[p] ?? 0) - py) * sy);
    if (away < closest || (away === closest && best === null)) [best, closest] = [p, away];
  });
  return best;
}

it.each([1, 5, 300, 4000])("finds the nearest of %i points, as looking at each does", (count) => {
  const points = pointsOf(count);
  const grid = new PointGrid(points);
  for (let n = 0; n < 300; n += 1) {
    const [px, py] = [1.2 * random() - 0.1, 1.2 * random() - 0.1];
    const [sx, sy] = [300 + 600 * random(), 300 + 600 * random()];
    const reach = n % 3 === 0 ? 5000 : 30;
    expect(grid.nearest(px, py, sx, sy, reach)).toBe(
      naiveNearest(points, [px, py], [sx, sy], reach),
    );
  }
});

it("finds nothing among no points", () => {
  const nothing = { x: new Float32Array(0), y: new Float32Array(0) };
  expect(new PointGrid(nothing).nearest(0.5, 0.5, 300, 300, 1000)).toBeNull();
});
