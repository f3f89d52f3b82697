import type { FittingLength } from "../../contract/filters.ts";
import type { SearchResult } from "../../contract/search.ts";
import type { Section, Track } from "../../contract/track.ts";
import { sectionStartsOf } from "../../shared/facts.ts";

/** Where the sections of each track begin and the last one ends, prepared once. */
export interface Borders {
  /** [tracks + 1]: where those of a track lie in `times`. */
  readonly first: Uint32Array;
  /** Seconds from the beginning of their track, ascending within it. */
  readonly times: Float64Array;
}

/** Gathers the borders of all tracks. */
export function bordersOf(tracks: readonly Track[]): Borders {
  const each = tracks.map(bordersIn);
  const first = new Uint32Array(tracks.length + 1);
  each.forEach((times, t) => (first[t + 1] = (first[t] ?? 0) + times.length));
  const times = new Float64Array(first[tracks.length] ?? 0);
  each.forEach((own, t) => times.set(own, first[t]));
  return { first, times };
}

/** Beginning, sections and real end of a track; none where its length is not known. */
function bordersIn(track: Track): number[] {
  const { seconds } = track;
  if (seconds <= 0) return [];
  const starts = sectionStartsOf(track).filter((start) => start > 0 && start < seconds);
  return [0, ...starts, seconds];
}

/** Whether two borders of track `t` are as far apart as is asked for. One pass over its borders. */
export function hasStretch({ first, times }: Borders, t: number, fits: FittingLength): boolean {
  const [least, most] = boundsOf(fits);
  const end = first[t + 1] ?? 0;
  let from = first[t] ?? 0;
  for (let to = from + 1; to < end; to += 1) {
    while (from < to && (times[to] ?? 0) - (times[from] ?? 0) > most) from += 1;
    if (from < to && (times[to] ?? 0) - (times[from] ?? 0) >= least) return true;
  }
  return false;
}

/**
 * A result whose section is a stretch with the length that is asked for: of all there are, the one
 * with most of the section that fits best, then the one that is nearest to the length.
 */
export function withStretch(result: SearchResult, fits: FittingLength): SearchResult {
  const [least, most] = boundsOf(fits);
  const borders = bordersIn(result.track);
  const stretches = borders.flatMap((start, n) =>
    borders
      .slice(n + 1)
      .filter((end) => end - start >= least && end - start <= most)
      .map((end): Section => ({ start, end })),
  );
  const off = ({ start, end }: Section): number => Math.abs(end - start - fits.seconds);
  const [best] = stretches.sort(
    (a, b) => shared(b, result.section) - shared(a, result.section) || off(a) - off(b),
  );
  return best === undefined ? result : { ...result, section: best };
}

// Times are decimal fractions, so sums of them are off by less than this.
const ROUNDING = 1e-6;

const boundsOf = ({ seconds, tolerance }: FittingLength): [least: number, most: number] => [
  seconds - tolerance - ROUNDING,
  seconds + tolerance + ROUNDING,
];

const shared = (a: Section, b: Section): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
