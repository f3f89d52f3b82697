import type {
  Facet,
  FacetCount,
  Facets,
  FilterName,
  SearchFilters,
} from "../../contract/filters.ts";
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
 * Counts the tracks by what they are. A facet counts those that all filters but its own leave: they
 * fail none, or that one alone.
 * @param admitted numbers of the tracks that are left without the filters
 * @param fails see `failing`
 */
export function countFacets(
  columns: TrackColumns,
  bands: Bands,
  admitted: readonly number[],
  fails: Uint16Array,
  filters: SearchFilters,
): Counted {
  const passing: number[] = [];
  const byFailure = new Map<number, number[]>(FILTER_NAMES.map((name) => [bitOf(name), []]));
  for (const t of admitted) {
    const failed = fails[t] ?? 0;
    if (failed === 0) passing.push(t);
    else byFailure.get(failed)?.push(t);
  }
  const failingOnly = (name: FilterName): readonly number[] => byFailure.get(bitOf(name)) ?? [];
  const those = (name: FilterName): readonly (readonly number[])[] => [passing, failingOnly(name)];
  const tempo = filters.octaves === true ? bands.octaves : bands.tempo;
  const playable = those("playable")
    .flat()
    .filter((t) => columns.local[t] === 1);
  return {
    total: passing.length,
    facets: {
      length: countBands(bands.length, those("length")),
      tempo: countBands(tempo, those("tempo")),
      keys: occurring(countValues(columns.keys, those("keys"))),
      energy: countValues(columns.energy, those("energy")),
      vocals: countValues(columns.vocals, those("vocals")),
      catalogues: frequentFirst(countValues(columns.catalogues, those("catalogues"))),
      licences: frequentFirst(countValues(columns.licences, those("licences"))),
      playable: playable.length,
    },
    emptiedBy: passing.length > 0 ? null : mostLeft(failingOnly),
  };
}

/** The filter that alone keeps the most tracks out, the first of equals; null if none does. */
function mostLeft(failingOnly: (name: FilterName) => readonly number[]): Counted["emptiedBy"] {
  let most: Counted["emptiedBy"] = null;
  for (const filter of FILTER_NAMES) {
    const leaves = failingOnly(filter).length;
    if (leaves > (most?.leaves ?? 0)) most = { filter, leaves };
  }
  return most;
}

function countValues<V>(
  { values, of }: Column<V>,
  lists: readonly (readonly number[])[],
): Facet<V> {
  const counts = new Uint32Array(values.length);
  let unknown = 0;
  for (const list of lists) {
    for (const t of list) {
      const value = of[t] ?? -1;
      if (value < 0) unknown += 1;
      else counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return { counts: values.map((value, n) => ({ value, count: counts[n] ?? 0 })), unknown };
}

function countBands(
  { bands, of }: BandColumn,
  lists: readonly (readonly number[])[],
): Facets["length"] {
  const counts = new Uint32Array(bands.length);
  let unknown = 0;
  for (const list of lists) {
    for (const t of list) {
      const own = of[t] ?? 0;
      if (own === 0) unknown += 1;
      for (let b = 0; b < counts.length; b += 1) counts[b] = (counts[b] ?? 0) + ((own >> b) & 1);
    }
  }
  return {
    counts: bands.map(({ least, most }, b) => ({ value: { least, most }, count: counts[b] ?? 0 })),
    unknown,
  };
}

const isThere = ({ count }: FacetCount<unknown>): boolean => count > 0;

const occurring = <V>({ counts, unknown }: Facet<V>): Facet<V> => ({
  counts: counts.filter(isThere),
  unknown,
});

/** Stable, so values that are equally frequent stay in the order of the alphabet. */
const frequentFirst = <V>(facet: Facet<V>): Facet<V> => {
  const { counts, unknown } = occurring(facet);
  return { counts: [...counts].sort((a, b) => b.count - a.count), unknown };
};
