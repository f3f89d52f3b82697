import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { Track } from "../../src/contract/track.ts";
import type { Searcher } from "../../src/engine/query/search.ts";
import { ROOT } from "../build/inputs.ts";

/** Places that are looked at. */
export const FIRST = 10;

const tags = v.pipe(v.array(v.string()), v.minLength(1));

const NegationsSchema = v.object({
  note: v.string(),
  pairs: v.array(
    v.object({ query: v.string(), negation: v.string(), wanted: tags, unwanted: tags }),
  ),
});
/** A description, a negation, and the tags that tell whether a track fits either. */
export type NegationPair = v.InferOutput<typeof NegationsSchema>["pairs"][number];

/** What the first places hold for one pair: shares of tracks with one of the tags. */
export interface NegationRow {
  readonly query: string;
  readonly negation: string;
  /** Tracks with an unwanted tag, without and with the negation. */
  readonly unwantedBefore: number;
  readonly unwantedAfter: number;
  /** Tracks with a wanted tag, without and with the negation. */
  readonly wantedBefore: number;
  readonly wantedAfter: number;
}

/** What `measureNegations` found: the same shares, as means over all pairs. */
export interface NegationFigures extends Omit<NegationRow, "query" | "negation"> {
  readonly pairs: number;
  readonly rows: readonly NegationRow[];
}

/** The pairs in `negations.json`. */
export async function readNegations(): Promise<readonly NegationPair[]> {
  const list = await readFile(join(ROOT, "tools/evaluate/negations.json"), "utf8");
  return v.parse(NegationsSchema, JSON.parse(list)).pairs;
}

/**
 * Searches for each description alone and with its negation, and counts tags among the first ten.
 *
 * The search reads tags too, and lowers tracks that are tagged with what is not wanted. To measure
 * what it does where there are none, give it an index without tags, and the tags here.
 * @param tagsOf the tags to judge by
 */
export async function measureNegations(
  searcher: Pick<Searcher, "search">,
  pairs: readonly NegationPair[],
  tagsOf: (track: Track) => readonly string[] = ({ tags }) => tags,
): Promise<NegationFigures> {
  const rows: NegationRow[] = [];
  for (const { query, negation, wanted, unwanted } of pairs) {
    const before = await tagsOfFirst(searcher, query, tagsOf);
    const after = await tagsOfFirst(searcher, `${query}, ${negation}`, tagsOf);
    rows.push({
      query,
      negation,
      unwantedBefore: shareWith(before, unwanted),
      unwantedAfter: shareWith(after, unwanted),
      wantedBefore: shareWith(before, wanted),
      wantedAfter: shareWith(after, wanted),
    });
  }
  const meanOf = (share: (row: NegationRow) => number): number =>
    rows.reduce((sum, row) => sum + share(row), 0) / rows.length;
  return {
    pairs: rows.length,
    unwantedBefore: meanOf((row) => row.unwantedBefore),
    unwantedAfter: meanOf((row) => row.unwantedAfter),
    wantedBefore: meanOf((row) => row.wantedBefore),
    wantedAfter: meanOf((row) => row.wantedAfter),
    rows,
  };
}

async function tagsOfFirst(
  searcher: Pick<Searcher, "search">,
  query: string,
  tagsOf: (track: Track) => readonly string[],
): Promise<readonly (readonly string[])[]> {
  const { results } = await searcher.search({ query, limit: FIRST });
  return results.map(({ track }) => tagsOf(track));
}

function shareWith(tracks: readonly (readonly string[])[], some: readonly string[]): number {
  if (tracks.length === 0) return 0;
  return tracks.filter((all) => all.some((tag) => some.includes(tag))).length / tracks.length;
}
