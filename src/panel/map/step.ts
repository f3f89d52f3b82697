import type { Points } from "./point-grid.ts";

export type Direction = "left" | "right" | "up" | "down";

/** How much a pixel beside the way counts against one on it. */
const ASIDE = 2;

/**
 * The next point in a direction, as arrow keys go: the nearest within a right angle about it, where what
 * lies aside counts double. Null where there is none.
 * @param from number of the point to go from
 * @param sx pixels for the whole width
 * @param sy pixels for the whole height
 */
export function nextPoint(
  { x, y }: Points,
  from: number,
  direction: Direction,
  sx: number,
  sy: number,
): number | null {
  const across = direction === "left" || direction === "right";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  let best: number | null = null;
  let least = Infinity;
  for (let p = 0; p < x.length; p += 1) {
    const dx = ((x[p] ?? 0) - (x[from] ?? 0)) * sx;
    const dy = ((y[p] ?? 0) - (y[from] ?? 0)) * sy;
    const ahead = sign * (across ? dx : dy);
    const aside = Math.abs(across ? dy : dx);
    if (ahead <= 0 || aside > ahead) continue;
    const way = ahead + ASIDE * aside;
    if (way < least) [best, least] = [p, way];
  }
  return best;
}
