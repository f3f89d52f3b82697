import type { EngineInfo, LoadStage, SearchAnswer, SearchResult } from "../contract/engine.ts";
import type { NeedledropError } from "../contract/errors.ts";
import type { Licence, Track } from "../contract/track.ts";
import { isLocalResult, pageOf } from "./local-result.ts";
import { clock, megabytes } from "./format.ts";

/**
 * Every sentence the panel says by itself. What failed is said by the errors (contract/errors),
 * what the editor has done by `editor-messages`.
 */

export const EXAMPLES: readonly string[] = [
  "Calm piano as the sun comes up over the harbour",
  "Tense electronic pulse while they search the house",
  "Light-hearted acoustic guitar for a cooking scene",
];

export const TEXT = {
  searchLabel: "Describe the scene",
  searchPlaceholder: "Describe the scene: mood, pace, instruments",
  clear: "Clear the description",
  describeSelection: "Describe selection",
  describingSelection: "Reading…",
  describeSelectionHelp: "Fill in what your clips, markers and notes say about the scene",
  keys: "Keyboard shortcuts",
  close: "Close",
  examplesLead: "What is the scene?",
  examplesHelp: "Mood, instrument and pace together work best. For example:",
  private: "Nothing leaves this machine.",
  noResults: "No track fits this description.",
  noResultsNext: "Try fewer or other words, for example:",
  results: "Tracks that fit, best first",
  play: "Play",
  pause: "Pause",
  insert: "Insert",
  volume: "Volume",
  waveform: "Place in the track",
  bestSection: "best moment",
  retry: "Try again",
  nothingSelected: "Select one or more clips in the timeline first.",
  noWordsInSelection:
    "The selected clips have no telling names, markers, notes or transcript. Describe the scene yourself.",
  queryCut: "The description is very long; only its beginning is used.",
  connecting: "Looking for the editor…",
  noEditor: "No editor is connected: you can search and listen.",
  remote: "Not on this machine",
  openPage: "Open page",
  localOnly: "Only what I can hear now",
  localOnlyHelp: "Leave out tracks whose audio is not on this machine",
  noLocalResults: "No track on this machine was found.",
  noLocalResultsNext: "You see only what you can hear now.",
  showAll: "Show all tracks",
  credit: "Credit",
  copyCredit: "Copy the credit line",
  copied: "The credit line is on the clipboard.",
  unknownLicence: "Licence unknown",
} as const;

const STAGES: Record<LoadStage, string> = {
  runtime: "Starting the engine",
  pack: "Reading the model",
  "text-tower": "Preparing the model",
  index: "Reading the catalogue",
  ready: "Ready",
};

export const loadingText = (stage: LoadStage, waiting: boolean): string =>
  `${STAGES[stage]}${waiting ? ", then searching" : ""}…`;

export const bytesText = (read: number, total: number): string =>
  `${megabytes(read)} of ${megabytes(total)} MB`;

export const count = (n: number, one: string, many: string): string =>
  `${n} ${n === 1 ? one : many}`;

export const readyText = ({ tracks, localTracks }: EngineInfo): string =>
  `${count(tracks, "track", "tracks")} ready${localTracks === tracks ? "" : `, ${localTracks} here`}`;

export const searchingText = "Searching…";

export function answerText({ results, ms }: SearchAnswer): string {
  if (results.length === 0) return "No results";
  const here = results.filter(isLocalResult).length;
  const told = here === results.length ? "best first" : `${here} here`;
  const found = count(results.length, "result", "results");
  return `${found}, ${told} · ${Math.round(ms.encode + ms.search)} ms`;
}

export const editorText = (name: string): string => `Connected to ${name}.`;

/** An editor that was there and did not answer is told apart from none at all. */
export const whyNoEditor = (problem: NeedledropError | null): string =>
  problem === null ? TEXT.noEditor : `${problem.what} ${problem.next}`;

/** `problem` is the browser's word for why it stores nothing. */
export const notRememberedText = (problem: string): string =>
  `The catalogue is read anew at every start: ${problem}`;

/** A length of 0 is one that nobody has told. */
export const lengthText = (seconds: number): string => (seconds === 0 ? "" : clock(seconds));

export const tempoText = (bpm: number): string => `${Math.round(bpm)} BPM`;

/** Short enough for a badge; `id` is what people who clear music look for. */
export const licenceText = ({ id, name }: Licence): string =>
  id === "unknown" ? TEXT.unknownLicence : id === "" ? name : id;

export function resultLabel(result: SearchResult): string {
  const { rank, track, why } = result;
  const { title, artist, seconds, bpm, licence } = track;
  const facts = [
    `${rank}. ${title}`,
    artist === "" ? "" : `by ${artist}`,
    isLocalResult(result) ? "" : TEXT.remote,
    lengthText(seconds),
    bpm === null ? "" : tempoText(bpm),
    licenceText(licence),
    why.join(", "),
  ];
  return facts.filter((fact) => fact !== "").join(", ");
}

/** Where the clipboard cannot be used, the text itself is told, unless it is a long one. */
export const notCopiedText = (text: string): string =>
  `The clipboard cannot be used here. ${text.length > 500 ? "Save it as a file instead." : `To be copied: ${text}`}`;

/** Why a track does not play, and the way to it. */
export function remoteText(track: Track): string {
  const get = pageOf(track) === null ? "Get it from its vendor" : "Open its page, download it";
  return `${TEXT.remote}. ${get}, then index it.`;
}

/** For when no editor can open a page. */
export const openYourselfText = (page: string): string => `Open it in your browser: ${page}`;
