import { powerSpectrum } from "./fft.ts";

/** Frames per second of an onset envelope. */
export const frameRate = 100;

/** Frequency bands on a log scale, so that a hi-hat counts no more than a bass drum. */
const bandCount = 24;
const lowestHertz = 40;

function bandOfBin(size: number, rate: number): Int32Array {
  const highest = rate / 2;
  const octaves = Math.log2(highest / lowestHertz);
  return Int32Array.from({ length: size / 2 + 1 }, (_, bin) => {
    const hertz = (bin * rate) / size;
    if (hertz < lowestHertz) return -1;
    const band = Math.floor((Math.log2(hertz / lowestHertz) / octaves) * bandCount);
    return Math.min(bandCount - 1, band);
  });
}

/**
 * The onset envelope: spectral flux, the sum over bands of the rise in log power from one frame to the next, after
 * Dixon, "Onset detection revisited" (DAFx 2006).
 * @param samples mono; their overall level does not matter
 */
export function onsetEnvelope(samples: Float32Array, rate: number): Float32Array {
  const hop = rate / frameRate;
  const size = 2 ** Math.round(Math.log2(rate * 0.032));
  const transform = powerSpectrum(size);
  const bandOf = bandOfBin(size, rate);
  const frames = Math.max(0, Math.floor((samples.length - size) / hop) + 1);
  const envelope = new Float32Array(frames);
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  // Rises below a thousandth of the loudest frame's power are noise, not notes.
  const floor = 1e-5 * (peak * size) ** 2 + 1e-12;
  let before = new Float64Array(bandCount);
  for (let frame = 0; frame < frames; frame += 1) {
    const from = Math.round(frame * hop);
    const power = transform(samples.subarray(from, from + size));
    const bands = new Float64Array(bandCount);
    for (let bin = 0; bin < bandOf.length; bin += 1) {
      const band = bandOf[bin] ?? -1;
      if (band >= 0) bands[band] = (bands[band] ?? 0) + (power[bin] ?? 0);
    }
    let rise = 0;
    const levels = bands.map((value) => Math.log(1 + value / floor));
    if (frame > 0) levels.forEach((value, i) => (rise += Math.max(0, value - (before[i] ?? 0))));
    envelope[frame] = rise;
    before = levels;
  }
  return envelope;
}

/**
 * Frames of [from, to) at which a sound begins: the highest values of the envelope within 50 ms on either side that
 * exceed the envelope's mean.
 */
export function onsetsBetween(envelope: Float32Array, from: number, to: number): number[] {
  const reach = 5;
  const mean = envelope.reduce((sum, value) => sum + value, 0) / Math.max(1, envelope.length);
  const onsets: number[] = [];
  for (let i = Math.max(0, from); i < Math.min(envelope.length, to); i += 1) {
    const value = envelope[i] ?? 0;
    if (value <= mean) continue;
    const near = envelope.subarray(Math.max(0, i - reach), i + reach + 1);
    // The first of equal neighbours is the onset.
    if (value === Math.max(...near) && near.indexOf(value) === Math.min(i, reach)) onsets.push(i);
  }
  return onsets;
}
