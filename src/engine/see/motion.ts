import { BLOCK, matchBlocks, type Match } from "./match-blocks.ts";
import type { View } from "./view.ts";

/** What moves between two pictures of one clip. Speeds are longer sides of the picture a second. */
export interface Motion {
  /** Mean speed of everything that has a texture; what is new in the picture counts as fast. */
  readonly speed: number;
  /** Speed of the camera: of a shift and a zoom that most of the picture follows; else 0. */
  readonly camera: number;
  /** Share of the textured picture that neither stayed nor moved, but is new: 0 to 1. */
  readonly changed: number;
  /** Change of mean L* within the pair: a flash, a flicker, a fade. */
  readonly flash: number;
}

/** Speed that new content counts as: about as far as blocks are looked for. */
const NEW = 0.8;
/** With fewer blocks than that, there is nothing to see motion by. */
const FEWEST = 4;
/** Displacements of less than that, in cells, are noise. */
const STILL = 0.25;
/** How far a block may lie beside what the camera would make of it, in cells. */
const NEAR = 1;

/**
 * Motion from one view of a clip to the next.
 * @param seconds between the two
 * @returns null where sizes differ, or there is too little texture to see motion by
 */
export function motionOf(before: View, after: View, seconds: number): Motion | null {
  if (before.width !== after.width || before.height !== after.height) return null;
  const all = matchBlocks(before, after);
  const found = all.filter(({ isFound }) => isFound);
  const matches = all.filter((match) => match.isFound || !hasLeft(match, found, before));
  if (matches.length < FEWEST) return null;
  const perSecond = 1 / (Math.max(before.width, before.height) * seconds);
  const changed = 1 - found.length / matches.length;
  const moved = found.map(({ dx, dy }) => still(Math.hypot(dx, dy)) * perSecond);
  const sum = moved.reduce((total, speed) => total + Math.min(speed, NEW), 0);
  return {
    speed: (sum + NEW * (matches.length - found.length)) / matches.length,
    camera: cameraOf(found, matches.length) * perSecond,
    changed,
    flash: Math.abs(mean(after.lightness) - mean(before.lightness)),
  };
}

/** Whether a block was carried out of the picture by what most blocks did. */
function hasLeft({ x, y }: Match, found: readonly Match[], { width, height }: View): boolean {
  const [dx, dy] = [median(found.map((one) => one.dx)), median(found.map((one) => one.dy))];
  const half = BLOCK / 2 - STILL;
  return Math.abs(x + dx) + half > width / 2 || Math.abs(y + dy) + half > height / 2;
}

const still = (cells: number): number => (cells < STILL ? 0 : cells);

/**
 * Mean displacement in cells by a shift and a zoom that explain most blocks, fitted by least squares
 * to those that agree with the fit before; 0 where fewer than half agree.
 */
function cameraOf(found: readonly Match[], blocks: number): number {
  let [shiftX, shiftY, zoom] = [
    median(found.map(({ dx }) => dx)),
    median(found.map(({ dy }) => dy)),
    0,
  ];
  let agreeing: readonly Match[] = [];
  for (let round = 0; round < 4; round++) {
    // The first round knows no zoom yet, by which blocks at the edge may lie far from the median.
    const near = round === 0 ? 4 * NEAR : NEAR;
    agreeing = found.filter(
      ({ x, y, dx, dy }) => Math.hypot(dx - shiftX - zoom * x, dy - shiftY - zoom * y) < near,
    );
    if (agreeing.length < blocks / 2) return 0;
    const average = (of: (match: Match) => number): number =>
      agreeing.reduce((sum, match) => sum + of(match), 0) / agreeing.length;
    const [x, y, dx, dy] = [
      average((match) => match.x),
      average((match) => match.y),
      average((match) => match.dx),
      average((match) => match.dy),
    ];
    const spread = average((m) => (m.x - x) ** 2 + (m.y - y) ** 2);
    const together = average((m) => (m.x - x) * (m.dx - dx) + (m.y - y) * (m.dy - dy));
    zoom = spread > 0 ? together / spread : 0;
    [shiftX, shiftY] = [dx - zoom * x, dy - zoom * y];
  }
  const moves = agreeing.map(({ x, y }) => Math.hypot(shiftX + zoom * x, shiftY + zoom * y));
  return still(moves.reduce((sum, cells) => sum + cells, 0) / moves.length);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Of what is not transparent. */
function mean(values: Float32Array): number {
  let [sum, cells] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    cells++;
  }
  return cells === 0 ? 0 : sum / cells;
}
