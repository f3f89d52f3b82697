import type { InsertRequest } from "../../contract/cue.ts";
import type { Section, Track } from "../../contract/track.ts";
import { unpackEnergy } from "../../shared/energy-curve.ts";

/** The loudness of a stretch of music, under the part that was read. */
export interface LanePoint {
  /** Its middle, in seconds from where the part begins. */
  readonly at: number;
  /** 0: much softer than the loudest of the track, to 1: the loudest. */
  readonly level: number;
}

/** Decibels below the loudest that are drawn. */
const RANGE = 24;

/**
 * The curve of loudness of a track where inserting it would lay it: one point for each stretch that
 * sounds within the part, and one beyond each end so that the line goes on to there.
 * @param at where the cue begins, in seconds from the beginning of the sequence
 * @returns none where nobody has listened to the track, or nothing of it sounds there
 */
export function energyLane(
  { heard, seconds }: Pick<Track, "heard" | "seconds">,
  { cue: { source } }: Pick<InsertRequest, "cue">,
  at: number,
  span: Section,
): LanePoint[] {
  const levels = heard?.energy === undefined ? [] : unpackEnergy(heard.energy);
  if (levels.length === 0 || seconds <= 0) return [];
  const [loudest, step] = [Math.max(...levels), seconds / levels.length];
  const begin = at - span.start;
  const points = levels.map((level, n) => ({
    source: (n + 0.5) * step,
    at: begin + (n + 0.5) * step - source.start,
    level: Math.max(0, 1 + (level - loudest) / RANGE),
  }));
  const sounds = points.filter(
    (point) => point.source > source.start - step && point.source < source.end + step,
  );
  const length = span.end - span.start;
  const isWithin = sounds.some((point) => point.at > -step && point.at < length + step);
  return isWithin ? sounds.map(({ at, level }) => ({ at, level })) : [];
}
