import type { Builds } from "./builds.ts";

/** One measured number and its target. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** The same of the build beside this one, measured in turn with it. */
  readonly beside?: number;
  /** 95th percentile, if there were enough runs. */
  readonly p95?: number;
  /** Number of runs of which `value` is the median; 1 for a size. */
  readonly runs: number;
  readonly target?: { readonly bound: "most" | "least"; readonly value: number };
}

/** A group of figures; `measure` rejects with the reason if they cannot be measured. */
export interface Measurement {
  readonly name: string;
  readonly measure: (builds: Builds, size: Size) => Promise<readonly Figure[]>;
}

/** How large what is measured is to be, where that can be chosen. */
export interface Size {
  /** Left out for what the measurement stands for. */
  readonly tracks?: number;
}

/** Whether a figure meets its target; null if it has none. */
export function keeps({ value, target }: Figure): boolean | null {
  if (target === undefined) return null;
  return target.bound === "most" ? value <= target.value : value >= target.value;
}
