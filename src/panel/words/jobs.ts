import type { FolderActivity } from "../own-music/own-music.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { OWN_MUSIC, filesText } from "./own-music.ts";

/** Everything the panel says about work that takes a while. */
export const JOBS = {
  label: "Under way",
  stop: "Stop",
  converting: "Converting to WAV for the editor",
} as const;

/** `Reading “Library”: 12 of 340 files`. */
export function readingText(
  name: string,
  { done, total, pack }: Extract<FolderActivity, { name: "reading" }>,
): string {
  const how = total === null ? OWN_MUSIC.listing : filesText(done, total, pack);
  return `Reading “${name}”: ${how}`;
}

/** `about 9:19 left`; empty while it cannot be told. */
export const leftText = (seconds: number | null): string =>
  seconds === null ? "" : `about ${clockTime(Math.max(1, Math.round(seconds)))} left`;
