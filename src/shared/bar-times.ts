import { DIGITS } from "./digits.ts";

/** Steps in a second. */
const STEPS = 100;
/** Two digits hold this much; a longer pause ends the list. */
const LONGEST = 64 * 64 - 1;
/** Most bars that are kept. */
const MOST = 4000;

/**
 * Codes the times of bars in two characters each: the hundredths of a second since the bar before, so
 * that 100,000 tracks of a hundred bars take 20 MB.
 * @param times seconds, ascending
 */
export function packBars(times: readonly number[]): string {
  let [packed, last] = ["", 0];
  for (const time of times.slice(0, MOST)) {
    const now = Math.round(time * STEPS);
    const gap = now - last;
    if (gap < 0 || gap > LONGEST) break;
    packed += DIGITS.charAt(gap >> 6) + DIGITS.charAt(gap & 63);
    last = now;
  }
  return packed;
}

/** The times of bars in seconds. */
export function unpackBars(packed: string): number[] {
  let now = 0;
  return Array.from({ length: packed.length / 2 }, (_, bar) => {
    now += 64 * DIGITS.indexOf(packed.charAt(2 * bar)) + DIGITS.indexOf(packed.charAt(2 * bar + 1));
    return now / STEPS;
  });
}
