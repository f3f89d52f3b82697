import { createRng } from "../../composer/lib/rng.ts";
import { mean } from "./metrics.ts";

const RESAMPLES = 2000;
const OUTSIDE = 0.025;
const SEED = "evaluate";

/** A figure and the ends of its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A statistic of a sample with its percentile bootstrap interval (Efron, 1979): the sample is drawn
 * again from itself, with replacement. Always the same for the same sample.
 */
export function estimate<T>(
  sample: readonly T[],
  statistic: (sample: readonly T[]) => number,
): Estimate {
  const rng = createRng(SEED);
  const drawn = Array.from({ length: RESAMPLES }, () =>
    statistic(sample.map(() => rng.pick(sample))),
  ).sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.round(share * (RESAMPLES - 1))] ?? NaN;
  return { value: statistic(sample), low: at(OUTSIDE), high: at(1 - OUTSIDE) };
}

/** The mean of a sample with its interval. */
export const estimateMean = (sample: readonly number[]): Estimate => estimate(sample, mean);

/** The mean of the first numbers over that of the second, with its interval. */
export function estimateRatio(pairs: readonly (readonly [number, number])[]): Estimate {
  return estimate(pairs, (drawn) => mean(drawn.map(([a]) => a)) / mean(drawn.map(([, b]) => b)));
}
