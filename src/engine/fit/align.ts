/** Two bar lines lie at most so far from where they are said to be, in seconds. */
const REACH = 0.03;
/** Onsets are compared at this rate, and so far before and after the bar lines, in seconds. */
const RATE = 500;
const BEFORE = 0.15;
const AFTER = 0.85;
/** Levels are compared over so many steps: longer than a wave of a low note. */
const SMOOTH = 6;
/** Bar lines stay where they are unless onsets agree so much better elsewhere, and so much in all. */
const BETTER = 0.25;
const LEAST = 0.6;
/** Less is not heard, in seconds. */
const UNHEARD = 0.005;

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
  const isPlain = best >= LEAST && best >= inPlace + BETTER;
  return isPlain && Math.abs(lag) / RATE > UNHEARD ? lag / RATE : 0;
}

/** How much louder it gets at each moment, [count], RATE a second. */
function onsetsFrom(
  samples: Float32Array,
  sampleRate: number,
  from: number,
  count: number,
): Float32Array {
  // Sums of powers up to each step; differences of samples, since attacks are bright.
  const sums = new Float64Array(count + 2 * SMOOTH + 1);
  for (let n = 1; n < sums.length; n += 1) {
    const first = Math.round((from + (n - 1 - SMOOTH) / RATE) * sampleRate);
    const end = Math.round((from + (n - SMOOTH) / RATE) * sampleRate);
    let sum = 0;
    for (let i = first; i < end; i += 1) sum += ((samples[i] ?? 0) - (samples[i - 1] ?? 0)) ** 2;
    sums[n] = (sums[n - 1] ?? 0) + sum;
  }
  return Float32Array.from({ length: count }, (_, n) => {
    const [start, middle, end] = [sums[n] ?? 0, sums[n + SMOOTH] ?? 0, sums[n + 2 * SMOOTH] ?? 0];
    return Math.max(0, Math.sqrt(end - middle) - Math.sqrt(Math.max(0, middle - start)));
  });
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
