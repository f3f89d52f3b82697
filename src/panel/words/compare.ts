import type { InsertReport } from "../../contract/cue.ts";
import { undoText } from "./editor-messages.ts";
import { audioTrackName } from "./format.ts";
import type { Level } from "../compare/levels.ts";

/** What the panel says about tracks that are compared, and about the picture. */
export const COMPARE = {
  strip: "Compare",
  pin: "Pin to compare",
  unpin: "Unpin",
  unpinAll: "Unpin all",
  insertAll: "Insert all",
  insertAllHelp: "Insert each on a track of its own, at the same place",
  step: "Next",
  stepHelp: "Hear the next pinned track at the same place",
  withPicture: "Play with the picture",
  stopPicture: "Stop music and picture",
  unknownLevel: "Level unknown",
  unknownLevelHelp:
    "Nobody has measured this track, so it plays as it is. Update its folder to measure it.",
  nothingPinned: "Nothing is pinned. Select a track and press X to compare it.",
} as const;

/** What the timeline holds for somebody to choose from. */
export function alternativesText(reports: readonly InsertReport[]): string {
  const places = reports.map(({ audioTrack }) => audioTrackName(audioTrack)).join(", ");
  const steps = reports.reduce((sum, { undoSteps }) => sum + undoSteps, 0);
  const many = reports.length > 1 ? " All sound at once: mute all but one." : "";
  return `Laid at the same place on ${places}.${many} ${undoText(steps)}`;
}

/** The names of the pinned tracks, in order. */
export const LETTERS = ["A", "B", "C", "D"] as const;

/** A fifth track is not pinned. @param oldest title of the track that was pinned first */
export const fullText = (oldest: string): string =>
  `Four tracks are pinned. Unpin one first; “${oldest}” (A) has been there longest.`;

export const overText = (title: string): string => `“${title}” has ended by this place.`;

/** "−3.2 dB": how much softer a track plays, so that all are equally loud. */
export function levelText({ decibels }: Level): string {
  if (decibels === null) return COMPARE.unknownLevel;
  const rounded = Math.abs(decibels).toFixed(1);
  return rounded === "0.0" ? "0 dB" : `−${rounded} dB`;
}

export const levelHelp = ({ decibels }: Level): string =>
  decibels === null
    ? COMPARE.unknownLevelHelp
    : "Lowered to the loudness of the softest pinned track (EBU R 128)";

/** The name of a cell: "A: Dawn by Mara, −3.2 dB". */
export const cellLabel = (letter: string, title: string, artist: string, level: Level): string =>
  `${letter}: ${title}${artist === "" ? "" : ` by ${artist}`}, ${levelText(level)}`;

export const unpinLabel = (title: string): string => `${COMPARE.unpin} “${title}”`;
