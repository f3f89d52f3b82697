import type { FolderReport, SkippedFile } from "../../contract/folder.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { count } from "./format.ts";

/** Everything the panel says about the editor's own music. */
export const OWN_MUSIC = {
  title: "Your music",
  button: "Your music…",
  help: "Search folders of your own music, too",
  lead: "Add a folder, and its tracks are found like those that ship with Needledrop. Your files stay where they are; nothing leaves this machine.",
  add: "Add folder…",
  none: "No folders yet.",
  update: "Update",
  updateHelp: "Read new and changed files",
  listenAgain: "Listen again",
  listenAgainHelp:
    "Read all files anew, to hear tempo, key and loudness where an older version did not. This takes as long as the first time.",
  stop: "Stop",
  remove: "Remove",
  removeHelp: "Forget this folder. Its files are not touched.",
  listing: "Reading the folder…",
  addAgain: "To play or update it, add the folder again: a browser forgets where it is.",
  forgotten: "The editor no longer knows where this folder is. To play or update it, add it again.",
  stopped: "Stopped. What was read is kept.",
  skipped: "Files that could not be read",
  empty: "The folder holds no files.",
} as const;

export const tracksText = (tracks: number): string => count(tracks, "track", "tracks");

/** `3 tracks must be read again: …`; said of what an older pack has embedded. */
export const staleText = (tracks: number): string =>
  `${count(tracks, "track", "tracks")} must be read again before they are found: the pack is a new version.`;

/** `12 of 340 files with clap`. */
export const filesText = (done: number, total: number, pack?: string): string =>
  `${done} of ${count(total, "file", "files")}${pack === undefined ? "" : ` with ${pack}`}`;

/** `12 of 340 files, about 9:19 left`; the time is left out until it can be told. */
export function progressText(done: number, total: number, seconds: number, pack?: string): string {
  const how = filesText(done, total, pack);
  if (done < 2 || done === total) return how;
  return `${how}, about ${clockTime(Math.round((seconds / done) * (total - done)))} left`;
}

/** What a run came to: `12 new, 1 copy, 2 missing, 3 skipped`. */
export function reportText(report: FolderReport): string {
  const { embedded, copies, missing, skippedFiles, stopped } = report;
  const parts = [
    `${embedded} new`,
    copies === 0 ? "" : count(copies, "copy", "copies"),
    missing.length === 0 ? "" : `${missing.length} missing`,
    skippedFiles === 0 ? "" : `${skippedFiles} skipped`,
  ].filter((part) => part !== "");
  return `${parts.join(", ")}.${stopped ? ` ${OWN_MUSIC.stopped}` : ""}`;
}

export const skippedText = ({ name, what, next }: SkippedFile): string =>
  `${name}: ${what} ${next}`;
