import type { Section } from "../../contract/track.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** Longest stretch returned, seconds; a single section may be longer. */
const LONGEST = 30;
/** How far below the best section a neighbour may lie, in standard deviations of all sections. */
const NEARLY = 0.5;

/** The section of a track that fits best, and the stretch of similar music around it. */
export interface BestSection {
  /** Number of the section in the index. */
  readonly section: number;
  readonly stretch: Section;
}

/**
 * Finds the best section of `track` and extends it over neighbours that score nearly as well, the
 * better neighbour first, up to half a minute. `spread` is the standard deviation of all the
 * answer's section scores: what "nearly" means depends on how far apart scores lie.
 * @throws RangeError the track has no sections.
 */
export function bestSection(
  { firstSection, start, end }: Pick<SectionIndex, "firstSection" | "start" | "end">,
  scores: Float32Array,
  track: number,
  spread: number,
): BestSection {
  const from = firstSection[track] ?? 0;
  const to = firstSection[track + 1] ?? 0;
  if (from >= to) throw new RangeError(`track ${track} has no sections`);
  const score = (s: number): number => (s < from || s >= to ? -Infinity : (scores[s] ?? -Infinity));
  const seconds = (first: number, last: number): number => (end[last] ?? 0) - (start[first] ?? 0);

  let best = from;
  for (let s = from + 1; s < to; s += 1) if (score(s) > score(best)) best = s;
  const enough = score(best) - NEARLY * spread;

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

/** The index keeps float32, whose digits beyond the millisecond are noise. */
function toSeconds(stored = 0): number {
  return Math.round(stored * 1000) / 1000;
}

/** Standard deviation of all scores; 0 if there are none. */
export function spreadOf(scores: Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (const score of scores) {
    sum += score;
    squares += score * score;
  }
  const mean = sum / scores.length;
  return Math.sqrt(Math.max(0, squares / scores.length - mean * mean)) || 0;
}
