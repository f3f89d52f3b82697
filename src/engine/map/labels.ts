import type { MapLabel } from "../../contract/map.ts";

/** Cells along each side of the map. */
const CELLS = 24;
/** Most labels; how many of them are shown is for the picture to say. */
const MOST = 40;
/** Fewer tracks with a word make no region. */
const FEWEST = 6;
/** Share of the tracks near a label that must have its word. */
const LEAST_SHARE = 0.25;
/** Labels are at least this far apart. */
const APART = 0.07;

/** Tracks as points, and the words that fit each. */
export interface LabelledPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** [tracks] */
  readonly words: readonly (readonly string[])[];
  /** How telling a word is beside others. */
  readonly weightOf: (word: string) => number;
}

/**
 * Words where the music that they fit lies densest, the most telling first. A word's place is the cell
 * in which it is most above what its share of all tracks would give, in standard deviations; each word
 * stands once, and none too near to a more telling one.
 */
export function regionLabels({ x, y, words, weightOf }: LabelledPoints): MapLabel[] {
  const all = new Float64Array(CELLS * CELLS);
  const byWord = new Map<string, { count: number; readonly cells: Float64Array }>();
  words.forEach((own, t) => {
    const cell = cellOf(x[t] ?? 0, y[t] ?? 0);
    all[cell] = (all[cell] ?? 0) + 1;
    for (const word of own) {
      const known = byWord.get(word) ?? { count: 0, cells: new Float64Array(CELLS * CELLS) };
      known.count += 1;
      known.cells[cell] = (known.cells[cell] ?? 0) + 1;
      byWord.set(word, known);
    }
  });
  const around = blurred(all);
  const peaks = [...byWord]
    .filter(([, { count }]) => count >= FEWEST)
    .map(([text, { count, cells }]) => ({
      text,
      ...peakOf(blurred(cells), around, count / words.length),
    }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .map((peak) => ({ ...peak, strength: peak.strength * weightOf(peak.text) }))
    .sort((a, b) => b.strength - a.strength || (a.text < b.text ? -1 : 1));

  const chosen: MapLabel[] = [];
  for (const { text, cell } of peaks) {
    if (chosen.length === MOST) break;
    const place = { x: centreOf(cell % CELLS), y: centreOf(Math.floor(cell / CELLS)) };
    const isFree = chosen.every(
      (other) => Math.hypot(other.x - place.x, other.y - place.y) >= APART,
    );
    if (isFree) chosen.push({ text, ...place });
  }
  return chosen;
}

interface Peak {
  readonly cell: number;
  /** Standard deviations above what was to be expected there. */
  readonly strength: number;
  /** Share of the tracks there that have the word. */
  readonly share: number;
}

/** The cell in which a word is most above its share of all tracks. */
function peakOf(counts: Float64Array, around: Float64Array, usual: number): Peak {
  let best: Peak = { cell: 0, strength: -Infinity, share: 0 };
  counts.forEach((count, cell) => {
    const total = around[cell] ?? 0;
    if (count === 0 || total === 0) return;
    const expected = total * usual;
    // By what is there as well: of a rare word, a handful would stand above everything.
    const strength = (count - expected) / Math.sqrt(count + expected);
    if (strength > best.strength) best = { cell, strength, share: count / total };
  });
  return best;
}

/** Each cell with its neighbours: half as much beside it, a quarter at the corners. */
function blurred(cells: Float64Array): Float64Array {
  const result = new Float64Array(cells.length);
  cells.forEach((count, cell) => {
    if (count === 0) return;
    const [column, row] = [cell % CELLS, Math.floor(cell / CELLS)];
    for (let dy = -1; dy <= 1; dy += 1) {
      for (let dx = -1; dx <= 1; dx += 1) {
        const [c, r] = [column + dx, row + dy];
        if (c < 0 || r < 0 || c >= CELLS || r >= CELLS) continue;
        const to = r * CELLS + c;
        result[to] = (result[to] ?? 0) + count / 2 ** (Math.abs(dx) + Math.abs(dy));
      }
    }
  });
  return result;
}

const axis = (value: number): number => Math.min(CELLS - 1, Math.floor(value * CELLS));
const cellOf = (x: number, y: number): number => axis(y) * CELLS + axis(x);
const centreOf = (cell: number): number => (cell + 0.5) / CELLS;
