import type { MarkReport } from "../contract/clip-markers.ts";
import type { InsertReport, InsertRequest, TargetTrack } from "../contract/cue.ts";
import type { DuckReport, UnduckReport } from "../contract/ducking.ts";
import type { Check } from "../contract/host-check.ts";
import type { Deed } from "./editor-tools.ts";
import { audioTrackName, clock, timecode } from "./format.ts";
import { count } from "./messages.ts";
import type { MarkerKind } from "./music-markers.ts";

/** Every sentence on what the editor does, or has done, with the music. */

export const TOOLS = {
  title: "Editor tools",
  track: "Track",
  trackHelp: "The audio track for inserts; nothing is ever overwritten on any",
  musicTrack: "Free music track",
  newTrack: "New track",
  push: "Insert and push…",
  pushHelp: "Insert, and push everything that lies later; asks first",
  replace: "Replace selected",
  replaceHelp: "Put this track in the place of the selected audio clip",
  markers: "Markers",
  setMarkers: "Set markers",
  setMarkersHelp: "Mark the music in the project, and so in each of its clips",
  preview: "Play in the editor",
  previewHelp: "Play this track in the editor's own monitor",
  stopPreview: "Stop in the editor",
  ducking: "Ducking",
  depth: "Depth",
  attack: "Attack",
  release: "Release",
  speech: "Speech",
  speechHelp: "The tracks that speak; none chosen: those with a transcript, else A1",
  duck: "Duck under speech",
  duckHelp: "Lower the music under speech: the selected clips of music, or all of it",
  unduck: "Take ducking away",
  unduckHelp: "Give the music the volume that it had before",
  cueSheet: "Cue sheet…",
  cueSheetHelp: "List the music of the sequence with its licences",
  folder: "Music folder",
  noFolder: "Asked for with the first insert",
  changeFolder: "Change…",
  changeFolderHelp: "Keep the music of this project in another folder",
  noSequence: "No sequence is open. Open one in the editor first.",
  noStructure: "Nobody has told where the bars of this track are.",
  tooManyMarkers: "That would be too many markers. Set bars or sections instead.",
  pushTitle: "Push the rest later?",
  pushNow: "Insert and push",
  cancel: "Cancel",
} as const;

/** What the cue sheet says. */
export const CUES = {
  title: "Cue sheet",
  empty: "No music of Needledrop lies in this sequence.",
  copy: "Copy credit lines",
  copyHelp: "What must be credited, and what has no known licence",
  copied: "The credit lines are on the clipboard.",
  csv: "Save CSV",
  csvHelp: "For a spreadsheet",
  html: "Save page",
  htmlHelp: "A page to be printed",
  total: "Total",
} as const;

/** What the check of the editor says. */
export const HOST_CHECK = {
  title: "Host check",
  question:
    "This looks at what works in this editor. May it make a scratch sequence in the open project " +
    "and remove it again? Without one, less can be told.",
  withScratch: "With a scratch sequence",
  without: "Without",
  running: "Looking…",
  done: "Done.",
  copy: "Copy report",
  copied: "The report is on the clipboard.",
  save: "Save report",
  byHand: "Only you can tell",
  byHandList: [
    "Drag a track onto the timeline: it lies where you dropped it.",
    "Insert a track and undo once: the timeline is as it was before.",
    "Play here while the editor plays: both are heard, neither stutters.",
    "Restart the editor and run this again: IndexedDB tells whether its value has survived.",
  ],
} as const;

export const OUTCOMES: Readonly<Record<Check["outcome"], string>> = {
  ok: "OK",
  failed: "Failed",
  note: "Note",
};

/** What is going on, while it does. */
export const BUSY: Readonly<Record<Deed, string>> = {
  insert: "Inserting…",
  push: "Inserting…",
  replace: "Replacing…",
  mark: "Setting markers…",
  duck: "Drawing the volume…",
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

/** What pressing Insert would do now. */
export function insertText({ cue, at, track }: InsertRequest): string {
  const { start, end } = cue.source;
  const place = at === null ? "at the playhead" : `at the in point ${timecode(at)}`;
  const on =
    track === "music" ? "" : track === "new" ? ", on a new track" : `, on ${audioTrackName(track)}`;
  return `${clock(start)} to ${clock(end)} ${place}${on}`;
}

/** Asked before a ripple insert. */
export function pushText({ cue, at }: InsertRequest & { readonly at: number }): string {
  const { start, end } = cue.source;
  return (
    `“${cue.title}” goes in at ${timecode(at)}. Everything after that moves later by ` +
    `${clock(end - start)} on all tracks, and clips that lie across it are cut.`
  );
}

/** @param ending of a file name, without the dot */
export const notImportableText = (ending: string, editor: string): string =>
  `${editor} does not import ${ending === "" ? "files without an ending" : `.${ending} files`}. ` +
  "Convert this one to WAV to insert it.";

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
    return sentences(`${count(present, "marker was", "markers were")} there already.`);
  const already = present === 0 ? "" : `${present} more were there already.`;
  return sentences(`${count(added, "marker", "markers")} set.`, already, undoText(undoSteps));
}

export function duckedText({ clips, dips, basis, dialogue, notes }: DuckReport): string {
  const tracks = dialogue.length === 0 ? "" : ` on ${dialogue.map(audioTrackName).join(", ")}`;
  const speech = basis === "transcript" ? "the words of the transcripts" : "the clips";
  const music = count(clips, "clip of music", "clips of music");
  return sentences(
    `Ducked under ${speech}${tracks}: ${count(dips, "dip", "dips")} in ${music}.`,
    ...notes,
    undoText(1),
  );
}

export function unduckedText({ clips, notes }: UnduckReport): string {
  return clips === 0
    ? sentences("No music was ducked.", ...notes)
    : sentences(
        `${count(clips, "clip has", "clips have")} the volume of before.`,
        ...notes,
        undoText(1),
      );
}

export const savedText = (path: string): string => `Saved as ${path}.`;
export const folderText = (path: string): string =>
  `The music of this project is kept in ${path} from now on.`;

export const unreadableText = (names: readonly string[]): string =>
  `${count(names.length, "clip", "clips")} could not be read: ${named(names)}.`;

/** Clips in Needledrop's bin that somebody else has put there, or whose notes are lost. */
export const untoldText = (names: readonly string[]): string =>
  `${count(names.length, "clip says", "clips say")} nothing of ` +
  `${names.length === 1 ? "its" : "their"} track any more: ${named(names)}.`;

/** How many names one sentence takes. */
const MOST_NAMES = 5;

function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function undoText(steps: number): string {
  if (steps === 0) return "";
  const times = steps === 1 ? "once" : steps === 2 ? "twice" : `${steps} times`;
  return `Press undo ${times} in the editor to take it back.`;
}

const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(" ");
