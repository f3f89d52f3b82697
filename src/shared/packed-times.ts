import { DIGITS } from "./digits.ts";

/** Steps in a second. */
const STEPS = 100;
/** Most times that are kept. */
const MOST = 4000;
/** Characters for each bar, and for each part: gaps of at most 41 s, and of 44 minutes. */
export const BAR_DIGITS = 2;
export const PART_DIGITS = 3;

/**
 * Packs ascending times: of each, the hundredths of a second since the one before, in some digits of
 * base 64. So 100,000 tracks of a hundred bars take 20 MB, and are quickly read and checked.
 * @param times seconds; what comes after a gap that is too long, or goes back, is left out
 */
export function packTimes(times: readonly number[], digits: number): string {
  let [packed, last] = ["", 0];
  for (const time of times.slice(0, MOST)) {
    const now = Math.round(time * STEPS);
    const gap = now - last;
    if (gap < 0 || gap >= 64 ** digits) break;
    for (let digit = digits - 1; digit >= 0; digit -= 1) {
      packed += DIGITS.charAt(Math.floor(gap / 64 ** digit) % 64);
    }
    last = now;
  }
  return packed;
}

/** The times in seconds. */
export function unpackTimes(packed: string, digits: number): number[] {
  let now = 0;
  return Array.from({ length: Math.floor(packed.length / digits) }, (_, n) => {
    let gap = 0;
    for (let at = digits * n; at < digits * (n + 1); at += 1) {
      gap = 64 * gap + Math.max(0, DIGITS.indexOf(packed.charAt(at)));
    }
    now += gap;
    return now / STEPS;
  });
}
