import { frameRate } from "./onsets.ts";

/** Candidate tempi in beats per minute. */
const slowest = 40;
const fastest = 240;
/** Centre and width of the prior: people tap near this tempo; half and double are an octave away. */
const usualTempo = 110;
const octaveSpread = 1;

/** Autocorrelation of the envelope at a lag in frames, about -1..1. */
function likeness(centred: Float32Array, power: number, lag: number): number {
  let sum = 0;
  for (let i = lag; i < centred.length; i += 1) sum += (centred[i] ?? 0) * (centred[i - lag] ?? 0);
  return sum / power;
}

/** The value between two frames, interpolated. */
function between(values: Float32Array, place: number): number {
  const low = Math.floor(place);
  const share = place - low;
  return (values[low] ?? 0) * (1 - share) + (values[low + 1] ?? 0) * share;
}

/**
 * The tempo that best explains an onset envelope, in beats per minute: autocorrelation at one, two and four beats,
 * weighted towards tempi that people tap (a log-normal prior), after Ellis, "Beat tracking by dynamic programming"
 * (2007). Undefined if there are no onsets or the sound is shorter than four slow beats.
 */
export function tempoOf(envelope: Float32Array): number | undefined {
  const longest = Math.ceil((4 * 60 * frameRate) / slowest);
  if (envelope.length <= longest) return undefined;
  const mean = envelope.reduce((sum, value) => sum + value, 0) / envelope.length;
  const centred = envelope.map((value) => value - mean);
  const power = centred.reduce((sum, value) => sum + value * value, 0);
  if (power === 0) return undefined;
  const correlation = Float32Array.from({ length: longest + 2 }, (_, lag) =>
    likeness(centred, power, lag),
  );
  let best: number | undefined;
  let bestScore = -Infinity;
  for (let bpm = slowest; bpm <= fastest; bpm += 0.5) {
    const beat = (60 * frameRate) / bpm;
    const fit = [1, 2, 4].reduce((sum, beats) => sum + between(correlation, beats * beat), 0) / 3;
    const prior = Math.exp(-0.5 * (Math.log2(bpm / usualTempo) / octaveSpread) ** 2);
    if (fit * prior > bestScore) {
      bestScore = fit * prior;
      best = bpm;
    }
  }
  return best;
}

/** Multiples of the beat that a listener may tap instead. */
const octaves = [1, 1 / 2, 2, 1 / 4, 4];
const thirds = [1 / 3, 2 / 3, 4 / 3, 3 / 2, 3];

/**
 * Whether the detected tempo is within 4 % of the score's or of another level of the same metre. If the beat or the
 * bar is divided into three, a third and three times the tempo count too.
 */
export function tempoFits(heard: number, written: number, ternary: boolean): boolean {
  return [...octaves, ...(ternary ? thirds : [])].some(
    (factor) => Math.abs(heard / (written * factor) - 1) <= 0.04,
  );
}
