/** What rings decays by so many decibels until it ends. */
const DECAY = 30;
/** Below that nothing rings, in Hz: basses would blur what comes. */
const LOWEST = 200;
/** Lengths of the delays, in seconds: no common divisors, so that echoes do not pile up. */
const DELAYS = [0.0113, 0.0137, 0.0169, 0.0193, 0.0223, 0.0251, 0.0281, 0.0317];
/** Music that is let ring, in seconds: what is older has decayed. */
const HEARD = 0.5;
/** Its level is compared over so much on either side, and the quieter parts count: not attacks, in seconds. */
const COMPARED = 0.4;
const PART = 0.02;
const QUIET = 0.25;

/**
 * Lets what leaves ring on over a jump, as in a room: so it has neither the attack nor the harmony of the bar that
 * would have come. Eight delays fed back through a Hadamard matrix (J.-M. Jot, A. Chaigne, *Digital delay networks
 * for designing artificial reverberators*, AES 1991). At the bar line it is as strong as the power that
 * would be missing: that of what sounds on before, less that of what sounds on after.
 * @param leaving sample behind the last one that sounds
 * @param coming sample with which the music goes on
 * @param fade samples before the jump in which the ring begins
 * @param length samples for which it goes on
 * @returns of each channel, `fade + length` samples to be added
 */
export function ringOf(
  channels: readonly Float32Array[],
  sampleRate: number,
  leaving: number,
  coming: number,
  fade: number,
  length: number,
): Float32Array[] {
  return channels.map((samples, channel) => {
    const missing =
      quietPower(samples, sampleRate, leaving - COMPARED * sampleRate) -
      quietPower(samples, sampleRate, coming);
    const first = leaving - Math.round(HEARD * sampleRate);
    const room = reverberated(samples, sampleRate, first, leaving, fade + length, fade, channel);
    const near = room.subarray(fade, fade + Math.round(PART * sampleRate));
    const power = near.reduce((sum, value) => sum + value * value, 0) / Math.max(1, near.length);
    const gain = power > 0 ? Math.sqrt(Math.max(0, missing) / power) : 0;
    return room.map((value, i) => {
      const begun = i < fade ? Math.sin((Math.PI / 2) * ((i + 0.5) / fade)) : 1;
      const left = Math.min(1, (fade + length - i) / (0.25 * length));
      return gain * begun * left * value;
    });
  });
}

/** What a room adds to samples `first` to `end`: from `fade` before the end, `count` samples. */
function reverberated(
  samples: Float32Array,
  sampleRate: number,
  first: number,
  end: number,
  count: number,
  fade: number,
  channel: number,
): Float32Array {
  const lines = DELAYS.map((seconds) => {
    // Other lengths for each channel make the ring wide.
    return new Float32Array(Math.round(seconds * (1 + 0.017 * channel) * sampleRate));
  });
  const decay = (delay: number): number => 10 ** ((-DECAY / 20) * (delay / (count - fade)));
  const gains = lines.map((line) => decay(line.length) / Math.sqrt(lines.length));
  const smooth = 1 - Math.exp((-2 * Math.PI * LOWEST) / sampleRate);
  const out = new Float32Array(count);
  const taps = new Float64Array(lines.length);
  let low = samples[first - 1] ?? 0;
  for (let n = 0; n < end - first + count - fade; n += 1) {
    const value = first + n < end ? (samples[first + n] ?? 0) : 0;
    low += smooth * (value - low);
    let sum = 0;
    lines.forEach((line, k) => {
      taps[k] = (line[n % line.length] ?? 0) * (gains[k] ?? 0);
      sum += k % 2 === 0 ? (taps[k] ?? 0) : -(taps[k] ?? 0);
    });
    hadamard(taps);
    const high = first + n < end ? value - low : 0;
    lines.forEach((line, k) => (line[n % line.length] = high + (taps[k] ?? 0)));
    const at = n - (end - first) + fade;
    if (at >= 0 && at < count) out[at] = sum;
  }
  return out;
}

/** Multiplies eight values by a Hadamard matrix, in place. */
function hadamard(values: Float64Array): void {
  for (let half = 1; half < values.length; half *= 2) {
    for (let i = 0; i < values.length; i += 1) {
      if ((i & half) !== 0) continue;
      const [a, b] = [values[i] ?? 0, values[i + half] ?? 0];
      values[i] = a + b;
      values[i + half] = a - b;
    }
  }
}

/** Power of the quieter parts from a sample on, over COMPARED seconds. */
function quietPower(samples: Float32Array, sampleRate: number, from: number): number {
  const size = Math.round(PART * sampleRate);
  const powers = Array.from({ length: Math.round(COMPARED / PART) }, (_, n) => {
    const first = Math.round(from) + n * size;
    let sum = 0;
    for (let i = first; i < first + size; i += 1) sum += (samples[i] ?? 0) ** 2;
    return sum / size;
  });
  return powers.sort((a, b) => a - b)[Math.floor(QUIET * powers.length)] ?? 0;
}
