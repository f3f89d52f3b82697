import type { Facets, SearchFilters } from "../../contract/filters.ts";
import { withValues } from "./with-values.ts";

/** As the engine writes them: a flat is the sharp that sounds alike. */
export const TONICS = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"] as const;
export const MODES = ["major", "minor"] as const;

/** Keys as they are chosen: any of these tonics, in one mode. */
export interface KeyChoice {
  /** None: any. */
  readonly tonics: readonly string[];
  /** Null: any. */
  readonly mode: string | null;
}

/** What was chosen, of filters that `withKeys` has made. */
export function keyChoice({ keys = [] }: SearchFilters): KeyChoice {
  const tonics = [...new Set(keys.map(({ tonic }) => tonic))];
  return { tonics: tonics.length === TONICS.length ? [] : tonics, mode: keys[0]?.mode ?? null };
}

/** The filters with other keys. */
export function withKeys(filters: SearchFilters, { tonics, mode }: KeyChoice): SearchFilters {
  const isAny = tonics.length === 0 || tonics.length === TONICS.length;
  const wanted = isAny
    ? mode === null
      ? []
      : TONICS
    : TONICS.filter((one) => tonics.includes(one));
  return withValues(
    filters,
    "keys",
    wanted.map((tonic) => ({ tonic, mode })),
  );
}

export function toggleTonic(filters: SearchFilters, tonic: string): SearchFilters {
  const { tonics, mode } = keyChoice(filters);
  const others = tonics.filter((one) => one !== tonic);
  return withKeys(filters, {
    tonics: others.length < tonics.length ? others : [...tonics, tonic],
    mode,
  });
}

export function toggleMode(filters: SearchFilters, mode: string): SearchFilters {
  const { tonics, mode: before } = keyChoice(filters);
  return withKeys(filters, { tonics, mode: before === mode ? null : mode });
}

/** How many tracks have keys that this is true of; null if nothing was counted yet. */
export const keyCount = (
  facets: Facets | null,
  isMeant: (key: { readonly tonic: string; readonly mode: string | null }) => boolean,
): number | null =>
  facets === null
    ? null
    : facets.keys.counts
        .filter(({ value }) => isMeant(value))
        .reduce((sum, { count }) => sum + count, 0);
