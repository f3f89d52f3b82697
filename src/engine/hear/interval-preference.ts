import { FRAME_RATE, INTERVALS, LONGEST, SHORTEST } from "./beat-path.ts";
import { autocorrelation } from "./autocorrelation.ts";

/** Multiples of an interval at which the music is compared with itself, and what each counts. */
const MULTIPLES = [1, 1, 0.5, 1] as const;
/** What a beat per FRAME_RATE / 2 frames may lose where the music does not repeat at all. */
const PERIODICITY = 3;
/** Where beats lie in most music, and how far from it in octaves (standard deviation). */
const USUAL_BPM = 110;
const OCTAVES = 0.6;

/**
 * How much an interval between beats is preferred, before anyone listens for the beats themselves, in
 * nats a beat, at most 0: for intervals of SHORTEST + i frames, [INTERVALS].
 *
 * Preferred is what the probabilities repeat themselves after, and what is usual. Both count by time,
 * not by beat, or few long intervals would lose less than many short ones.
 */
export function preferenceOf(probabilities: Float32Array): Float32Array {
  const likeness = autocorrelation(
    probabilities,
    Math.min(MULTIPLES.length * (LONGEST + 1), Math.floor(probabilities.length / 2)),
  );
  const combs = Float32Array.from({ length: INTERVALS }, (_, i) => combOf(likeness, SHORTEST + i));
  const top = combs.reduce((most, comb) => Math.max(most, comb), 1e-9);
  return combs.map((comb, i) => {
    const interval = SHORTEST + i;
    const octaves = Math.log2((60 * FRAME_RATE) / interval / USUAL_BPM);
    const unusual = 0.5 * (octaves / OCTAVES) ** 2;
    return (PERIODICITY * (comb / top - 1) - unusual) * (interval / (FRAME_RATE / 2));
  });
}

/** Mean likeness at multiples of an interval, by weight. */
function combOf(likeness: Float32Array, interval: number): number {
  let [sum, total] = [0, 0];
  MULTIPLES.forEach((weight, i) => {
    const multiple = i + 1;
    const reach = Math.max(1, Math.floor(multiple / 2)); // the interval itself is rounded
    const lag = multiple * interval;
    if (lag + reach >= likeness.length) return;
    let most = 0;
    for (let k = lag - reach; k <= lag + reach; k += 1) most = Math.max(most, likeness[k] ?? 0);
    sum += weight * most;
    total += weight;
  });
  return total === 0 ? 0 : sum / total;
}
