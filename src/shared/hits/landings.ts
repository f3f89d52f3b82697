import type { Moment } from "./moments.ts";

/** What falls near a hit point. */
export interface Landing {
  /** The hit point, in seconds from where the music begins. */
  readonly hit: number;
  /** The nearest moment; null if the track has none. */
  readonly moment: Moment | null;
  /** How many frames after the hit point it comes, negative for before; null without a moment. */
  readonly frames: number | null;
}

/**
 * What falls near each hit point, of a track that begins at `offset` seconds.
 * @param moments ascending
 * @param frameRate frames a second
 */
export function landingsOf(
  moments: readonly Moment[],
  hits: readonly number[],
  offset: number,
  frameRate: number,
): Landing[] {
  return hits.map((hit) => {
    const moment = nearest(moments, offset + hit);
    const frames = moment === null ? null : Math.round((moment.at - offset - hit) * frameRate);
    // Not −0.
    return { hit, moment, frames: frames === null ? null : frames + 0 };
  });
}

function nearest(moments: readonly Moment[], time: number): Moment | null {
  let best: Moment | null = null;
  for (const moment of moments) {
    if (best !== null && Math.abs(moment.at - time) >= Math.abs(best.at - time)) continue;
    best = moment;
  }
  return best;
}
