import { PowerSpectrum } from "../hear/fft.ts";
import type { WholeAudio } from "./whole-audio.ts";

/** Audio is compared at about this rate: what is higher tells no places apart. */
const RATE = 22_050;
/** Samples of a spectrum: about a tenth of a second. */
const SIZE = 2048;
/** Spectra a second. */
export const FRAME_RATE = 20;
/** Bands of levels, of half an octave each. */
export const BANDS = 16;
const LOWEST_BAND_HZ = 50;
export const CLASSES = 12;
/** Pitches are taken from here. */
const LOWEST_PITCH_HZ = 110;
const HIGHEST_PITCH_HZ = 2000;
const A4_HZ = 440;

/** Sound over time; frame n is around second n / FRAME_RATE. */
export interface SoundFrames {
  readonly count: number;
  /** Power in each band, [count x BANDS]. */
  readonly bands: Float32Array;
  /** Strength of each pitch class, A first, [count x CLASSES]. */
  readonly classes: Float32Array;
}

/** The mean of all channels, at a rate near RATE: neighbouring samples become one. */
export function mixDown({ channels, sampleRate }: WholeAudio): {
  readonly samples: Float32Array;
  readonly sampleRate: number;
} {
  const factor = Math.max(1, Math.floor(sampleRate / RATE));
  const count = Math.floor((channels[0]?.length ?? 0) / factor);
  const samples = new Float32Array(count);
  const weight = 1 / (factor * channels.length);
  for (const channel of channels) {
    for (let i = 0, at = 0; i < count; i += 1) {
      let sum = 0;
      for (let k = 0; k < factor; k += 1, at += 1) sum += channel[at] ?? 0;
      samples[i] = (samples[i] ?? 0) + weight * sum;
    }
  }
  return { samples, sampleRate: sampleRate / factor };
}

/** Levels and pitch classes over time. @param samples mono @param sampleRate Hz */
export function framesOf(samples: Float32Array, sampleRate: number): SoundFrames {
  const count = Math.max(1, Math.ceil((samples.length / sampleRate) * FRAME_RATE));
  const spectrum = new PowerSpectrum(SIZE);
  const power = new Float32Array(spectrum.bins);
  const frame = new Float32Array(SIZE);
  const window = Float32Array.from(
    { length: SIZE },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SIZE),
  );
  const [bandOf, classOf] = mapsOf(sampleRate / SIZE, spectrum.bins);
  const bands = new Float32Array(count * BANDS);
  const classes = new Float32Array(count * CLASSES);
  for (let n = 0; n < count; n += 1) {
    const first = Math.round((n * sampleRate) / FRAME_RATE) - SIZE / 2;
    for (let i = 0; i < SIZE; i += 1) frame[i] = (samples[first + i] ?? 0) * (window[i] ?? 0);
    spectrum.of(frame, power);
    for (let bin = 1; bin < spectrum.bins; bin += 1) {
      const value = power[bin] ?? 0;
      const band = bandOf[bin] ?? 0;
      if (band < BANDS) bands[n * BANDS + band] = (bands[n * BANDS + band] ?? 0) + value;
      const pitch = classOf[bin] ?? CLASSES;
      if (pitch >= CLASSES) continue;
      // Magnitudes: a soft third counts beside a loud bass.
      classes[n * CLASSES + pitch] = (classes[n * CLASSES + pitch] ?? 0) + Math.sqrt(value);
    }
  }
  return { count, bands, classes };
}

/** The band and the pitch class of each bin; BANDS and CLASSES for those that have none. */
function mapsOf(hertzPerBin: number, bins: number): [Uint8Array, Uint8Array] {
  const bandOf = new Uint8Array(bins).fill(BANDS);
  const classOf = new Uint8Array(bins).fill(CLASSES);
  for (let bin = 1; bin < bins; bin += 1) {
    const hertz = bin * hertzPerBin;
    bandOf[bin] = Math.max(0, Math.min(BANDS, Math.floor(2 * Math.log2(hertz / LOWEST_BAND_HZ))));
    if (hertz < LOWEST_PITCH_HZ || hertz > HIGHEST_PITCH_HZ) continue;
    const pitch = Math.round(12 * Math.log2(hertz / A4_HZ));
    classOf[bin] = ((pitch % CLASSES) + CLASSES) % CLASSES;
  }
  return [bandOf, classOf];
}
