import { maybe, orElse } from "../premiere.ts";
import type { PlacedClip, Span, TrackItem } from "./clips.ts";

/** What a clip is called; empty where Premiere does not say. */
export function nameOf(item: TrackItem): Promise<string> {
  return orElse("", async () => maybe(await item.getName()) ?? "");
}

/** “First light”, or where the clip lies when Premiere does not say its name. */
export async function callClip(clip: PlacedClip): Promise<string> {
  const name = await nameOf(clip.item);
  return name === "" ? `the clip at ${placeOf(clip)}` : `“${name}”`;
}

/** "1 clip", "2 clips". */
export const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? "" : "s"}`;

/** Why there is no such track. */
export const noSuchTrackText = (track: number, count: number): string =>
  `The sequence has ${counted(count, "audio track")}, so there is no ${trackName(track)}.`;

/** A track as Premiere's timeline calls it: A1 for 0. */
export const trackName = (track: number): string => `A${track + 1}`;

/** "A2, 0:12.0 to 0:20.5": what finds a clip in the timeline. */
export function placeOf({ track, start, end }: Span & { readonly track: number }): string {
  return `${trackName(track)}, ${clock(start.seconds)} to ${clock(end.seconds)}`;
}

/** "0:12.0", "1:02:03.5": a time from the sequence's beginning. */
export function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const minutes = Math.floor(tenths / 600);
  const hours = Math.floor(minutes / 60);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, "0");
  return hours === 0
    ? `${minutes}:${rest}`
    : `${hours}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}
