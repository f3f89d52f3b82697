import { AudioError } from "../../contract/errors.ts";

/** Lobes of the sinc on either side; more of them make the transition band narrower. */
const LOBES = 16;
/** End of the pass band, as a fraction of the lower of the two Nyquist frequencies. */
const ROLL_OFF = 0.94;
/** Kaiser window: about 80 dB down in the stop band. */
const BETA = 8;

/**
 * Changes the sample rate of a mono stream with an anti-aliased windowed sinc. Output sample m lies
 * at m / `to` seconds, however the input is divided; before the start and after the end is silence.
 * Source: J. O. Smith, "Digital Audio Resampling", https://ccrma.stanford.edu/~jos/resample/.
 */
export class Resampler {
  private readonly up: number;
  private readonly down: number;
  /** Input samples used on either side of an output sample. */
  private readonly reach: number;
  /** One row of 2 x reach weights for each position an output can take between two inputs. */
  private readonly weights: Float32Array;
  private pending: Float32Array;
  /** Input index of `#pending[0]`. */
  private origin: number;
  private received = 0;
  private produced = 0;

  /** @throws AudioError `from` is not a rate that audio comes in. */
  constructor(from: number, to: number) {
    if (!Number.isInteger(from) || from < 1 || from > 768_000) {
      throw new AudioError({
        what: `A sample rate of ${from} per second is not supported.`,
        next: "Convert the file to 44100 or 48000 samples per second.",
      });
    }
    const divisor = greatestCommonDivisor(from, to);
    this.up = to / divisor;
    this.down = from / divisor;
    const cutoff = ROLL_OFF * Math.min(1, to / from);
    this.reach = Math.ceil(LOBES / cutoff);
    this.weights = sincWeights(this.up, this.reach, cutoff);
    this.pending = new Float32Array(this.reach);
    this.origin = -this.reach;
  }

  /** The output samples that `samples` complete. */
  push(samples: Float32Array): Float32Array {
    if (this.up === this.down) return samples;
    this.received += samples.length;
    return this.advance(samples, this.received - this.reach);
  }

  /** The remaining output samples, once the stream has ended. */
  end(): Float32Array {
    if (this.up === this.down) return new Float32Array(0);
    return this.advance(new Float32Array(this.reach), this.received);
  }

  /** Produces the outputs that lie before input index `limit`. */
  private advance(samples: Float32Array, limit: number): Float32Array {
    const input = new Float32Array(this.pending.length + samples.length);
    input.set(this.pending);
    input.set(samples, this.pending.length);
    const last = Math.max(this.produced, Math.ceil((limit * this.up) / this.down));
    const output = new Float32Array(last - this.produced);
    for (let i = 0; i < output.length; i += 1) output[i] = this.at(this.produced + i, input);
    this.produced = last;
    const used = Math.floor((last * this.down) / this.up) - this.reach + 1 - this.origin;
    const kept = Math.max(0, Math.min(used, input.length));
    this.pending = input.slice(kept);
    this.origin += kept;
    return output;
  }

  private at(m: number, input: Float32Array): number {
    const position = m * this.down;
    const whole = Math.floor(position / this.up);
    const taps = 2 * this.reach;
    const phase = position - whole * this.up;
    return dot(this.weights, phase * taps, input, whole - this.reach + 1 - this.origin, taps);
  }
}

/** Sum of `length` (even) products, two at a time, since nearly all the time is spent here. */
function dot(a: Float32Array, i: number, b: Float32Array, j: number, length: number): number {
  let even = 0;
  let odd = 0;
  for (const end = i + length; i < end; i += 2, j += 2) {
    even += (a[i] ?? 0) * (b[j] ?? 0);
    odd += (a[i + 1] ?? 0) * (b[j + 1] ?? 0);
  }
  return even + odd;
}

function sincWeights(up: number, reach: number, cutoff: number): Float32Array {
  const taps = 2 * reach;
  const weights = new Float32Array(up * taps);
  for (let phase = 0; phase < up; phase += 1) {
    const row = weights.subarray(phase * taps, (phase + 1) * taps);
    let sum = 0;
    for (let i = 0; i < taps; i += 1) {
      const weight = windowedSinc(i - reach + 1 - phase / up, reach, cutoff);
      row[i] = weight;
      sum += weight;
    }
    // Each phase must pass a constant unchanged; otherwise the phases would modulate the signal.
    for (let i = 0; i < taps; i += 1) row[i] = (row[i] ?? 0) / sum;
  }
  return weights;
}

/** The ideal low-pass at `t` input samples from its centre, faded out at `reach` (Kaiser). */
export function windowedSinc(t: number, reach: number, cutoff: number): number {
  if (Math.abs(t) > reach) return 0;
  const x = Math.PI * cutoff * t;
  const sinc = x === 0 ? 1 : Math.sin(x) / x;
  return (sinc * bessel(BETA * Math.sqrt(1 - (t / reach) ** 2))) / bessel(BETA);
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
