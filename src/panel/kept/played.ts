import type { LocalResult } from "../../contract/search.ts";
import type { Playback } from "../model/player.ts";

/** Seconds of a track that count as having heard it. */
export const HEARD_AFTER = 5;
/** A longer way between two looks was a jump, not music. */
const LONGEST_STEP = 3;

/** Tells which tracks were listened to, from what the player does. */
export class Played {
  private trackId = "";
  private heard = 0;
  private last = 0;

  constructor(private readonly wasHeard: (result: LocalResult) => void) {}

  /** To be called whenever the player has changed; a few times a second while it plays. */
  look({ result, status, time }: Playback): void {
    if (result === null) return;
    if (result.track.id !== this.trackId) {
      this.trackId = result.track.id;
      this.heard = 0;
    } else if (status === "playing" && time > this.last && time - this.last < LONGEST_STEP) {
      const before = this.heard;
      this.heard += time - this.last;
      if (before < HEARD_AFTER && this.heard >= HEARD_AFTER) this.wasHeard(result);
    }
    this.last = time;
  }
}
