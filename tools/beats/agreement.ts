/** Seconds from a beat within which another is the same. */
const TOLERANCE = 0.07;
/** A tempo within this share of another is the same. */
const TEMPO_TOLERANCE = 0.04;

/**
 * F-measure of beats that were heard, 0 to 1 (Dixon, 2007, as mir_eval has it): each is matched with at
 * most one that is there.
 * @param heard seconds, ascending
 * @param there seconds, ascending
 */
export function beatF(heard: readonly number[], there: readonly number[]): number {
  if (heard.length === 0 || there.length === 0) return 0;
  let [hits, i, k] = [0, 0, 0];
  while (i < heard.length && k < there.length) {
    const gap = (heard[i] ?? 0) - (there[k] ?? 0);
    if (Math.abs(gap) <= TOLERANCE) {
      hits += 1;
      i += 1;
      k += 1;
    } else if (gap < 0) i += 1;
    else k += 1;
  }
  return (2 * hits) / (heard.length + there.length);
}

/** Whether a tempo is another, or that times one of `ratios`. */
export function isTempo(bpm: number, there: number, ratios: readonly number[] = [1]): boolean {
  return ratios.some((ratio) => Math.abs(bpm / (there * ratio) - 1) <= TEMPO_TOLERANCE);
}

export const OCTAVES = [1, 2, 0.5] as const;
