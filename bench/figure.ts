/** One measured number, and what it should be. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** 95th percentile, where there were enough runs for one. */
  readonly p95?: number;
  /** How many runs `value` is the median of; 1 for a size. */
  readonly runs: number;
  readonly target?: { readonly bound: "most" | "least"; readonly value: number };
}

/** A group of figures; `measure` rejects with the reason where they cannot be taken. */
export interface Measurement {
  readonly name: string;
  readonly measure: () => Promise<readonly Figure[]>;
}

/** Whether a figure keeps its target; null where it has none. */
export function keeps({ value, target }: Figure): boolean | null {
  if (target === undefined) return null;
  return target.bound === "most" ? value <= target.value : value >= target.value;
}
