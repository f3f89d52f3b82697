import type { LocalResult } from "../../contract/search.ts";

/** Audio elements that hold tracks already, so that the player can go over to them without a gap. */
export interface Voices {
  /** The element that holds a track; null if none does. */
  of(result: LocalResult): HTMLAudioElement | null;
  /** How much of the volume a track gets, 0 to 1. */
  levelOf(result: LocalResult): number;
  /** The player has gone over to another element. */
  left(media: HTMLAudioElement): void;
}

/** No track has an element of its own. */
export const NO_VOICES: Voices = { of: () => null, levelOf: () => 1, left: () => undefined };
