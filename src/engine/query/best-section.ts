import type { Section } from "../../contract/track.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** Longest stretch returned, seconds; a single section may be longer. */
const LONGEST = 30;
/** How far below the best section a neighbour may score, in standard deviations. */
const NEARLY = 0.5;

/** The section of a track that fits best, and the stretch of similar music around it. */
export interface BestSection {
  /** Number of the section in the index. */
  readonly section: number;
  readonly stretch: Section;
}

/**
 * Finds the best section of `track` and extends it over neighbours that score nearly as well, the
 * better neighbour first, up to half a minute.
 * @param scores of all sections for one query, as `standardise` leaves them
 * @throws RangeError the track has no sections.
 */
export function bestSection(
  { firstSection, start, end }: Pick<SectionIndex, "firstSection" | "start" | "end">,
  scores: Float32Array,
  track: number,
): BestSection {
  const from = firstSection[track] ?? 0;
  const to = firstSection[track + 1] ?? 0;
  if (from >= to) throw new RangeError(`track ${track} has no sections`);
  const score = (s: number): number => (s < from || s >= to ? -Infinity : (scores[s] ?? -Infinity));
  const seconds = (first: number, last: number): number => (end[last] ?? 0) - (start[first] ?? 0);

  let best = from;
  for (let s = from + 1; s < to; s += 1) if (score(s) > score(best)) best = s;
  const enough = score(best) - NEARLY;

  let first = best;
  let last = best;
  for (;;) {
    const forward = score(last + 1) >= score(first - 1);
    const next = forward ? last + 1 : first - 1;
    if (score(next) < enough) break;
    if (seconds(Math.min(first, next), Math.max(last, next)) > LONGEST) break;
    if (forward) last = next;
    else first = next;
  }
  return { section: best, stretch: { start: toSeconds(start[first]), end: toSeconds(end[last]) } };
}

/** Rounds to the millisecond; further digits of a float32 are noise. */
function toSeconds(stored = 0): number {
  return Math.round(stored * 1000) / 1000;
}
