import type { DownloadRequest } from "../../contract/download.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { fileNameOf, hostOf } from "../../shared/download/address.ts";
import type { Arrival } from "../downloads/downloads.ts";

/** Everything the panel says about downloads. */
export const DOWNLOADS = {
  get: "Get",
  getHelp: "Download this track",
  title: "Download this track?",
  cancel: "Cancel",
  now: "Download",
  licence: "Licence",
  credit: "Credit",
  file: "File",
  length: "Length",
  into: "Goes into",
  asksFolder: "A folder that you choose next",
  cancelled: "Download cancelled. Nothing of it was kept.",
  notHere: "This editor has no network. Open the track's page instead.",
  heading: "Downloads",
  lead: "The folder for tracks that you get. Tracks of a catalogue that your browser saved there are found, too; nothing else in it is read.",
  noFolder: "Chosen at the first download.",
  choose: "Choose folder…",
  chooseHelp: "Choose the folder for downloads",
  askAgain: "Ask again",
} as const;

/** What a download tells its host; said before it happens. */
export const toldText = (host: string): string =>
  `${host} learns that this machine asks for the file, and nothing else. Your words, footage and projects stay here.`;

export const trustText = (host: string): string => `Do not ask again for ${host}`;
export const trustedText = (host: string): string =>
  `Downloads from ${host} begin without a question.`;

/** `incompetech.com, C-Funk.mp3`. */
export const sourceText = ({ address }: DownloadRequest): string =>
  `${fileNameOf(address)} from ${hostOf(address)}`;

/** How far a track is on its way: `3.1 of 6.1 MB from incompetech.com`. */
export function arrivalText({ step, host, done, total }: Arrival): string {
  if (step === "embedding") return "Downloaded. Listening to it…";
  if (done === 0) return `Asking ${host}…`;
  const size = (bytes: number): string => (bytes / 1e6).toFixed(1);
  const amount = total === null ? size(done) : `${size(done)} of ${size(total)}`;
  return `${amount} MB from ${host}`;
}

/** One line for all that is on its way, as it leaves the machine. */
export function downloadingText(arrivals: readonly Arrival[]): string {
  const [first] = arrivals;
  if (first === undefined) return "";
  if (arrivals.length > 1) return `Downloading ${arrivals.length} tracks from ${first.host}`;
  return first.step === "embedding"
    ? `Listening to “${first.title}”…`
    : `Downloading “${first.title}”: ${arrivalText(first)}`;
}

export const gotText = (title: string): string =>
  `“${title}” is on this machine now, with its licence beside it.`;
export const gotUnheardText = (title: string): string =>
  `“${title}” was downloaded, but could not be added to the search. Open “Your music” and update the folder for downloads.`;

/** `2:50`; a length of 0 is an unknown one. */
export const durationText = (seconds: number): string => (seconds === 0 ? "" : clockTime(seconds));
