import type { Fit, FitRequest, FittedPassage, Seam } from "../../contract/fit.ts";
import type { Ending } from "./ending.ts";
import type { Grid } from "./grid.ts";
import { barLengths, usualBar } from "./grid.ts";
import type { Path } from "./path.ts";
import { PRELUDE } from "./wishes.ts";

/** Crossfades take this share of a beat where both sides are alike, and where they are not. */
const ALIKE = 0.5;
const UNLIKE = 0.12;
/** Shortest and longest crossfade, in seconds. */
const SHORTEST_FADE = 0.025;
const LONGEST_FADE = 0.4;
/** A fall of fewer decibels leaves nothing to miss; from one of so many on, a ring takes a whole beat. */
const LEAST_FALL = 1.5;
const FULL_FALL = 4;
/** Longest ring, in seconds. */
const LONGEST_RING = 1;
/** An ending that is cut by more is none, in seconds. */
const CUT = 2;

/** A fit without its hits. */
export type Assembled = Omit<Fit, "hits">;

/**
 * Passages and seams of a path, in seconds, of exactly the length that was asked for.
 * @param length of the track, in seconds
 * @param lag see `lagBetween`
 */
export function assemble(
  { stretches, beginning }: Path,
  { seconds, frameRate }: Pick<FitRequest, "seconds" | "frameRate">,
  grid: Grid,
  ending: Ending,
  length: number,
  lag: (leaving: number, coming: number) => number,
): Assembled {
  const lengths = barLengths(grid);
  const beat = usualBar(grid) / grid.beatsPerBar;
  const passages: FittedPassage[] = [];
  const seams: Seam[] = [];
  let start = Math.max(0, (grid.bars[stretches[0]?.first ?? 0] ?? 0) - beginning.lead);
  const begins = start;
  let at = 0;
  stretches.forEach(({ last, departure }, n) => {
    if (departure === null) return;
    const leaving = (grid.bars[last] ?? 0) + (departure.length ?? lengths[last] ?? 0);
    passages.push({ source: { start, end: leaving }, at });
    at += leaving - start;
    const coming = grid.bars[stretches[n + 1]?.first ?? 0] ?? 0;
    start = Math.max(0, coming + (departure.length === null ? lag(leaving, coming) : 0));
    const { ease, unlikeBefore, fall } = departure.jump;
    const share = UNLIKE + (ALIKE - UNLIKE) * (1 - unlikeBefore);
    const crossfade = Math.max(SHORTEST_FADE, Math.min(LONGEST_FADE, share * beat));
    const ring = fall < LEAST_FALL ? 0 : Math.min(1, fall / FULL_FALL) * beat;
    seams.push({
      ...{ at, from: leaving, to: coming, crossfade, ease },
      ring: Math.min(LONGEST_RING, ring),
    });
  });
  const end = Math.min(length, start + seconds - at);
  passages.push({ source: { start, end }, at });
  const silence = seconds - (at + grid.end - start);
  return {
    kind: passages.length === 1 && begins < PRELUDE ? "whole" : "edited",
    ...{ seconds, frameRate, passages, seams },
    hasEnding: silence > -CUT,
    fadeIn: begins > 0 ? PRELUDE : 0,
    fadeOut: ending.fadeOut(silence),
  };
}
