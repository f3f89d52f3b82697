import type { Terminal } from "../terminal.ts";
import { clockTime } from "../../shared/clock-time.ts";

/** Time between two lines, on a terminal that cannot rewrite lines. */
const PLAIN_EVERY_MS = 15_000;

/** Shows how many files, or tracks, are done. */
export interface Progress {
  /** One more is done, indexed or skipped. */
  step(): void;
}

/**
 * Shows progress, with an estimate of the time left.
 * @param what what is counted
 * @param now a clock in milliseconds
 */
export function showProgress(
  terminal: Terminal,
  total: number,
  what: "files" | "tracks" = "files",
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let lastPlain = started;
  let done = 0;
  return {
    step: () => {
      done += 1;
      const line = progressLine(done, total, (now() - started) / 1000, what);
      if (terminal.status !== null) {
        terminal.status(line);
      } else if (now() - lastPlain >= PLAIN_EVERY_MS && done < total) {
        lastPlain = now();
        terminal.note(line);
      }
    },
  };
}

/** `12/340 files, 35.2 a minute, 9:19 left`. */
export function progressLine(
  done: number,
  total: number,
  seconds: number,
  what: "files" | "tracks" = "files",
): string {
  const perSecond = done / Math.max(seconds, 1e-3);
  const left = clockTime((total - done) / perSecond);
  return `${done}/${total} ${what}, ${(perSecond * 60).toFixed(1)} a minute, ${left} left`;
}
