import { isLocalResult, type SearchResult } from "../../contract/search.ts";
import { after } from "../../shared/clock.ts";
import type { Player } from "../model/player.ts";

/** Milliseconds that the pointer stays before a track sounds. */
const DWELL = 150;
/** How loud it is beside the player. */
const QUIETER = 0.6;

/**
 * What sounds under the pointer, quietly, from its best moment on. It has a player of its own, so that
 * what is in the panel's player stays there; while that one sounds, nothing sounds here.
 */
export class HoverSound {
  private cancel: (() => void) | null = null;
  private own: Player | null = null;

  constructor(
    private readonly makePlayer: () => Player,
    private readonly main: Pick<Player, "isSounding" | "playback">,
  ) {}

  get isSounding(): boolean {
    return this.own?.isSounding === true;
  }

  /** The pointer is over a track from now on. */
  over(result: SearchResult): void {
    this.leave();
    if (!isLocalResult(result)) return;
    this.cancel = after(DWELL, () => {
      if (this.main.isSounding) return;
      const player = (this.own ??= this.makePlayer());
      player.setVolume(QUIETER * this.main.playback.volume);
      player.play(result, result.section.start);
    });
  }

  /** The pointer has left it. */
  leave(): void {
    this.cancel?.();
    this.cancel = null;
    this.own?.stop();
  }
}
