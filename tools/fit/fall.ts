import { PowerSpectrum } from "../../src/engine/hear/fft.ts";

const SIZE = 2048;
/** Seconds between spectra, and how much music before and after a moment is compared. */
const HOP = 0.02;
export const BESIDE = 0.4;
/** Edges of bands, in Hz: thirds of an octave from 100 Hz. */
const EDGES = Array.from({ length: 22 }, (_, n) => 100 * 2 ** (n / 3));
/** What is so soft is silence, in dB below full scale. */
const FLOOR = -80;

/**
 * How much of what sounds on is gone soon after a moment: the median level of each band within 0.4 s before it,
 * less that within 0.4 s after it, where it falls; the mean of all bands, in dB. Attacks hardly count.
 * @param samples mono
 * @param at in seconds
 */
export function fallAt(samples: Float32Array, sampleRate: number, at: number): number {
  const spectrum = new PowerSpectrum(SIZE);
  const half = SIZE / 2 / sampleRate;
  const count = Math.floor((BESIDE - 2 * half) / HOP) + 1;
  const levels = (from: number): number[] => {
    const frames = Array.from({ length: count }, (_, n) =>
      bandsAt(spectrum, samples, sampleRate, from + n * HOP),
    );
    return EDGES.slice(1).map((_, band) => median(frames.map((frame) => frame[band] ?? FLOOR)));
  };
  const [before, after] = [levels(at - BESIDE + half), levels(at + half)];
  const falls = before.map((level, band) => Math.max(0, level - (after[band] ?? FLOOR)));
  return falls.reduce((sum, fall) => sum + fall, 0) / falls.length;
}

/** Level of each band around a moment, in dB. */
function bandsAt(
  spectrum: PowerSpectrum,
  samples: Float32Array,
  sampleRate: number,
  at: number,
): number[] {
  const first = Math.round(at * sampleRate) - SIZE / 2;
  const frame = Float32Array.from(
    { length: SIZE },
    (_, i) => (samples[first + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SIZE)),
  );
  const power = new Float32Array(spectrum.bins);
  spectrum.of(frame, power);
  return EDGES.slice(1).map((end, band) => {
    const from = Math.floor(((EDGES[band] ?? 0) * SIZE) / sampleRate);
    const to = Math.max(from + 1, Math.floor((end * SIZE) / sampleRate));
    const sum = power.subarray(from, to).reduce((all, value) => all + value, 0);
    return Math.max(FLOOR, 10 * Math.log10((4 * sum) / SIZE / SIZE + 1e-12));
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
