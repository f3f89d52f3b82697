/** Blocks of 400 ms, each a quarter later than the one before. */
const BLOCK_SECONDS = 0.4;
const QUARTERS = 4;
/** Loudness of full-scale power (ITU-R BS.1770-4, equation 2). */
const OFFSET = -0.691;
/** Quieter blocks do not count, nor do those so much quieter than the rest. */
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;
/** Channels of a surround signal, in the order left, right, centre, LFE, surrounds. */
const SURROUND_WEIGHTS = [1, 1, 1, 0, 1.41, 1.41];

/**
 * Measures integrated loudness in LUFS (EBU R 128, ITU-R BS.1770-4) in one pass. Feed it audio at any
 * sample rate; mono counts as one channel.
 */
export class LoudnessMeter {
  private readonly quarterSamples: number;
  private filters: ChannelFilter[] = [];
  /** Weighted power of the current quarter block, summed over samples and channels. */
  private power = 0;
  private filled = 0;
  private readonly quarters: number[] = [];

  constructor(private readonly sampleRate: number) {
    this.quarterSamples = Math.round((sampleRate * BLOCK_SECONDS) / QUARTERS);
  }

  /** @param channels one array per channel, all of one length, samples -1 to 1 */
  push(channels: readonly Float32Array[]): void {
    if (this.filters.length !== channels.length) {
      this.filters = channels.map(() => new ChannelFilter(this.sampleRate));
    }
    const weights = channels.map((_, c) => (channels.length < 5 ? 1 : (SURROUND_WEIGHTS[c] ?? 0)));
    const length = channels[0]?.length ?? 0;
    for (let i = 0; i < length; i += 1) {
      for (let c = 0; c < channels.length; c += 1) {
        const value = this.filters[c]?.next(channels[c]?.[i] ?? 0) ?? 0;
        this.power += (weights[c] ?? 0) * value * value;
      }
      this.filled += 1;
      if (this.filled === this.quarterSamples) {
        this.quarters.push(this.power / this.quarterSamples);
        [this.power, this.filled] = [0, 0];
      }
    }
  }

  /** LUFS; null for what is shorter than a block, or silent. */
  integrated(): number | null {
    const blocks: number[] = [];
    for (let i = 0; i + QUARTERS <= this.quarters.length; i += 1) {
      const sum = this.quarters.slice(i, i + QUARTERS).reduce((a, b) => a + b, 0);
      blocks.push(sum / QUARTERS);
    }
    const audible = blocks.filter((power) => lufs(power) > ABSOLUTE_GATE);
    if (audible.length === 0) return null;
    const gate = lufs(mean(audible)) + RELATIVE_GATE;
    return lufs(mean(audible.filter((power) => lufs(power) > gate)));
  }
}

const lufs = (power: number): number => OFFSET + 10 * Math.log10(power);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The K weighting of a channel: a shelf for the head, then a high-pass. */
class ChannelFilter {
  private readonly shelf: Biquad;
  private readonly highPass: Biquad;

  constructor(sampleRate: number) {
    this.shelf = shelfFor(sampleRate);
    this.highPass = highPassFor(sampleRate);
  }

  next(sample: number): number {
    return this.highPass.next(this.shelf.next(sample));
  }
}

/** A filter of the second order, in transposed direct form II. */
class Biquad {
  private one = 0;
  private two = 0;

  /** Coefficients with a0 = 1. */
  constructor(
    private readonly b0: number,
    private readonly b1: number,
    private readonly b2: number,
    private readonly a1: number,
    private readonly a2: number,
  ) {}

  next(x: number): number {
    const y = this.b0 * x + this.one;
    this.one = this.b1 * x - this.a1 * y + this.two;
    this.two = this.b2 * x - this.a2 * y;
    return y;
  }
}

// BS.1770 gives coefficients for 48 kHz. These analogue prototypes give them, and those of any other
// rate, by the bilinear transform (B. De Man, Evaluation of implementations of the EBU R128 loudness
// measurement, AES 145, 2018).
function shelfFor(sampleRate: number): Biquad {
  const [hertz, gain, quality] = [1681.974450955533, 3.999843853973347, 0.7071752369554196];
  const k = Math.tan((Math.PI * hertz) / sampleRate);
  const high = 10 ** (gain / 20);
  const middle = high ** 0.4996667741545416;
  const a0 = 1 + k / quality + k * k;
  return new Biquad(
    (high + (middle * k) / quality + k * k) / a0,
    (2 * (k * k - high)) / a0,
    (high - (middle * k) / quality + k * k) / a0,
    (2 * (k * k - 1)) / a0,
    (1 - k / quality + k * k) / a0,
  );
}

function highPassFor(sampleRate: number): Biquad {
  const [hertz, quality] = [38.13547087602444, 0.5003270373238773];
  const k = Math.tan((Math.PI * hertz) / sampleRate);
  const a0 = 1 + k / quality + k * k;
  return new Biquad(1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / quality + k * k) / a0);
}
