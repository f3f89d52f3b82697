import type { Section } from "../../contract/track.ts";
import { clockTime } from "../../shared/clock-time.ts";

/** What the player says of the selected track, of its passage and of another one that sounds. */
export const PLAYER = {
  region: "Player",
  begin: "Passage begins here",
  end: "Passage ends here",
  clear: "Clear the passage",
  waveHelp: "Click to play from there. Drag to mark a passage.",
  passage: "Passage",
  bestMoment: "Best moment",
  insertHere: "Insert at playhead",
  insertIntoRange: "Insert into in/out range",
  playFirst: (title: string): string =>
    `Play “${title}” first: a passage is marked where it plays.`,
  playing: (title: string): string => `Playing: ${title}`,
  stopOther: (title: string): string => `Stop “${title}”`,
  selectOther: (title: string): string => `Playing: ${title}. Select it, so that edits use it`,
} as const;

/** `0:25–1:21`. */
export const sectionText = ({ start, end }: Section): string =>
  `${clockTime(start)}–${clockTime(end)}`;
