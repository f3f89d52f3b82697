import { PowerSpectrum } from "../../src/engine/hear/fft.ts";

const SIZE = 1024;
/** Seconds between spectra, and how far around a moment the largest change is sought. */
const HOP = 0.006;
const AROUND = 0.05;
/** Spectra that are compared are so many hops apart. */
const LAG = 2;
/** Makes soft and loud changes comparable: log(1 + LOUDNESS x magnitude). */
const LOUDNESS = 10;

/**
 * The spectral flux at a moment: the largest sum of what grows in the spectrum within some 50 ms of it.
 * @param samples mono
 * @param at in seconds
 */
export function fluxAt(samples: Float32Array, sampleRate: number, at: number): number {
  const spectrum = new PowerSpectrum(SIZE);
  const power = new Float32Array(spectrum.bins);
  const frame = new Float32Array(SIZE);
  const count = Math.round((2 * AROUND) / HOP) + 1 + LAG;
  const levels = Array.from({ length: count }, (_, n) => {
    const middle = Math.round((at - AROUND + (n - LAG) * HOP) * sampleRate);
    for (let i = 0; i < SIZE; i += 1) {
      const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SIZE);
      frame[i] = (samples[middle - SIZE / 2 + i] ?? 0) * window;
    }
    spectrum.of(frame, power);
    return power.map((value) => Math.log(1 + LOUDNESS * Math.sqrt(value)));
  });
  let most = 0;
  for (let n = LAG; n < count; n += 1) {
    let sum = 0;
    levels[n]?.forEach((level, bin) => (sum += Math.max(0, level - (levels[n - LAG]?.[bin] ?? 0))));
    most = Math.max(most, sum);
  }
  return most;
}

/** The share of some values that are below one. */
export const rankIn = (values: readonly number[], value: number): number =>
  values.filter((other) => other < value).length / Math.max(1, values.length);
