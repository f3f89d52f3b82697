import type { Cuts } from "../../contract/cuts.ts";
import type { Landing } from "../../shared/hits/landings.ts";
import type { Moment } from "../../shared/hits/moments.ts";
import type { Rhythm } from "../cut/rhythm.ts";
import type { Tempo } from "../cut/tempi.ts";
import { count, exactLength } from "./format.ts";

/** Everything the panel says about music to the cut. */
export const CUT = {
  title: "To the cut",
  help: "Find music by how the picture is cut: its pace, its length, its markers",
  reading: "Reading the cut…",
  read: "Read again",
  readHelp: "Read the cut again, of the in/out range, the selected clips or the sequence",
  tempo: "Tempo",
  noTempo: "The cuts fall on no common beat.",
  hits: "Hit points",
  noHits: "Set markers in the sequence, or click cuts, to say where the music should change.",
  addCut: "Add a cut…",
  addCutLabel: "Make a cut a hit point",
  order: "Best hits first",
  orderHelp: "Sort the first 50 tracks by how many hit points they hit",
} as const;

const PARTS: Readonly<Record<Cuts["of"], string>> = {
  range: "In/out range",
  selection: "Selection",
  sequence: "Whole sequence",
};

/** `In/out range, 0:30 · 24 cuts a minute, steady, faster at the end`. */
export function factsText({ of, span, cuts, omitted }: Cuts, rhythm: Rhythm): string {
  const part = `${PARTS[of]}, ${exactLength(span.end - span.start)}`;
  const facts = [paceText(cuts.length, rhythm), rhythm.regularity ?? "", courseText(rhythm)];
  const left = omitted === 0 ? "" : ` · ${omitted} more were left out`;
  return `${part} · ${facts.filter((fact) => fact !== "").join(", ")}${left}`;
}

/** A pace says little of a few cuts, and of cuts that are few and far between. */
function paceText(cuts: number, { perMinute }: Rhythm): string {
  if (cuts === 0) return "no cuts";
  if (cuts < 3 || perMinute < 1) return count(cuts, "cut", "cuts");
  const pace = perMinute < 10 ? Math.round(perMinute * 10) / 10 : Math.round(perMinute);
  return `${pace} cuts a minute`;
}

/** Where it is faster, or else slower. */
function courseText({ faster, slower }: Rhythm): string {
  const [where, thirds] = faster.length > 0 ? ["faster", faster] : ["slower", slower];
  return thirds.length === 0 ? "" : `${where} ${thirds.map(thirdText).join(" and ")}`;
}

const thirdText = (third: Rhythm["faster"][number]): string =>
  third === "middle" ? "in the middle" : `at the ${third}`;

/** `96 BPM`. */
export const tempoButton = ({ bpm }: Tempo): string => `${bpm} BPM`;

/** `38 of 46 cuts fall on a beat at 96 BPM`. */
export const reasonText = ({ bpm, unit, on, of }: Tempo): string =>
  `${on} of ${of} cuts fall on a ${unit === "bar" ? "bar line" : "beat"} at ${bpm} BPM`;

/** The same beside a filter's chip: `38 of 46 cuts on a beat`. */
export const shortReason = ({ unit, on, of }: Tempo): string =>
  `${on} of ${of} cuts on a ${unit === "bar" ? "bar line" : "beat"}`;

/** `Fits 0:30`. */
export const fitsButton = (seconds: number): string => `Fits ${exactLength(seconds)}`;

/** What the button finds. */
export const fitsHelp = (seconds: number): string =>
  `Tracks that last ${exactLength(seconds)}, or have whole sections that do`;

/** `0:12.4 Thunder`: a hit point, counted from where the part begins. */
export const hitText = (at: number, name: string): string =>
  `${exactLength(at)} ${name.trim() === "" ? "Cut" : name}`;

/** `Climax, 1 frame early`: what falls near a hit point. */
export function landingText({ moment, frames }: Landing, frameRate: number): string {
  if (moment === null || frames === null) return "";
  return `${momentText(moment)}, ${offText(frames, frameRate)}`;
}

/** What happens, by the name of the section that begins. */
function momentText({ kind, label }: Moment): string {
  const name = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  return kind === "section" || label.toLowerCase() === kind ? name : `${name} (${kind})`;
}

function offText(frames: number, frameRate: number): string {
  if (frames === 0) return "on the frame";
  const [off, side] = [Math.abs(frames), frames < 0 ? "early" : "late"];
  if (off < frameRate) return `${count(off, "frame", "frames")} ${side}`;
  return `${(off / frameRate).toFixed(1)} s ${side}`;
}

/** `hits 3 of 4`. */
export const hitsText = (hit: number, of: number): string => `hits ${hit} of ${of}`;

/** What the selected track does, for the whole of the part. */
export const landsText = (title: string, hit: number, of: number): string =>
  `“${title}” ${hitsText(hit, of)}.`;
/** Why a track hits nothing. */
export const noMomentsText = (title: string): string =>
  `“${title}” has no section that could begin there.`;

/** What the drawing shows, for who cannot see it. */
export function laneText(
  { cuts, span }: Cuts,
  hits: number,
  music: { readonly title: string; readonly loudest: number | null } | null,
): string {
  const drawn = `${count(cuts.length, "cut", "cuts")} and ${count(hits, "hit point", "hit points")} in ${exactLength(span.end - span.start)}.`;
  if (music === null || music.loudest === null) return drawn;
  return `${drawn} “${music.title}” is loudest at ${exactLength(music.loudest)}.`;
}
