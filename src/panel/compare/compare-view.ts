import type { LocalResult } from "../../contract/search.ts";
import { LETTERS } from "../words/compare.ts";
import type { PanelParts } from "../model/panel-parts.ts";
import type { Level } from "./levels.ts";

/** The pinned tracks as they are shown. */
export interface CompareView {
  readonly cells: readonly CellView[];
}

/** One pinned track. */
export interface CellView {
  readonly letter: string;
  readonly result: LocalResult;
  readonly peaks: Uint8Array | null;
  readonly level: Level;
  /** Whether it is in the player. */
  readonly isCurrent: boolean;
  /** Where it plays, in seconds; null while it does not. */
  readonly time: number | null;
}

/** Whether the picture can be played with the music, and is. */
export interface PictureView {
  readonly isOffered: boolean;
  readonly isRunning: boolean;
}

export function compareView({ pins, player, session }: PanelParts): CompareView {
  const { result: current, status, time } = player.playback;
  return {
    cells: pins.results.map((result, i) => {
      const isCurrent = result.track.id === current?.track.id;
      return {
        letter: LETTERS[i] ?? "",
        result,
        peaks: session.peaksOf(result.track.id),
        level: pins.level(result.track.id) ?? { gain: 1, decibels: null },
        isCurrent,
        time: isCurrent && status !== "stopped" ? time : null,
      };
    }),
  };
}
