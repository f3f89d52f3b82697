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

/** Blocks of the loudness range, and from one to the next, in quarters; its gate and its quantiles. */
const RANGE_QUARTERS = 30;
const RANGE_HOP = 10;
const RANGE_GATE = -20;
const [LOW_QUANTILE, HIGH_QUANTILE] = [0.1, 0.95];

/**
 * Measures loudness (EBU R 128, ITU-R BS.1770-4) in one pass. Feed it audio at any sample rate; mono
 * counts as one channel.
 */
export class LoudnessMeter {
  private readonly quarterSamples: number;
  private filters: ChannelFilter[] = [];
  /** Weighted power of the current quarter block, summed over samples and channels. */
  private power = 0;
  private filled = 0;
  private readonly quarters: number[] = [];
  /** Of channels that came before there were others. */
  private largest = 0;

  constructor(private readonly sampleRate: number) {
    this.quarterSamples = Math.round((sampleRate * BLOCK_SECONDS) / QUARTERS);
  }

  /** @param channels one array per channel, all of one length, samples -1 to 1 */
  push(channels: readonly Float32Array[]): void {
    if (this.filters.length !== channels.length) {
      this.largest = this.peak();
      this.filters = channels.map(() => new ChannelFilter(this.sampleRate));
    }
    const weights = channels.map((_, c) => (channels.length < 5 ? 1 : (SURROUND_WEIGHTS[c] ?? 0)));
    const length = channels[0]?.length ?? 0;
    for (let from = 0; from < length;) {
      const to = Math.min(length, from + this.quarterSamples - this.filled);
      channels.forEach((samples, c) => {
        const weight = weights[c] ?? 0;
        this.power += weight * (this.filters[c]?.power(samples, from, to) ?? 0);
      });
      this.filled += to - from;
      from = to;
      if (this.filled < this.quarterSamples) continue;
      this.quarters.push(this.power / this.quarterSamples);
      [this.power, this.filled] = [0, 0];
    }
  }

  /** LUFS; null for what is shorter than a block, or silent. */
  integrated(): number | null {
    const audible = this.blocks(QUARTERS, 1).filter((power) => lufs(power) > ABSOLUTE_GATE);
    if (audible.length === 0) return null;
    const gate = lufs(mean(audible)) + RELATIVE_GATE;
    return lufs(mean(audible.filter((power) => lufs(power) > gate)));
  }

  /** The loudness range in LU (EBU Tech 3342); 0 for what is shorter than three seconds. */
  range(): number {
    const audible = this.blocks(RANGE_QUARTERS, RANGE_HOP).filter(
      (power) => lufs(power) > ABSOLUTE_GATE,
    );
    if (audible.length === 0) return 0;
    const gate = lufs(mean(audible)) + RANGE_GATE;
    const levels = audible.map(lufs).filter((level) => level > gate);
    levels.sort((a, b) => a - b);
    const at = (quantile: number): number =>
      levels[Math.round((levels.length - 1) * quantile)] ?? 0;
    return at(HIGH_QUANTILE) - at(LOW_QUANTILE);
  }

  /** The magnitude of the largest sample. */
  peak(): number {
    return this.filters.reduce((most, { largest }) => Math.max(most, largest), this.largest);
  }

  /** The loudness of `count` equal stretches in LUFS, without gates; -Infinity for silence. */
  course(count: number): number[] {
    const { quarters } = this;
    return Array.from({ length: count }, (_, i) => {
      const from = Math.floor((i * quarters.length) / count);
      const to = Math.max(from + 1, Math.floor(((i + 1) * quarters.length) / count));
      const stretch = quarters.slice(from, to);
      return stretch.length === 0 ? -Infinity : lufs(mean(stretch));
    });
  }

  /** The mean power of blocks of some quarters, each some quarters later than the one before. */
  private blocks(length: number, hop: number): number[] {
    const sums = new Float64Array(this.quarters.length + 1);
    this.quarters.forEach((power, i) => (sums[i + 1] = (sums[i] ?? 0) + power));
    const blocks: number[] = [];
    for (let i = 0; i + length <= this.quarters.length; i += hop) {
      // Rounding may leave a little less than nothing.
      blocks.push(Math.max(0, (sums[i + length] ?? 0) - (sums[i] ?? 0)) / length);
    }
    return blocks;
  }
}

const lufs = (power: number): number => OFFSET + 10 * Math.log10(power);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Coefficients of a filter of the second order, with a0 = 1. */
interface Biquad {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** The K weighting of a channel: a shelf for the head, then a high-pass. */
class ChannelFilter {
  private readonly shelf: Biquad;
  private readonly highPass: Biquad;
  /** The magnitude of the largest sample. */
  largest = 0;
  /** The last two samples, then what the shelf made of them, then what the high-pass made of that. */
  private readonly state = new Float64Array(6);

  constructor(sampleRate: number) {
    this.shelf = shelfFor(sampleRate);
    this.highPass = highPassFor(sampleRate);
  }

  /**
   * The power of weighted samples, summed. Direct form I, with the last output added last: the next
   * sample then waits for two operations of this one, in the transposed form for four.
   */
  power(samples: Float32Array, from: number, to: number): number {
    const { b0, b1, b2, a1, a2 } = this.shelf;
    const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = this.highPass;
    const { state } = this;
    let x1 = state[0] ?? 0;
    let x2 = state[1] ?? 0;
    let y1 = state[2] ?? 0;
    let y2 = state[3] ?? 0;
    let z1 = state[4] ?? 0;
    let z2 = state[5] ?? 0;
    let sum = 0;
    let least = 0;
    let most = 0;
    for (let i = from; i < to; i += 1) {
      const x = samples[i] ?? 0;
      if (x > most) most = x;
      else if (x < least) least = x;
      const y = b0 * x + b1 * x1 + b2 * x2 - a2 * y2 - a1 * y1;
      const z = c0 * y + c1 * y1 + c2 * y2 - d2 * z2 - d1 * z1;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      z2 = z1;
      z1 = z;
      sum += z * z;
    }
    this.largest = Math.max(this.largest, most, -least);
    state.set([x1, x2, y1, y2, z1, z2]);
    return sum;
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
  return {
    b0: (high + (middle * k) / quality + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (middle * k) / quality + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / quality + k * k) / a0,
  };
}

function highPassFor(sampleRate: number): Biquad {
  const [hertz, quality] = [38.13547087602444, 0.5003270373238773];
  const k = Math.tan((Math.PI * hertz) / sampleRate);
  const a0 = 1 + k / quality + k * k;
  return {
    ...{ b0: 1, b1: -2, b2: 1 },
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / quality + k * k) / a0,
  };
}
