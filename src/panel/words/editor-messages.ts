import type { MarkReport } from "../../contract/clip-markers.ts";
import type { InsertReport, InsertRequest, TargetTrack } from "../../contract/cue.ts";
import type { DuckReport, UnduckReport } from "../../contract/ducking.ts";
import type { Check } from "../../contract/host-check.ts";
import { clockTime } from "../../shared/clock-time.ts";
import type { Deed } from "../editor/editor-tools.ts";
import { audioTrackName, timecode, count } from "./format.ts";
import { sectionText } from "./player.ts";
import type { MarkerKind } from "../editor/music-markers.ts";

/** Every sentence on what the editor does, or has done, with the music. */

export const TOOLS = {
  title: "Editor tools",
  track: "Track",
  trackHelp: "Choose the audio track for inserts. Existing clips are never overwritten.",
  musicTrack: "Free music track",
  newTrack: "New track",
  push: "Insert and push…",
  pushHelp: "Insert, and move everything later on the timeline. Asks first.",
  replace: "Replace selected",
  replaceHelp: "Replace the selected audio clip with this track",
  markers: "Markers",
  setMarkers: "Set markers",
  setMarkersHelp: "Add markers to the music and all its clips",
  heardMarkers: "(places as heard, not stated)",
  preview: "Play in the editor",
  previewHelp: "Play this track in the editor's source monitor",
  stopPreview: "Stop in the editor",
  ducking: "Ducking",
  depth: "Depth",
  attack: "Attack",
  release: "Release",
  speech: "Speech",
  speechHelp: "Choose the tracks with speech. Without a choice: tracks with a transcript, or A1.",
  duck: "Duck under speech",
  duckHelp: "Lower the selected music clips under speech, or all music if none is selected",
  unduck: "Remove ducking",
  unduckHelp: "Restore the volume the music had before",
  cueSheet: "Cue sheet…",
  cueSheetHelp: "List the music in this sequence with its licences",
  folder: "Music folder",
  noFolder: "Chosen at the first insert",
  changeFolder: "Change…",
  changeFolderHelp: "Choose where this project keeps its music",
  noSequence: "Open a sequence in the editor first.",
  noStructure: "The bars of this track are not known.",
  tooManyMarkers: "That is too many markers. Choose bars or sections instead.",
  pushTitle: "Push later clips?",
  pushNow: "Insert and push",
  cancel: "Cancel",
} as const;

/** What the cue sheet says. */
export const CUES = {
  title: "Cue sheet",
  empty: "This sequence has no music from Needledrop.",
  copy: "Copy credit lines",
  copyHelp: "Copy required credits, and music with an unknown licence",
  copied: "Credit lines copied.",
  csv: "Save CSV",
  csvHelp: "Save as a spreadsheet",
  html: "Save page",
  htmlHelp: "Save as a page to print",
  total: "Total",
} as const;

/** What the check of the editor says. */
export const HOST_CHECK = {
  title: "Check this editor",
  question:
    "Find out what works in this editor. With a scratch sequence, the check covers more. " +
    "It is created in the open project and removed again.",
  withScratch: "Check with scratch sequence",
  without: "Check without",
  running: "Checking…",
  done: "Check complete.",
  copy: "Copy report",
  copied: "Report copied.",
  save: "Save report",
  byHand: "Check these yourself",
  byHandList: [
    "Drag a track to the timeline. It should be where you dropped it.",
    "Insert a track, then undo once. The timeline should be as before.",
    "Play a track here while the editor plays. You should hear both without stutter.",
    "Restart the editor and run this check again. IndexedDB should report its earlier value.",
  ],
} as const;

export const OUTCOMES: Readonly<Record<Check["outcome"], string>> = {
  ok: "OK",
  failed: "Failed",
  note: "Note",
};

/** What is said of a track in a format that the editor does not import. */
export const CONVERSION = {
  cancel: "Cancel",
  cancelHelp: "Stop converting. Nothing is inserted.",
  cancelled: "Conversion cancelled. Nothing was inserted.",
} as const;

/** @param share of the file, 0 to 1 */
export const convertingText = (share: number): string => `Converting… ${Math.floor(100 * share)} %`;

/** @param insertion what pressing Insert would do */
export const willConvertText = (insertion: string): string => `${insertion}, converted to WAV`;

/** @param text what was inserted; @param ending of the track's own file, without the dot */
export const convertedText = (text: string, ending: string): string =>
  `${text} The .${ending} file was converted to WAV in the music folder.`;

/** The editor's monitor plays no more kinds of file than the editor imports. */
export const notInMonitorText = (ending: string, editor: string): string =>
  `${editor} does not play .${ending} files. Play this track here.`;

/** What is going on, while it does. */
export const BUSY: Readonly<Record<Deed, string>> = {
  insert: "Inserting…",
  fit: "Laying the fit…",
  push: "Inserting…",
  replace: "Replacing…",
  mark: "Setting markers…",
  duck: "Ducking…",
  "cue-sheet": "Reading the sequence…",
  save: "Saving…",
  folder: "Choosing a folder…",
};

export const MARKER_NAMES: Readonly<Record<MarkerKind, string>> = {
  sections: "Sections",
  bars: "Bars",
  beats: "Beats",
};

export const trackText = (track: TargetTrack): string =>
  track === "music" ? TOOLS.musicTrack : track === "new" ? TOOLS.newTrack : audioTrackName(track);

/** Which track the tools work on. */
export const targetText = (title: string): string => `with “${title}”`;

/** What pressing Insert would do now. */
export function insertText({ cue, at, track }: InsertRequest): string {
  const place = at === null ? "at the playhead" : `at the in point ${timecode(at)}`;
  const on =
    track === "music" ? "" : track === "new" ? ", on a new track" : `, on ${audioTrackName(track)}`;
  return `“${cue.title}” ${sectionText(cue.source)} ${place}${on}`;
}

/** Asked before a ripple insert. */
export function pushText({ cue, at }: InsertRequest & { readonly at: number }): string {
  const { start, end } = cue.source;
  return (
    `“${cue.title}” will be inserted at ${timecode(at)}. Everything after it will move later by ` +
    `${clockTime(end - start)} on all tracks. Clips across that point will be cut.`
  );
}

/** @param ending of a file name, without the dot */
export const notImportableText = (ending: string, editor: string): string =>
  `${editor} does not import ${ending === "" ? "files without an extension" : `.${ending} files`}. ` +
  "To insert this track, add its folder to your music, or convert it to WAV.";

/** What the timeline holds now, as the editor read it back. */
export function insertedText(report: InsertReport): string {
  const { clipName, audioTrack, start, end, pushed, undoSteps, notes } = report;
  const place = `${audioTrackName(audioTrack)}, ${timecode(start)} to ${timecode(end)}`;
  const moved =
    pushed === 0 ? "" : `${count(pushed, "other clip", "other clips")} moved later or cut.`;
  return sentences(`“${clipName}” is on ${place}.`, moved, ...notes, undoText(undoSteps));
}

export function markedText({ added, present, undoSteps }: MarkReport): string {
  if (added === 0)
    return sentences(`${count(present, "marker was", "markers were")} already there.`);
  const already =
    present === 0 ? "" : `${present} more ${present === 1 ? "was" : "were"} already there.`;
  return sentences(`${count(added, "marker", "markers")} set.`, already, undoText(undoSteps));
}

export function duckedText({ clips, dips, basis, dialogue, notes }: DuckReport): string {
  const tracks = dialogue.length === 0 ? "" : ` on ${dialogue.map(audioTrackName).join(", ")}`;
  const speech = basis === "transcript" ? "the transcribed words" : "the clips";
  const music = count(clips, "clip of music", "clips of music");
  return sentences(
    `Ducked under ${speech}${tracks}: ${count(dips, "dip", "dips")} in ${music}.`,
    ...notes,
    undoText(1),
  );
}

export function unduckedText({ clips, notes }: UnduckReport): string {
  return clips === 0
    ? sentences("There is no ducking to remove.", ...notes)
    : sentences(`Ducking removed from ${count(clips, "clip", "clips")}.`, ...notes, undoText(1));
}

export const savedText = (path: string): string => `Saved as ${path}.`;
export const folderText = (path: string): string => `This project now keeps its music in ${path}.`;

export const unreadableText = (names: readonly string[]): string =>
  `${count(names.length, "clip", "clips")} could not be read: ${named(names)}.`;

/** Clips in Needledrop's bin that were put there by hand, or whose tags are lost. */
export const unidentifiedText = (names: readonly string[]): string =>
  `The track of ${count(names.length, "clip", "clips")} is not known: ${named(names)}.`;

/** How many names one sentence takes. */
const MOST_NAMES = 5;

function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

export function undoText(steps: number): string {
  if (steps === 0) return "";
  const times = steps === 1 ? "" : steps === 2 ? " twice" : ` ${steps} times`;
  return `To undo, press Ctrl/Cmd+Z${times} in the editor.`;
}

const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(" ");
