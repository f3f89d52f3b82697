import type { SearchResult } from "../../contract/search.ts";
import { isLocalResult } from "../../contract/search.ts";
import type { ReadResults } from "../model/result-pages.ts";
import type { RunSearch } from "../model/search-flow.ts";
import type { Cut } from "./cut.ts";

/** How many of the first results are put in order. */
export const ORDERED = 50;

/** Where results come from, in the order of their rank. */
export interface Ranked {
  readonly search: RunSearch;
  readonly read: ReadResults;
}

/**
 * Puts the first results in the order of how many hit points they hit, if that is asked for; among
 * those that hit as many, and beyond, the rank decides. Places count from 1 all the same.
 */
export function hitsFirst(
  { search, read }: Ranked,
  cut: Pick<Cut, "isOrdering" | "placed">,
): Ranked {
  const first: ReadResults = async (request) => {
    const ranked = await read(request, 0, ORDERED);
    return [...ranked]
      .sort((a, b) => hitOf(cut, b) - hitOf(cut, a))
      .map((result, place) => ({ ...result, rank: place + 1 }));
  };
  return {
    search: async (request, signal) => {
      const answer = await search(request, signal);
      if (!cut.isOrdering) return answer;
      const results = await first(request, 0, ORDERED);
      return { ...answer, results: results.slice(0, answer.results.length) };
    },
    read: async (request, from, count) => {
      if (!cut.isOrdering || from >= ORDERED) return read(request, from, count);
      const beyond = from + count - ORDERED;
      const [ordered, rest] = await Promise.all([
        first(request, 0, ORDERED),
        beyond > 0 ? read(request, ORDERED, beyond) : [],
      ]);
      return [...ordered, ...rest].slice(from, from + count);
    },
  };
}

const hitOf = (cut: Pick<Cut, "placed">, result: SearchResult): number =>
  isLocalResult(result) ? (cut.placed(result)?.hit ?? 0) : 0;
