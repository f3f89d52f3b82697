import type { PlacedClip, Span, VideoTrackReading } from "./clips.ts";
import type { Expected } from "./read-back.ts";

export interface Comparison {
  /** Clips that were to move later and lie where they lay. */
  readonly stayed: readonly PlacedClip[];
  /** How many clips moved later, in whole or behind a cut. */
  readonly moved: number;
  /** Clips of before that are nowhere now. */
  readonly lost: readonly PlacedClip[];
  /** Clips of now that were not there before. */
  readonly added: readonly PlacedClip[];
}

/** Finds each clip of before among those of now; every reading makes new handles. */
export function compareClips(
  before: readonly PlacedClip[],
  now: readonly PlacedClip[],
  expected: Pick<Expected, "start" | "end" | "removed" | "ripple" | "tolerance">,
): Comparison {
  const { tolerance } = expected;
  const cut = expected.start.ticksNumber;
  const length = expected.end.ticksNumber - cut;
  const open = new Set(now);
  /** Takes the clip of now that lies there, if there is one. */
  const take = (track: number, start: number, end: number): boolean => {
    for (const clip of open) {
      const isThere =
        clip.track === track &&
        Math.abs(clip.start.ticksNumber - start) <= tolerance &&
        Math.abs(clip.end.ticksNumber - end) <= tolerance;
      if (isThere) return open.delete(clip);
    }
    return false;
  };

  const stayed: PlacedClip[] = [];
  const lost: PlacedClip[] = [];
  let moved = 0;
  for (const clip of before) {
    if (clip === expected.removed) continue;
    const { track } = clip;
    const start = clip.start.ticksNumber;
    const end = clip.end.ticksNumber;
    const isLater = expected.ripple && end > cut + tolerance;
    const hasMoved =
      isLater &&
      (start >= cut - tolerance
        ? take(track, start + length, end + length)
        : take(track, start, cut) && take(track, cut + length, end + length));
    if (hasMoved) moved++;
    else if (!take(track, start, end)) lost.push(clip);
    else if (isLater) stayed.push(clip);
  }
  return { stayed, moved, lost, added: [...open] };
}

/** Whether it begins and ends there, give or take `tolerance` ticks. */
export function isAt(clip: Span, place: Span, tolerance: number): boolean {
  return (
    Math.abs(clip.start.ticksNumber - place.start.ticksNumber) <= tolerance &&
    Math.abs(clip.end.ticksNumber - place.end.ticksNumber) <= tolerance
  );
}

export interface PictureComparison {
  /** Video tracks, by name, whose picture was to move later and did not. */
  readonly stayed: readonly string[];
  /** Those that were touched in another way. */
  readonly changed: readonly string[];
}

/** What became of the video tracks, judged by their counts and ends. */
export function comparePictures(
  before: readonly VideoTrackReading[],
  now: readonly VideoTrackReading[],
  { start, end, ripple, tolerance }: Pick<Expected, "start" | "end" | "ripple" | "tolerance">,
): PictureComparison {
  const stayed: string[] = [];
  const changed: string[] = [];
  const length = end.ticksNumber - start.ticksNumber;
  for (const [index, track] of before.entries()) {
    const after = now[index];
    const name = `V${index + 1}`;
    const isCounted = ripple ? (after?.count ?? 0) >= track.count : after?.count === track.count;
    if (!isCounted) changed.push(name);
    // Only the counts are left to go by.
    if (!isCounted || !track.end || !after?.end) continue;
    const moved = after.end.ticksNumber - track.end.ticksNumber;
    const isLater = ripple && track.end.ticksNumber > start.ticksNumber + tolerance;
    if (isLater && Math.abs(moved) <= tolerance) stayed.push(name);
    else if (Math.abs(moved - (isLater ? length : 0)) > tolerance) changed.push(name);
  }
  return { stayed, changed };
}
