import type { Facet, Facets, FilterName, SearchFilters } from "../../contract/filters.ts";
import type { Span } from "../../contract/understanding.ts";
import type { Column, TrackColumns } from "./columns.ts";
import { bitOf, FILTER_NAMES, type BandColumn, type Bands } from "./filtering.ts";

/** What filters leave of the tracks that a request admits otherwise. */
export interface Counted {
  readonly total: number;
  readonly facets: Facets;
  /** See `SearchAnswer.emptiedBy`. */
  readonly emptiedBy: { readonly filter: FilterName; readonly leaves: number } | null;
}

/**
 * Counts the tracks by what they are. A facet counts those that all filters but its own leave: those
 * that fail no other.
 * @param fails see `failing`; tracks that are not admitted anyway have a bit that is no filter's
 */
export function countFacets(
  columns: TrackColumns,
  bands: Bands,
  fails: Uint16Array,
  filters: SearchFilters,
): Counted {
  const column = <V>(name: FilterName, { values, of }: Column<V>): Facet<V> => {
    const [unknown = 0, ...counts] = histogram(of, values.length + 1, fails, name);
    return { counts: values.map((value, n) => ({ value, count: counts[n] ?? 0 })), unknown };
  };
  const inBands = (name: FilterName, { bands: spans, of }: BandColumn): Facet<Span> => {
    const counts = histogram(of, 2 ** spans.length, fails, name);
    const countOf = (b: number): number =>
      counts.reduce((sum, count, code) => sum + ((code >> b) & 1) * count, 0);
    return {
      counts: spans.map(({ least, most }, b) => ({ value: { least, most }, count: countOf(b) })),
      unknown: counts[0] ?? 0,
    };
  };
  const [, playable = 0] = histogram(columns.local, 2, fails, "playable");
  const total = passing(fails, 0);
  return {
    total,
    facets: {
      length: inBands("length", bands.length),
      tempo: inBands("tempo", filters.octaves === true ? bands.octaves : bands.tempo),
      keys: occurring(column("keys", columns.keys)),
      energy: column("energy", columns.energy),
      vocals: column("vocals", columns.vocals),
      catalogues: frequentFirst(column("catalogues", columns.catalogues)),
      licences: frequentFirst(column("licences", columns.licences)),
      playable,
    },
    emptiedBy: total > 0 ? null : mostLeft(fails),
  };
}

/** How often each code occurs, among tracks that fail no filter but this one. */
function histogram(
  of: Uint8Array | Uint32Array,
  codes: number,
  fails: Uint16Array,
  name: FilterName,
): Uint32Array {
  const counts = new Uint32Array(codes);
  const others = ~bitOf(name);
  for (let t = 0; t < fails.length; t += 1) {
    if (((fails[t] ?? 0) & others) !== 0) continue;
    const code = of[t] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** How many tracks fail nothing but what is in `allowed`. */
function passing(fails: Uint16Array, allowed: number): number {
  let count = 0;
  for (const failed of fails) if ((failed & ~allowed) === 0) count += 1;
  return count;
}

/** The filter without which most is left, the first of equals; null if nothing is left anyway. */
function mostLeft(fails: Uint16Array): Counted["emptiedBy"] {
  let most: Counted["emptiedBy"] = null;
  for (const filter of FILTER_NAMES) {
    const leaves = passing(fails, bitOf(filter));
    if (leaves > (most?.leaves ?? 0)) most = { filter, leaves };
  }
  return most;
}

const occurring = <V>({ counts, unknown }: Facet<V>): Facet<V> => ({
  counts: counts.filter(({ count }) => count > 0),
  unknown,
});

/** Stable, so values that are equally frequent stay in the order of the alphabet. */
const frequentFirst = <V>(facet: Facet<V>): Facet<V> => {
  const { counts, unknown } = occurring(facet);
  return { counts: [...counts].sort((a, b) => b.count - a.count), unknown };
};
