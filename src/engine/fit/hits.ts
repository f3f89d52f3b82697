import type { Fit, FittedHit, FittedPassage } from "../../contract/fit.ts";

/** A jump may leave this much before a moment that is still heard, in seconds. */
const SLACK = 0.02;

/** Something that happens in the track, at a second of it. */
export interface Moment {
  readonly at: number;
  readonly what: string;
}

/**
 * What falls near each hit point of a fit.
 * @param near in seconds: what is further away is not near
 */
export function hitsOf(
  { passages, seconds }: Pick<Fit, "passages" | "seconds">,
  wanted: readonly number[],
  moments: readonly Moment[],
  near: number,
): FittedHit[] {
  const heard = passages.flatMap((passage) => momentsIn(passage, moments));
  const sounding = heard.filter(({ at }) => at >= 0 && at < seconds);
  return wanted.map((hit) => {
    const nearest = sounding.reduce<Moment | null>(
      (best, one) =>
        best === null || Math.abs(one.at - hit) < Math.abs(best.at - hit) ? one : best,
      null,
    );
    if (nearest === null || Math.abs(nearest.at - hit) > near) {
      return { wanted: hit, landed: null, what: "" };
    }
    return { wanted: hit, landed: nearest.at, what: nearest.what };
  });
}

/** Where in the fit the moments of a passage sound. */
function momentsIn({ source, at }: FittedPassage, moments: readonly Moment[]): Moment[] {
  return moments
    .filter((one) => one.at >= source.start - SLACK && one.at < source.end - SLACK)
    .map((one) => ({ at: Math.max(0, at + one.at - source.start), what: one.what }));
}
