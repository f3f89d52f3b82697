import { createRng } from "../../composer/lib/rng.ts";
import type { SearchRequest } from "../../src/contract/search.ts";
import type { Searcher } from "../../src/engine/query/search.ts";
import { rankTracks } from "../../src/engine/query/rank.ts";
import { Taken } from "../../src/engine/query/taken.ts";
import { createBm25 } from "./bm25.ts";
import type { Pool } from "./pools.ts";
import type { SentenceVectors } from "./sentence-vectors.ts";

/** Places that a ranker fills. */
export const DEPTH = 10;

/** Something that ranks tracks for a text. */
export interface Ranker {
  readonly name: string;
  /** Ids of the first ten tracks, best first. */
  rank(text: string): Promise<readonly string[]>;
}

/** The product's own search. */
export const product = ({ searcher }: Pool, name = "product"): Ranker =>
  searching(name, searcher, (query) => ({ query, limit: DEPTH }));

/** The same, with nothing understood: the whole text is embedded. */
export const plainWords = ({ searcher }: Pool): Ranker =>
  searching("product, plain words", searcher, (query) => ({
    query,
    limit: DEPTH,
    literal: [query.trim()],
  }));

/** Words shared with the tags. */
export function bm25(pool: Pool): Ranker {
  const score = createBm25(tagLists(pool));
  return scoring("bm25", pool, score);
}

/** Cosines of sentence vectors of the text and of the tags. */
export function sentences(pool: Pool, { model, vectorOf }: SentenceVectors): Ranker {
  const tags = tagLists(pool).map(vectorOf);
  return scoring(model, pool, (text) => {
    const query = vectorOf(text);
    return Float64Array.from(tags, (vector) =>
      vector.reduce((sum, x, d) => sum + x * (query[d] ?? 0), 0),
    );
  });
}

/** A random order, the same for the same text. */
export const chance = (pool: Pool): Ranker =>
  scoring("random", pool, (text) => {
    const rng = createRng(text);
    return Float64Array.from(pool.index.tracks, () => rng.next());
  });

/** The tags of each track as one text. */
export const tagLists = ({ index }: Pool): string[] =>
  index.tracks.map(({ tags }) => tags.join(", "));

function searching(
  name: string,
  searcher: Pick<Searcher, "search">,
  request: (text: string) => SearchRequest,
): Ranker {
  return {
    name,
    rank: async (text) =>
      (await searcher.search(request(text))).results.map(({ track }) => track.id),
  };
}

/** Orders scores of tracks as the product does, ties and artists included. */
function scoring(name: string, { index }: Pool, score: (text: string) => Float64Array): Ranker {
  return {
    name,
    rank: (text) =>
      Promise.resolve(
        new Taken(rankTracks(index.tracks, score(text)))
          .slice(0, DEPTH)
          .map((track) => index.tracks[track]?.id ?? ""),
      ),
  };
}
