/** How many of the true times were found, and how many were found in all. */
export interface Hits {
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

/** Pairs each true time with the nearest found one that no other has, at most `tolerance` seconds off. */
export function hitsOf(
  found: readonly number[],
  wanted: readonly number[],
  tolerance: number,
): Hits {
  const left = new Set(found);
  let hits = 0;
  for (const time of wanted) {
    let best: number | null = null;
    for (const one of left) {
      if (best === null || Math.abs(one - time) < Math.abs(best - time)) best = one;
    }
    if (best === null || Math.abs(best - time) > tolerance) continue;
    left.delete(best);
    hits += 1;
  }
  return { hits, found: found.length, wanted: wanted.length };
}

/** The harmonic mean of precision and recall; 1 if nothing was wanted, and nothing found. */
export function fMeasure({ hits, found, wanted }: Hits): number {
  return found + wanted === 0 ? 1 : (2 * hits) / (found + wanted);
}

/** Share by which a tempo may be off. */
const TEMPO_TOLERANCE = 0.04;

/** Whether a tempo is the true one. */
export const isTempo = (bpm: number, truth: number): boolean =>
  Math.abs(bpm / truth - 1) <= TEMPO_TOLERANCE;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
