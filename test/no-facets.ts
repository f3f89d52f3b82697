import type { Facets } from "../src/contract/filters.ts";
import type { SearchAnswer } from "../src/contract/search.ts";

const nothing = { counts: [], unknown: 0 };

/** Counts of no tracks. */
export const NO_FACETS: Facets = {
  length: nothing,
  tempo: nothing,
  keys: nothing,
  energy: nothing,
  vocals: nothing,
  catalogues: nothing,
  licences: nothing,
  playable: 0,
};

/** An answer's results, with what says nothing more about them. */
export const foundAll = (
  results: SearchAnswer["results"],
): Pick<SearchAnswer, "results" | "total" | "facets" | "emptiedBy" | "didYouMean"> => ({
  results,
  total: results.length,
  facets: NO_FACETS,
  emptiedBy: null,
  didYouMean: [],
});
