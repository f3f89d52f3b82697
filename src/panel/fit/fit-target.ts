import type { Cuts } from "../../contract/cuts.ts";
import { HIT_LIMIT, LONGEST_FIT, SHORTEST_FIT } from "../../contract/fit.ts";
import type { Place } from "../../contract/place.ts";
import type { Section } from "../../contract/track.ts";

/** The part of the sequence that a track is fitted to. */
export interface FitTarget {
  readonly of: "range" | "selection";
  /** The sequence's name: what is fitted to one is not laid in another. */
  readonly sequence: string;
  /** In seconds from the beginning of the sequence; a whole number of frames long. */
  readonly span: Section;
  readonly frameRate: number;
  /** In seconds from the beginning of the span, like `hits`; ascending. */
  readonly cuts: readonly number[];
  readonly hits: readonly number[];
}

/** Why a part of a sequence is nothing to fit to. */
export type NoTarget = "no-range" | "too-short" | "too-long";

/**
 * What a track is to be fitted to.
 * @param hits hit points, in seconds from the beginning of the sequence
 */
export function targetOf(
  { of, span, frameRate, cuts }: Cuts,
  sequence: string,
  hits: readonly number[],
): FitTarget | NoTarget {
  if (of === "sequence") return "no-range";
  const frames = Math.round((span.end - span.start) * frameRate);
  const seconds = frames / frameRate;
  if (seconds < SHORTEST_FIT) return "too-short";
  if (seconds > LONGEST_FIT) return "too-long";
  const within = (times: readonly number[]): number[] =>
    times.map((at) => at - span.start).filter((at) => at > 0 && at < seconds);
  return {
    ...{ of, sequence, frameRate },
    span: { start: span.start, end: span.start + seconds },
    cuts: within(cuts),
    hits: within(hits).slice(0, HIT_LIMIT),
  };
}

/** Its length, in seconds. */
export const secondsOf = ({ span }: Pick<FitTarget, "span">): number => span.end - span.start;

/**
 * Whether the editor works elsewhere by now: in another sequence, or with other in and out points. A
 * selection may have gone, but what was selected is still there.
 */
export function hasMoved(target: FitTarget, place: Place | null): boolean {
  const sequence = place?.sequence ?? null;
  if (sequence === null || sequence.name !== target.sequence) return true;
  const { range } = sequence;
  if (target.of === "selection") return range !== null;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.5 / target.frameRate;
  const { start, end } = target.span;
  return range === null || !near(range.start, start) || !near(range.end, end);
}
