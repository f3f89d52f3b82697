import type { MapPoint } from "../../contract/map.ts";
import type { Points } from "./point-grid.ts";

/**
 * Numbers of the points within an outline, which closes by itself. Where it crosses itself, the
 * even-odd rule holds.
 * @param outline corners in their order; fewer than three hold nothing
 */
export function pointsWithin({ x, y }: Points, outline: readonly MapPoint[]): number[] {
  if (outline.length < 3) return [];
  const xs = outline.map((corner) => corner.x);
  const ys = outline.map((corner) => corner.y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const found: number[] = [];
  for (let p = 0; p < x.length; p += 1) {
    const [px, py] = [x[p] ?? 0, y[p] ?? 0];
    if (px < left || px > right || py < top || py > bottom) continue;
    if (isWithin(px, py, xs, ys)) found.push(p);
  }
  return found;
}

/** Whether a ray from the point to the right crosses the outline an odd number of times. */
function isWithin(px: number, py: number, xs: readonly number[], ys: readonly number[]): boolean {
  let inside = false;
  for (let i = 0, j = xs.length - 1; i < xs.length; j = i, i += 1) {
    const [xi, yi, xj, yj] = [xs[i] ?? 0, ys[i] ?? 0, xs[j] ?? 0, ys[j] ?? 0];
    if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
