/** Decibels of an amplitude relative to full scale; a floor keeps silence finite. */
export const decibels = (amplitude: number): number => 20 * Math.log10(Math.max(amplitude, 1e-7));

/** Magnitudes below this count as silence: -60 dBFS. */
const silent = 0.001;

/** The largest 16-bit sample is 32767 / 32768; a working limiter never reaches it. */
const fullScale = 0.9999;

/** Longest silence before the last sound, in seconds. Silence at the start counts; silence at the end does not. */
export function longestSilence(samples: Float32Array, rate: number): number {
  let longest = 0;
  let lastHeard = -1;
  samples.forEach((sample, i) => {
    if (Math.abs(sample) < silent) return;
    longest = Math.max(longest, i - lastHeard - 1);
    lastHeard = i;
  });
  return (lastHeard < 0 ? samples.length : longest) / rate;
}

/** Length in samples of the longest run at full scale: more than two in a row mean clipping. */
export function longestClip(samples: Float32Array): number {
  let run = 0;
  let longest = 0;
  for (const sample of samples) {
    run = Math.abs(sample) >= fullScale ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Root mean square of [from, to) samples. */
export function rootMeanSquare(samples: Float32Array, from = 0, to = samples.length): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += (samples[i] ?? 0) ** 2;
  return Math.sqrt(sum / Math.max(1, to - from));
}

/** Level of the last 50 ms below the loudest 50 ms, in decibels; near 0 if the sound was cut off. */
export function tailDrop(samples: Float32Array, rate: number): number {
  const window = Math.round(rate * 0.05);
  let loudest = 0;
  for (let from = 0; from + window <= samples.length; from += window) {
    loudest = Math.max(loudest, rootMeanSquare(samples, from, from + window));
  }
  const last = rootMeanSquare(samples, Math.max(0, samples.length - window));
  return decibels(loudest) - decibels(last);
}
