/** Two bar lines lie at most so far from where they are said to be, in seconds. */
const REACH = 0.03;
/** Onsets are compared at this rate, and so far before and after the bar lines, in seconds. */
const RATE = 500;
const BEFORE = 0.15;
const AFTER = 0.85;
/** Bar lines stay where they are unless onsets agree so much better elsewhere, and so much in all. */
const BETTER = 0.08;
const LEAST = 0.35;

/**
 * How much later than its bar line the music after a jump must begin, so that its beats fall where those
 * of the music before would have fallen; 0 where they do already, or where there are none to tell.
 * @param samples mono
 * @param leaving the bar line that would have come, in seconds
 * @param coming the bar line that comes
 * @returns seconds, -REACH to REACH
 */
export function lagBetween(
  samples: Float32Array,
  sampleRate: number,
  leaving: number,
  coming: number,
): number {
  const reach = Math.round(REACH * RATE);
  const count = Math.round((BEFORE + AFTER) * RATE);
  const one = onsetsFrom(samples, sampleRate, leaving - BEFORE, count);
  const other = onsetsFrom(samples, sampleRate, coming - BEFORE - REACH, count + 2 * reach);
  const agreement = (lag: number): number => {
    const part = other.subarray(lag + reach, lag + reach + count);
    return correlation(one, part);
  };
  const inPlace = agreement(0);
  let [best, lag] = [inPlace, 0];
  for (let shift = -reach; shift <= reach; shift += 1) {
    const value = agreement(shift);
    if (value > best) [best, lag] = [value, shift];
  }
  return best >= LEAST && best >= inPlace + BETTER ? lag / RATE : 0;
}

/** How much louder it gets at each moment, [count], RATE a second, a little blurred. */
function onsetsFrom(
  samples: Float32Array,
  sampleRate: number,
  from: number,
  count: number,
): Float32Array {
  const levels = new Float32Array(count + 3);
  for (let n = 0; n < levels.length; n += 1) {
    const first = Math.round((from + (n - 2) / RATE) * sampleRate);
    const end = Math.round((from + (n - 1) / RATE) * sampleRate);
    let sum = 0;
    for (let i = Math.max(1, first); i < end; i += 1) {
      // Differences of samples: attacks are bright.
      sum += ((samples[i] ?? 0) - (samples[i - 1] ?? 0)) ** 2;
    }
    levels[n] = Math.log10(sum / Math.max(1, end - first) + 1e-9);
  }
  const rises = Float32Array.from({ length: count + 2 }, (_, n) =>
    Math.max(0, (levels[n + 1] ?? 0) - (levels[n] ?? 0)),
  );
  return Float32Array.from(
    { length: count },
    (_, n) => (rises[n] ?? 0) / 2 + (rises[n + 1] ?? 0) + (rises[n + 2] ?? 0) / 2,
  );
}

/** Pearson's; 0 if one of them is even. */
function correlation(a: Float32Array, b: Float32Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, one, other] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    both += x * y;
    one += x * x;
    other += y * y;
  }
  const power = Math.sqrt(one * other);
  return power > 0 ? both / power : 0;
}

const mean = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
