import type { Structure } from "../../contract/track.ts";

/** Fewest bars that can be put in another order. */
const LEAST_BARS = 4;
/** A bar shorter than this share of the usual one is none. */
const SHORTEST_BAR = 0.5;
/** No bar is shorter, in seconds. */
const SHORTEST_SECONDS = 0.2;

/** A section of a grid. */
export interface GridSection {
  /** The bar that it begins with. */
  readonly bar: number;
  readonly label: string;
}

/** The bars of a track, checked. */
export interface Grid {
  /** Where bars begin, in seconds, ascending; the last one goes on to the end of the music. */
  readonly bars: readonly number[];
  /** Where the music ends, in seconds. */
  readonly end: number;
  readonly beatsPerBar: number;
  /** Ascending, no two with one bar. */
  readonly sections: readonly GridSection[];
}

/**
 * The bars that can be trusted, of those that somebody stated or heard: in order, within the music, none
 * much shorter than the others.
 * @param end of the music, in seconds
 * @returns null if there are too few
 */
export function gridOf({ bars, beatsPerBar, sections }: Structure, end: number): Grid | null {
  const sorted = [...bars].sort((a, b) => a - b).filter((bar) => bar <= end - SHORTEST_SECONDS);
  const usual = medianOf(sorted.slice(1).map((bar, i) => bar - (sorted[i] ?? 0)));
  const least = Math.max(SHORTEST_SECONDS, SHORTEST_BAR * usual);
  const kept: number[] = [];
  for (const bar of sorted) if (bar - (kept.at(-1) ?? -Infinity) >= least) kept.push(bar);
  if (kept.length < LEAST_BARS) return null;
  return { bars: kept, end, beatsPerBar, sections: sectionsOn(kept, sections, usual / 2) };
}

/** Sections that begin with a bar, or near one. */
function sectionsOn(
  bars: readonly number[],
  sections: Structure["sections"],
  near: number,
): GridSection[] {
  const found = new Map<number, string>();
  for (const { start, label } of [...sections].sort((a, b) => a.start - b.start)) {
    const bar = nearestTo(bars, start);
    const isNear = Math.abs((bars[bar] ?? Infinity) - start) <= near || (bar === 0 && start < near);
    if (isNear && !found.has(bar)) found.set(bar, label);
  }
  return [...found].sort(([a], [b]) => a - b).map(([bar, label]) => ({ bar, label }));
}

/** Which of some places is nearest; they ascend. */
export function nearestTo(places: readonly number[], to: number): number {
  let best = 0;
  places.forEach((place, i) => {
    if (Math.abs(place - to) < Math.abs((places[best] ?? Infinity) - to)) best = i;
  });
  return best;
}

/** The length of each bar, in seconds; that of the last one reaches to the end of the music. */
export function barLengths({ bars, end }: Grid): Float64Array {
  return Float64Array.from(bars, (bar, i) => (bars[i + 1] ?? end) - bar);
}

/** The usual length of a bar, in seconds. */
export const usualBar = (grid: Grid): number => medianOf([...barLengths(grid).slice(0, -1)]);

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
