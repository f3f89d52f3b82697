import { FRAME_RATE } from "./onsets.ts";

/** How much a beat off its place costs, against a strong accent. */
const TIGHTNESS = 80;
/** A beat may come this much earlier or later than a period after the last one, as a factor. */
const FARTHEST = 1.6;

/**
 * Places beats on accents, about a period apart (Ellis, *Beat tracking by dynamic programming*, 2007).
 * @param accented see `accents`
 * @param bpm the tempo
 * @returns seconds of the beats, ascending
 */
export function beatsOf(accented: Float32Array, bpm: number): number[] {
  const period = (60 * FRAME_RATE) / bpm;
  const [nearest, farthest] = [Math.round(period / FARTHEST), Math.round(period * FARTHEST)];
  const costs = Float64Array.from({ length: farthest + 1 }, (_, gap) =>
    gap < nearest ? Infinity : TIGHTNESS * Math.log(gap / period) ** 2,
  );
  const smooth = smoothed(accented, period);
  const score = new Float64Array(smooth.length);
  const before = new Int32Array(smooth.length).fill(-1);
  for (let i = 0; i < smooth.length; i += 1) {
    let best = 0; // The first beat may be anywhere.
    for (let gap = nearest; gap <= farthest && gap <= i; gap += 1) {
      const value = (score[i - gap] ?? 0) - (costs[gap] ?? 0);
      if (value > best) {
        best = value;
        before[i] = i - gap;
      }
    }
    score[i] = (smooth[i] ?? 0) + best;
  }
  const frames: number[] = [];
  for (let at = lastBeat(score, period); at >= 0; at = before[at] ?? -1) frames.push(at);
  return frames.reverse().map((frame) => frame / FRAME_RATE);
}

/** The best of the last places, where music still sounds: scores stay level once it has ended. */
function lastBeat(score: Float64Array, period: number): number {
  let at = -1;
  for (let i = Math.max(0, Math.floor(score.length - period)); i < score.length; i += 1) {
    if (at < 0 || (score[i] ?? 0) > (score[at] ?? 0)) at = i;
  }
  return at;
}

/** Accents spread over the time that counts as the same moment. */
function smoothed(accented: Float32Array, period: number): Float32Array {
  const width = Math.max(1, period / 32);
  const reach = Math.ceil(3 * width);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-0.5 * ((i - reach) / width) ** 2),
  );
  return accented.map((_, i) => {
    let sum = 0;
    for (let k = -reach; k <= reach; k += 1) {
      sum += (weights[k + reach] ?? 0) * (accented[i + k] ?? 0);
    }
    return sum;
  });
}
