import type { Track } from "../../contract/track.ts";

/** How a track is lowered so that all that are compared are equally loud. */
export interface Level {
  /** What its amplitude is multiplied by, at most 1: nothing is raised into clipping. */
  readonly gain: number;
  /** The same in dB, 0 or less; null if nobody has measured the track, which then plays as it is. */
  readonly decibels: number | null;
}

/** Each track is lowered to the softest by its integrated loudness (EBU R 128), in the given order. */
export function levelsOf(tracks: readonly Pick<Track, "heard">[]): Level[] {
  const loudness = tracks.map(({ heard }) => heard?.loudness?.integrated ?? null);
  const softest = Math.min(...loudness.filter((lufs) => lufs !== null));
  return loudness.map((lufs) => {
    const decibels = lufs === null ? null : softest - lufs;
    return { gain: 10 ** ((decibels ?? 0) / 20), decibels };
  });
}
