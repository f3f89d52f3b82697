import type { PlacedClip } from "./clips.ts";

/** A track as Premiere's timeline calls it: A1 for 0. */
export const trackName = (track: number): string => `A${track + 1}`;

/** "A2, 0:12.0 to 0:20.5": what finds a clip in the timeline. */
export function placeOf({ track, start, end }: PlacedClip): string {
  return `${trackName(track)}, ${clock(start.seconds)} to ${clock(end.seconds)}`;
}

function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${(seconds - 60 * minutes).toFixed(1).padStart(4, "0")}`;
}
