import type { SearchFilters } from "../../contract/filters.ts";
import type { Levels, Likeness } from "../../contract/likeness.ts";
import type { SearchRequest } from "../../contract/search.ts";

/** Music that results are to be like or unlike, with the name that its chip has. */
export interface LikeWish extends Likeness {
  readonly name: string;
}

/** All that the editor has asked for: from it the request of a search is made. */
export interface Wishes {
  readonly description: string;
  /** A second description; `weight` is its share, 0 to 1. Null: there is none. */
  readonly second: { readonly description: string; readonly weight: number } | null;
  readonly like: readonly LikeWish[];
  readonly levels: Levels;
  readonly filters: SearchFilters;
  /** Phrases of the descriptions that are to be read as plain words. */
  readonly literal: readonly string[];
}

export const NO_WISHES: Wishes = {
  description: "",
  second: null,
  like: [],
  levels: {},
  filters: {},
  literal: [],
};

/** How many results a search shows at first. */
export const FIRST_RESULTS = 10;

/** The request that these wishes make; null where they ask for nothing. */
export function requestFor(wishes: Wishes): SearchRequest | null {
  const { description, second, like, levels, filters, literal } = wishes;
  const query = description.trim();
  const other = second?.description.trim() ?? "";
  const hasLevels = Object.values(levels).some((level) => level !== 0);
  // "On this machine only" says where to look, and not for what.
  const hasFilters = filterNames(filters).some((name) => name !== "playable");
  if (query === "" && other === "" && like.length === 0 && !hasLevels && !hasFilters) return null;
  return {
    query,
    ...(second === null || other === "" ? {} : { second: { query: other, weight: second.weight } }),
    ...(like.length === 0 ? {} : { like: like.map(({ of, weight }) => ({ of, weight })) }),
    ...(hasLevels ? { levels } : {}),
    filters,
    limit: FIRST_RESULTS,
    literal,
  };
}

/** The filters that are set. */
export function filterNames(filters: SearchFilters): (keyof SearchFilters)[] {
  const names = Object.keys(filters) as (keyof SearchFilters)[];
  return names.filter((name) => {
    const value = filters[name];
    return name !== "octaves" && value !== undefined && value !== false;
  });
}
