import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { Track } from "../../src/contract/track.ts";
import type { Searcher } from "../../src/engine/query/search.ts";
import { ROOT } from "../build/inputs.ts";
import { mean } from "./metrics.ts";

const FIRST = 10;
/** Tags of music that is sung, for catalogues that do not say it otherwise. */
const SUNG = ["vocals", "vocalist", "singer", "singers", "voice", "voices", "solo voice"];

const span = v.tuple([v.number(), v.number()]);

const FiltersSchema = v.object({
  note: v.string(),
  queries: v.array(
    v.object({
      query: v.string(),
      bpm: v.optional(span),
      seconds: v.optional(span),
      vocals: v.optional(v.boolean()),
    }),
  ),
});
/** A query, and the facts of the tracks that its filter admits. */
export type FilterQuery = v.InferOutput<typeof FiltersSchema>["queries"][number];

/** Shares of the first ten results: known to fit the filter, known not to, and the rest. */
interface Shares {
  readonly fit: number;
  readonly break: number;
  readonly unknown: number;
}

/** What `measureFilters` found: means over all queries. */
export interface FilterFigures {
  readonly queries: number;
  readonly withUnderstanding: Shares;
  readonly without: Shares;
}

/** The queries in `filters.json`. */
export async function readFilters(): Promise<readonly FilterQuery[]> {
  const list = await readFile(join(ROOT, "tools/evaluate/filters.json"), "utf8");
  return v.parse(FiltersSchema, JSON.parse(list)).queries;
}

/** Searches for each query, as the product reads it and as plain words, and checks the facts. */
export async function measureFilters(
  searcher: Pick<Searcher, "search">,
  queries: readonly FilterQuery[],
): Promise<FilterFigures> {
  const sharesOf = async (literal: boolean): Promise<Shares> => {
    const fits: (boolean | null)[][] = [];
    for (const asked of queries) {
      const { query } = asked;
      const request = { query, limit: FIRST, literal: literal ? [query] : [] };
      const { results } = await searcher.search(request);
      fits.push(results.map(({ track }) => respects(track, asked)));
    }
    const share = (wanted: boolean | null): number =>
      mean(fits.map((all) => all.filter((fit) => fit === wanted).length / Math.max(1, all.length)));
    return { fit: share(true), break: share(false), unknown: share(null) };
  };
  return {
    queries: queries.length,
    withUnderstanding: await sharesOf(false),
    without: await sharesOf(true),
  };
}

/** Whether a track respects a filter; null if what is known of it does not tell. */
export function respects(
  track: Pick<Track, "bpm" | "seconds" | "vocals" | "tags">,
  { bpm, seconds, vocals }: Omit<FilterQuery, "query">,
): boolean | null {
  const facts = [
    ...(bpm === undefined ? [] : [within(track.bpm, bpm)]),
    ...(seconds === undefined ? [] : [within(track.seconds === 0 ? null : track.seconds, seconds)]),
    ...(vocals === undefined ? [] : [isSung(track) === null ? null : isSung(track) === vocals]),
  ];
  if (facts.includes(false)) return false;
  return facts.includes(null) ? null : true;
}

const within = (value: number | null, [least, most]: readonly [number, number]): boolean | null =>
  value === null ? null : value >= least && value <= most;

function isSung({ vocals, tags }: Pick<Track, "vocals" | "tags">): boolean | null {
  return tags.some((tag) => SUNG.includes(tag)) ? true : vocals;
}
