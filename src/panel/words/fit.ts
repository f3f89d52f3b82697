import type { InsertReport } from "../../contract/cue.ts";
import type { Fit, FittedHit, Seam } from "../../contract/fit.ts";
import type { RowReport } from "../../contract/row.ts";
import { clockTime } from "../../shared/clock-time.ts";
import type { Stale } from "../fit/fit.ts";
import { insertedText, undoText } from "./editor-messages.ts";
import { audioTrackName, count, timecode } from "./format.ts";

/** Every sentence on fitting a track to the cut. */
export const FIT = {
  title: "Fit",
  act: "Fit to range",
  region: "Fit to range",
  play: "Play fit",
  pause: "Pause fit",
  playHelp: "Hear the fit before it is laid",
  rendering: "Making it audible…",
  original: "Original here",
  originalHelp: "Hear the original at this place, and the fit again",
  layFile: "Lay as one file",
  layFileHelp: "Render the fit into the music folder, with its crossfades, and lay it as one clip",
  layClips: "Lay as clips",
  layClipsHelp:
    "Lay each passage as a clip of the original. There are no crossfades: add an audio transition at each cut",
  laying: "Laying…",
  again: "Fit again",
  cancel: "Cancel",
  close: "Close the fit",
  choices: "Ways to fit it",
  lane: "The fit in the range",
  laneHelp: "Click to play the fit from there",
  reading: "Reading the range…",
  energy: "Energy",
  noEditor:
    "No editor is connected, so there is no range to fit to. Open the panel in the editing application.",
  noSequence: "No sequence is open. Open one, and set an in and an out point.",
  "no-range":
    "No range is set. Set an in and an out point in the editor (I and O), or select clips, then fit again.",
  "too-short": "The range is shorter than a second. Set in and out point further apart.",
  "too-long": "The range is longer than an hour. Fit parts of it one by one.",
  cancelled: "Cancelled.",
  layingCancelled: "Cancelled. Nothing was laid.",
  layFirst: "Fit the track to the range first (Y), then lay it.",
  moved: "The range has changed since the fit was made, so nothing was laid. Fit again first.",
  tooManyClips: "The fit has too many passages to lie as clips. Lay it as one file.",
  noFades: "Clips are not faded: fade beginning or end yourself.",
  noTransitions:
    "Clips have no crossfades: Premiere gives panels no audio transitions. Add Constant Power at each cut.",
} as const;

/** Why a fit is of another time or track. */
export const STALE: Readonly<Record<Stale, string>> = {
  range: "The range has changed.",
  hits: "The hit points have changed.",
  track: "Another track is selected.",
};

/** What each way to fit a track is. */
export const KINDS: Readonly<Record<Fit["kind"], string>> = {
  edited: "Re-edited",
  whole: "As it is",
  start: "Beginning alone",
  end: "Ending alone",
};

/** `0:30.00`: minutes, seconds, hundredths. */
export function fitLengthText(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const rest = String(hundredths % 100).padStart(2, "0");
  return `${clockTime(Math.floor(hundredths / 100))}.${rest}`;
}

/** Seconds: a shorter fade is no more than a clean edge. */
const FADE = 0.1;

/** `0:30.00 exactly · 2 seams · keeps its ending · hits 2 of 3, at most 1 frame off`. */
export function fitText(fit: Fit): string {
  const { kind, seams, hasEnding, fadeIn, fadeOut } = fit;
  const edit = kind === "edited" ? count(seams.length, "seam", "seams") : KINDS[kind].toLowerCase();
  const ending = hasEnding ? "keeps its ending" : fadeOut > FADE ? "fades out" : "is cut off";
  return [
    `${fitLengthText(fit.seconds)} exactly`,
    edit,
    ...(fadeIn > FADE ? ["fades in"] : []),
    ending,
    ...hitsText(fit),
  ].join(" · ");
}

/** Frames by which a hit may be off and still be one. */
export const MET = 2;

function hitsText({ hits, frameRate }: Fit): string[] {
  if (hits.length === 0) return [];
  const all = hits.flatMap((hit) => framesOff(hit, frameRate) ?? []);
  const offs = all.filter((off) => Math.abs(off) <= MET);
  const near = all.length === offs.length ? "" : `, ${all.length - offs.length} near`;
  const most = offs.reduce((far, off) => (Math.abs(off) > Math.abs(far) ? off : far), 0);
  const how = offs.length === 0 ? "" : `, ${offText(most, offs.length > 1)}`;
  return [`hits ${offs.length} of ${hits.length}${how}${near}`];
}

/** Frames by which a moment of the music comes late; negative: early; null: there is none. */
export const framesOff = ({ wanted, landed }: FittedHit, frameRate: number): number | null =>
  landed === null ? null : Math.round((landed - wanted) * frameRate);

/** "on the frame", "1 frame late", "at most 2 frames early". */
export function offText(frames: number, isMost = false): string {
  if (frames === 0) return "on the frame";
  const off = `${count(Math.abs(frames), "frame", "frames")} ${frames > 0 ? "late" : "early"}`;
  return isMost ? `at most ${off}` : off;
}

/** "Hit at 0:12.00: Chorus, 1 frame late". */
export function hitText(hit: FittedHit, frameRate: number): string {
  const place = `Hit at ${fitLengthText(hit.wanted)}`;
  const off = framesOff(hit, frameRate);
  if (off === null) return `${place}: nothing happens near it`;
  return `${place}: ${hit.what === "" ? "" : `${hit.what}, `}${offText(off)}`;
}

/** How easy a jump goes by unheard. */
export const easeText = (ease: number): string =>
  ease >= 0.8 ? "easy" : ease >= 0.6 ? "fair" : "hard";

/** "Seam at 0:14.20: 1:02 to 2:31, easy". */
export const seamText = ({ at, from, to, ease }: Seam): string =>
  `Seam at ${fitLengthText(at)}: ${clockTime(from)} to ${clockTime(to)}, ${easeText(ease)}`;

/** "Working… 40 %". @param done 0 to 1 */
export const workingText = (done: number): string => `Fitting… ${Math.floor(100 * done)} %`;

export const jobText = (title: string): string => `Fitting “${title}”`;
export const layingText = (title: string): string => `Rendering the fit of “${title}”`;

/** What the fit lies on: "the range 00:00:10 to 00:00:40". */
export const targetText = (of: "range" | "selection", start: number, end: number): string =>
  `${of === "range" ? "the range" : "the selection"} ${timecode(start)} to ${timecode(end)}`;

/** @param frames by which it is too short */
export const laidFileText = (report: InsertReport, frames: number): string =>
  `${insertedText(report)}${shortText(frames)}`;

/** Where the clips lie, as the editor read them back. @param frames by which it is too short */
export function laidClipsText(
  report: RowReport,
  frames: number,
  { fadeIn, fadeOut }: Pick<Fit, "fadeIn" | "fadeOut">,
): string {
  const { clipName, audioTrack, start, end, clips, notes, undoSteps } = report;
  const row = count(clips, "clip", "clips");
  const place = `${audioTrackName(audioTrack)}, ${timecode(start)} to ${timecode(end)}`;
  const seams = clips > 1 ? [FIT.noTransitions] : [];
  const fades = fadeIn + fadeOut > FADE ? [FIT.noFades] : [];
  const laid = `“${clipName}” is on ${place}, as ${row} in a row.`;
  const told = [laid, ...seams, ...fades, ...notes];
  return `${[...told, undoText(undoSteps)].join(" ")}${shortText(frames)}`;
}

const shortText = (frames: number): string =>
  frames === 0
    ? ""
    : ` It is ${count(Math.abs(frames), "frame", "frames")} ${frames > 0 ? "shorter" : "longer"} than the range.`;
