import type { View } from "./view.ts";

/** A block of the first picture and where it lies in the second. */
export interface Match {
  /** Its middle, from the picture's middle, in cells. */
  readonly x: number;
  readonly y: number;
  /** How far it has moved, in cells. */
  readonly dx: number;
  readonly dy: number;
  /** False: it is nowhere near; what is there is new. */
  readonly isFound: boolean;
}

/** A plane of L* without its mean, so that light that changes is no motion. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Side of a block, in cells. */
export const BLOCK = 16;
/** Steps between blocks, in cells. */
const STEP = 8;
/** How far blocks are looked for, in cells; the half of it in the plane of half the size. */
const REACH = 20;
/** Mean deviation of L* in a block that has something to see motion by. */
const TEXTURE = 1.5;
/** A match may differ by this part of its texture, or by what coding and grain make. */
const UNLIKE = 0.5;
const GRAIN = 2;
/** What each cell of distance costs, so that a block that fits everywhere stays where it is. */
const DISTANCE = 0.02;

/**
 * Finds blocks of one view in the next by the least mean absolute difference of L*: first over the
 * whole reach at half size, then around that place at full size, then between cells by a parabola.
 * Blocks without texture are left out.
 */
export function matchBlocks(before: View, after: View): Match[] {
  const [first, second] = [planeOf(before), planeOf(after)];
  const [small, smaller] = [halved(first), halved(second)];
  const matches: Match[] = [];
  for (let top = 0; top + BLOCK <= first.height; top += STEP)
    for (let left = 0; left + BLOCK <= first.width; left += STEP) {
      const texture = textureOf(first, left, top);
      if (texture < TEXTURE) continue;
      const half = { left: left >> 1, top: top >> 1, side: BLOCK >> 1 };
      const rough = best(small, smaller, half, { dx: 0, dy: 0, reach: REACH >> 1 });
      const block = { left, top, side: BLOCK };
      const near = { dx: 2 * rough.dx, dy: 2 * rough.dy, reach: 1 };
      const found = best(first, second, block, near);
      const cost = (dx: number, dy: number): number => difference(first, second, block, dx, dy);
      const least = cost(found.dx, found.dy);
      matches.push({
        x: left + BLOCK / 2 - first.width / 2,
        y: top + BLOCK / 2 - first.height / 2,
        dx: found.dx + between(cost(found.dx - 1, found.dy), least, cost(found.dx + 1, found.dy)),
        dy: found.dy + between(cost(found.dx, found.dy - 1), least, cost(found.dx, found.dy + 1)),
        isFound: least <= Math.max(GRAIN, UNLIKE * texture),
      });
    }
  return matches;
}

interface Block {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

interface Place {
  readonly dx: number;
  readonly dy: number;
}

/** The best place of a block around another, at most `reach` away in each direction. */
function best(a: Plane, b: Plane, block: Block, around: Place & { readonly reach: number }): Place {
  const { dx: middleX, dy: middleY, reach } = around;
  let place: Place = { dx: middleX, dy: middleY };
  let least = Infinity;
  for (let dy = middleY - reach; dy <= middleY + reach; dy++)
    for (let dx = middleX - reach; dx <= middleX + reach; dx++) {
      const far = DISTANCE * Math.hypot(dx, dy);
      const cost = difference(a, b, block, dx, dy, least - far) + far;
      if (cost >= least) continue;
      least = cost;
      place = { dx, dy };
    }
  return place;
}

/**
 * Mean absolute difference of a block and the one so far from it; infinite where that lies outside,
 * and where it is more than `most`.
 */
function difference(
  a: Plane,
  b: Plane,
  { left, top, side }: Block,
  dx: number,
  dy: number,
  most = Infinity,
): number {
  const [x, y] = [left + dx, top + dy];
  if (x < 0 || y < 0 || x + side > b.width || y + side > b.height) return Infinity;
  let sum = 0;
  for (let row = 0; row < side; row++) {
    let at = (top + row) * a.width + left;
    let to = (y + row) * b.width + x;
    for (let column = 0; column < side; column++)
      sum += Math.abs((a.data[at++] ?? 0) - (b.data[to++] ?? 0));
    if (sum > most * side * side) return Infinity;
  }
  return sum / (side * side);
}

/** Where between its neighbours the least of three lies: vertex of a parabola, -0.5 to 0.5. */
function between(before: number, least: number, after: number): number {
  const bend = before - 2 * least + after;
  if (!Number.isFinite(bend) || bend <= 0) return 0;
  return Math.min(0.5, Math.max(-0.5, (before - after) / (2 * bend)));
}

function textureOf({ width, data }: Plane, left: number, top: number): number {
  const cells = BLOCK * BLOCK;
  let sum = 0;
  const each = (use: (value: number) => void): void => {
    for (let y = top; y < top + BLOCK; y++)
      for (let x = left; x < left + BLOCK; x++) use(data[y * width + x] ?? 0);
  };
  each((value) => (sum += value));
  const mean = sum / cells;
  let deviation = 0;
  each((value) => (deviation += Math.abs(value - mean)));
  return deviation / cells;
}

function planeOf({ width, height, lightness }: View): Plane {
  const seen = lightness.filter((value) => !Number.isNaN(value));
  const mean = seen.reduce((sum, value) => sum + value, 0) / Math.max(1, seen.length);
  // What is transparent is flat.
  const data = lightness.map((value) => (Number.isNaN(value) ? 0 : value - mean));
  return { width, height, data };
}

function halved({ width: wide, height: high, data: full }: Plane): Plane {
  const [width, height] = [wide >> 1, high >> 1];
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 2 * y * wide + 2 * x;
      const pair = (from: number): number => (full[from] ?? 0) + (full[from + 1] ?? 0);
      data[y * width + x] = (pair(at) + pair(at + wide)) / 4;
    }
  return { width, height, data };
}
