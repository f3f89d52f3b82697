import { autocorrelation } from "../../../src/engine/hear/autocorrelation.ts";
import { FRAME_RATE } from "./onsets.ts";

/** A tempo, and how plainly the music has it. */
export interface Tempo {
  /** Beats per minute. */
  readonly bpm: number;
  /** 0 to 1: how much more alike the music is to itself a beat later than at any other time. */
  readonly confidence: number;
}

export const SLOWEST_BPM = 45;
export const FASTEST_BPM = 220;
/** Where beats lie in most music, and how far from it in octaves (standard deviation). */
const USUAL_BPM = 108;
const OCTAVES = 0.75;
/** Multiples of the period that are asked, and what each counts. */
const MULTIPLES = [1, 1, 0.5, 1] as const;
/** Periods are tried in steps of this share. */
const STEP = 0.005;
/** Farthest multiple by which the period is refined: over so many beats an error shows. */
const FAR = 32;

/** Onset strengths in deviations from what is usual around them, those below left out. */
export function accents(onsets: Float32Array): Float32Array {
  const around = 3 * FRAME_RATE;
  const [sum, squares] = [runningSum(onsets, (x) => x), runningSum(onsets, (x) => x * x)];
  return onsets.map((strength, i) => {
    const [from, to] = [Math.max(0, i - around), Math.min(onsets.length, i + around)];
    const mean = ((sum[to] ?? 0) - (sum[from] ?? 0)) / (to - from);
    const variance = ((squares[to] ?? 0) - (squares[from] ?? 0)) / (to - from) - mean * mean;
    return Math.max(0, strength - mean) / Math.sqrt(Math.max(variance, 1e-6));
  });
}

function runningSum(values: Float32Array, of: (value: number) => number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => (sums[i + 1] = (sums[i] ?? 0) + of(value)));
  return sums;
}

/**
 * The tempo of accents; null for less than a few seconds, or for no accents at all.
 *
 * The accents' likeness to themselves, at a period and its multiples, times how usual the tempo is.
 */
export function tempoOf(accented: Float32Array): Tempo | null {
  const longest = Math.ceil((FAR * 60 * FRAME_RATE) / SLOWEST_BPM);
  const likeness = autocorrelation(accented, Math.min(longest, Math.floor(accented.length / 2)));
  if (likeness.length < (60 * FRAME_RATE * 4) / FASTEST_BPM || (likeness[0] ?? 0) <= 0) return null;
  let [best, bestScore] = [0, -Infinity];
  for (let bpm = SLOWEST_BPM; bpm <= FASTEST_BPM; bpm *= 1 + STEP) {
    const score = combOf(likeness, (60 * FRAME_RATE) / bpm) * usualness(bpm);
    if (score > bestScore) [best, bestScore] = [bpm, score];
  }
  const period = refined(likeness, (60 * FRAME_RATE) / best);
  const confidence = Math.min(1, Math.max(0, combOf(likeness, period)));
  return { bpm: (60 * FRAME_RATE) / period, confidence };
}

const usualness = (bpm: number): number =>
  Math.exp(-0.5 * (Math.log2(bpm / USUAL_BPM) / OCTAVES) ** 2);

/** Mean likeness at multiples of a period, by weight. */
function combOf(likeness: Float32Array, period: number): number {
  let [sum, total] = [0, 0];
  MULTIPLES.forEach((weight, i) => {
    const lag = period * (i + 1);
    if (lag > likeness.length - 2) return;
    sum += weight * peakAround(likeness, lag);
    total += weight;
  });
  return total === 0 ? 0 : sum / total;
}

/** The largest likeness within a frame of a lag. */
function peakAround(likeness: Float32Array, lag: number): number {
  const at = Math.round(lag);
  return Math.max(likeness[at - 1] ?? 0, likeness[at] ?? 0, likeness[at + 1] ?? 0);
}

/** The period nearby whose far multiples fit best. */
function refined(likeness: Float32Array, period: number): number {
  let best = period;
  // The farther the multiple, the finer the step, so that no step leaves the peak that it is on.
  for (
    let multiple = 2;
    multiple <= FAR && multiple * period < likeness.length - 2;
    multiple *= 2
  ) {
    const middle = Math.round(multiple * best);
    let [top, value] = [middle, -Infinity];
    for (let lag = middle - 3; lag <= middle + 3; lag += 1) {
      const here = likeness[lag] ?? -Infinity;
      if (here > value) [top, value] = [lag, here];
    }
    const [left, right] = [likeness[top - 1] ?? value, likeness[top + 1] ?? value];
    const curve = left - 2 * value + right;
    const shift = curve < 0 ? Math.max(-0.5, Math.min(0.5, (left - right) / (2 * curve))) : 0;
    best = (top + shift) / multiple;
  }
  return best;
}
