import type { Cuts } from "../../contract/cuts.ts";

/** How alike shots that follow each other are in length. */
export type Regularity = "steady" | "varied" | "irregular";
/** A third of the part that was read. */
export const THIRDS = ["beginning", "middle", "end"] as const;
/** See `THIRDS`. */
export type Third = (typeof THIRDS)[number];

/** How the picture is cut. */
export interface Rhythm {
  /** Cuts a minute. */
  readonly perMinute: number;
  /** Null where there are too few shots to say. */
  readonly regularity: Regularity | null;
  /** Thirds that are cut faster than the rest; empty where none is, or with too few cuts. */
  readonly faster: readonly Third[];
  readonly slower: readonly Third[];
}

/** Shots whose lengths can be compared, and cuts whose pace over time can. */
const LEAST_SHOTS = 4;
const LEAST_CUTS = 9;
/** Octaves between a shot and the next, at the median: within a fifth, or hardly related. */
const STEADY = 0.3;
const IRREGULAR = 0.9;
/** A third is faster, or slower, whose pace is so many times that of the rest. */
const FASTER = 1.5;

/** Describes where the picture is cut. Says what is there; whether it is chance is not asked. */
export function rhythmOf({ span, cuts }: Pick<Cuts, "span" | "cuts">): Rhythm {
  const seconds = span.end - span.start;
  const pace = cuts.length < LEAST_CUTS ? null : paceOfThirds(span, cuts);
  return {
    perMinute: (60 * cuts.length) / seconds,
    regularity: regularityOf(cuts),
    faster: THIRDS.filter((_, third) => (pace?.[third] ?? 1) >= FASTER),
    slower: THIRDS.filter((_, third) => (pace?.[third] ?? 1) <= 1 / FASTER),
  };
}

/**
 * By neighbours, so that a cut that grows faster little by little is steady all the same. Of the
 * first and the last shot only a part may have been read, so they do not count.
 */
function regularityOf(cuts: readonly number[]): Regularity | null {
  const shots = cuts.slice(1).map((at, n) => at - (cuts[n] ?? at));
  if (shots.length < LEAST_SHOTS) return null;
  const steps = shots.slice(1).map((shot, n) => Math.abs(Math.log2(shot / (shots[n] ?? shot))));
  const median = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return median <= STEADY ? "steady" : median >= IRREGULAR ? "irregular" : "varied";
}

/** The pace of each third, as a multiple of that of the rest. */
function paceOfThirds({ start, end }: Cuts["span"], cuts: readonly number[]): number[] {
  const counts = THIRDS.map(() => 0);
  for (const at of cuts) {
    const third = Math.min(2, Math.floor((3 * (at - start)) / (end - start)));
    counts[third] = (counts[third] ?? 0) + 1;
  }
  return counts.map((count) => count / Math.max(0.5, (cuts.length - count) / 2));
}
