import { type EngineInfo, type LoadStage } from "../../contract/engine.ts";
import { type SearchAnswer, isLocalResult } from "../../contract/search.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import { type Licence, type Track, fileAddressOf, pageOf } from "../../contract/track.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { hostOf } from "../../shared/download/address.ts";
import { count, megabytes } from "./format.ts";

/**
 * Every sentence the panel says by itself. What failed is said by the errors (contract/errors),
 * what the editor has done by `editor-messages`, what was understood by `understood`.
 */

/** Descriptions to try, each with what it shows. */
export const EXAMPLES: readonly { readonly query: string; readonly shows: string }[] = [
  { query: "Calm piano as the sun comes up over the harbour", shows: "Say what happens" },
  { query: "Tense electronic pulse, no vocals, under 2 minutes", shows: "Say what to leave out" },
  {
    query: "Light-hearted acoustic guitar for a cooking scene, 90–110 bpm",
    shows: "Say how fast",
  },
];

/** What to do, from the description to the timeline. */
export const STEPS: readonly { readonly key: string; readonly does: string }[] = [
  { key: "/", does: "Describe the scene" },
  { key: "Space", does: "Hear the best moment" },
  { key: "S", does: "Insert it at the playhead" },
];

export const TEXT = {
  searchLabel: "Describe the scene",
  searchPlaceholder: "Describe the scene: mood, pace, instruments",
  clear: "Clear the description",
  describeSelection: "Describe selection",
  describingSelection: "Reading…",
  describeSelectionHelp:
    "Describe the scene from the notes, names, speech and pictures of the selected clips",
  keys: "Keyboard shortcuts",
  close: "Close",
  examplesLead: "Find music for your scene",
  examplesHelp: "Describe it in your own words. For example:",
  noResults: "No matching tracks",
  noResultsNext: "Try fewer or different words. For example:",
  play: "Play",
  pause: "Pause",
  insert: "Insert",
  volume: "Volume",
  waveform: "Position in the track",
  retry: "Try again",
  copyReport: "Copy report",
  reportCopied: "Report copied. Paste it where you report the problem.",
  nothingSelected: "Select one or more clips in the timeline first.",
  noWordsInSelection:
    "The notes, names and pictures of the selected clips do not describe a scene. Describe it yourself.",
  queryCut: "The description is too long. Only its beginning is used.",
  connecting: "Connecting to the editor…",
  noEditor: "No editor is connected. You can search and listen.",
  remote: "Not on this machine",
  openPage: "Open page",
  credit: "Credit",
  licence: "Licence",
  copyCredit: "Copy the credit line",
  copied: "Credit line copied.",
  unknownLicence: "Licence unknown",
} as const;

/** The tabs between header and footer. */
export const TABS = { label: "Show", results: "Results", kept: "Kept", map: "Map" } as const;

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

/** @param own tracks in the editor's folders */
export function readyText({ tracks, localTracks }: EngineInfo, own: number): string {
  const here = localTracks === tracks ? "" : `, ${localTracks + own} on this machine`;
  return `${count(tracks + own, "track", "tracks")} ready${here}`;
}

export const searchingText = "Searching…";

export function answerText({ pack, results, ms }: SearchAnswer): string {
  if (results.length === 0) return "No results";
  const local = results.filter(isLocalResult).length;
  const which = local === results.length ? "best first" : `${local} on this machine`;
  const packs = pack.split(" + ").length;
  const by = packs === 1 ? "" : ` with ${packs} packs`;
  const found = count(results.length, "result", "results") + by;
  return `${found}, ${which} · ${Math.round(ms.encode + ms.search)} ms`;
}

export const editorText = (name: string): string => `Connected to ${name}.`;

/** An editor that did not answer is distinguished from no editor at all. */
export const whyNoEditor = (problem: NeedledropError | null): string =>
  problem === null ? TEXT.noEditor : `${problem.what} ${problem.next}`;

/** `problem` is the browser's word for why it stores nothing. */
export const notRememberedText = (problem: string): string =>
  `The catalogue loads anew at every start: ${problem}`;

/** A length of 0 is an unknown one. */
export const lengthText = (seconds: number): string => (seconds === 0 ? "" : clockTime(seconds));

/** Short enough for a badge; `id` is what people who clear music look for. */
export const licenceText = ({ id, name }: Licence): string =>
  id === "unknown" ? TEXT.unknownLicence : id === "" ? name : id;

/** Where the clipboard is not available, the text itself is shown, unless it is a long one. */
export const notCopiedText = (text: string): string =>
  `The clipboard is not available. ${text.length > 500 ? "Save a file instead." : `Copy this yourself: ${text}`}`;

/**
 * Why a track does not play, and the way to it.
 * @param downloadHosts hosts that the editor may download from
 */
export function remoteText(track: Track, downloadHosts: readonly string[] = []): string {
  const host = hostOf(fileAddressOf(track) ?? "");
  if (downloadHosts.includes(host)) return `${TEXT.remote}. Get it from ${host} (G).`;
  const get = pageOf(track) === null ? "Get it from its vendor" : "Open its page, download it";
  return `${TEXT.remote}. ${get}, then index it.`;
}

/** For when no editor can open a page. */
export const openYourselfText = (page: string): string => `Open it in your browser: ${page}`;
