import { landingsOf, type Landing } from "./landings.ts";
import type { Moment } from "./moments.ts";

/** Frames within which a moment is on a hit point. */
export const ON_HIT = 2;
/** Frames beyond which it does not matter how far off a moment is: about four seconds. */
const FAR = 100;

/** Where in a track to begin, and what falls on the hit points then. */
export interface Placed {
  /** Seconds from the beginning of the track, on a whole frame. */
  readonly offset: number;
  /** One for each hit point. */
  readonly landings: readonly Landing[];
  /** How many of them are within `ON_HIT` frames. */
  readonly hit: number;
}

/** What is to be placed. */
export interface Placing {
  readonly moments: readonly Moment[];
  /** Seconds from where the music begins; ascending. */
  readonly hits: readonly number[];
  /** Frames a second. */
  readonly frameRate: number;
  /** Length of the track; 0 if not known. */
  readonly seconds: number;
  /** Where the music would begin without hit points: of equals, the nearest offset is taken. */
  readonly near: number;
}

/**
 * The place to begin at which most hit points have a moment within two frames, then the weightiest of
 * them, then moments as near as can be to the others. Every place that puts some moment exactly on some
 * hit point is tried; music never begins before its own beginning, and lasts to the last hit point.
 * @returns null where nothing can fall on a hit point
 */
export function bestOffset({ moments, hits, frameRate, seconds, near }: Placing): Placed | null {
  const last = seconds === 0 ? Infinity : seconds - (hits.at(-1) ?? 0);
  const offsets = new Set(
    moments
      .flatMap(({ at }) => hits.map((hit) => Math.round((at - hit) * frameRate)))
      .filter((frame) => frame >= 0 && frame / frameRate < last),
  );
  let best: (Placed & { readonly merit: readonly number[] }) | null = null;
  for (const frame of offsets) {
    const offset = frame / frameRate;
    const landings = landingsOf(moments, hits, offset, frameRate);
    const on = landings.filter(isOn);
    const merit = [
      on.length,
      on.reduce((sum, { moment }) => sum + (moment?.weight ?? 0), 0),
      -landings.reduce((sum, { frames }) => sum + Math.min(FAR, Math.abs(frames ?? FAR)), 0),
      -Math.abs(offset - near),
    ];
    if (best === null || exceeds(merit, best.merit)) {
      best = { offset, landings, hit: on.length, merit };
    }
  }
  return best === null ? null : { offset: best.offset, landings: best.landings, hit: best.hit };
}

/** Whether a moment falls on the hit point. */
export const isOn = ({ frames }: Landing): boolean => frames !== null && Math.abs(frames) <= ON_HIT;

/** Whether the first difference of two lists is in favour of `one`. */
function exceeds(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, n) => Math.abs(value - (other[n] ?? 0)) > 1e-9);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}
