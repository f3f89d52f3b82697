import { foundAll } from "../../no-facets.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { SearchAnswer, SearchRequest } from "../../../src/contract/search.ts";
import type { Lexicon } from "../../../src/engine/query/understand/lexicon.ts";
import { understand } from "../../../src/engine/query/understand/understand.ts";
import {
  FIRST,
  measureNegations,
  readNegations,
  type NegationPair,
} from "../../../tools/evaluate/negations.ts";
import { track } from "../../engine/toy.ts";
import { shippedLexicon } from "../../engine/query/understand/lexicon.ts";

/** Answers a query with tracks that have these tags. */
function searcherOf(tagsOf: (query: string) => readonly (readonly string[])[]) {
  return {
    search: (request: SearchRequest): Promise<SearchAnswer> => {
      expect(request.limit).toBe(FIRST);
      const results = tagsOf(request.query).map((tags, i) => ({
        rank: i + 1,
        track: track(`${i}`, { tags: [...tags] }),
        score: -i,
        section: { start: 0, end: 10 },
        why: [],
      }));
      const ms = { load: 0, encode: 0, search: 0 };
      const understood = { text: request.query, items: [] };
      return Promise.resolve({
        request,
        pack: "toy@1",
        device: "wasm",
        ms,
        understood,
        ...foundAll(results),
      });
    },
  };
}

const PAIR = { query: "calm", negation: "no drums", wanted: ["calm"], unwanted: ["drums", "kit"] };

describe("the figures of negations", () => {
  it("are shares of tracks that have one of the tags, without and with the negation", async () => {
    const searcher = searcherOf((query) =>
      query === "calm" ? [["calm", "kit", "drums"], ["drums"]] : [["calm"], ["calm"], ["kit"], []],
    );
    expect(await measureNegations(searcher, [PAIR])).toMatchObject({
      pairs: 1,
      unwantedBefore: 1,
      unwantedAfter: 0.25,
      wantedBefore: 0.5,
      wantedAfter: 0.5,
    });
  });

  it("are means over the pairs", async () => {
    const searcher = searcherOf((query) => (query.startsWith("calm") ? [["drums"]] : [["calm"]]));
    const figures = await measureNegations(searcher, [PAIR, { ...PAIR, query: "slow" }]);
    expect([figures.unwantedBefore, figures.wantedBefore]).toEqual([0.5, 0.5]);
    expect(figures.rows.map(({ query }) => query)).toEqual(["calm", "slow"]);
  });

  it("can be judged by other tags, and are 0 where nothing is found", async () => {
    const searcher = searcherOf((query) => (query === "calm" ? [["calm"]] : []));
    const figures = await measureNegations(searcher, [PAIR], () => ["kit"]);
    expect([figures.unwantedBefore, figures.unwantedAfter]).toEqual([1, 0]);
  });
});

describe("the pairs", () => {
  let pairs: readonly NegationPair[];
  let lexicon: Lexicon;
  beforeAll(async () => {
    [pairs, lexicon] = await Promise.all([readNegations(), shippedLexicon()]);
  });

  it("are sixty different ones", () => {
    expect(new Set(pairs.map(({ query, negation }) => `${query}, ${negation}`)).size).toBe(60);
  });

  it("want and refuse different tags", () => {
    for (const { query, wanted, unwanted } of pairs) {
      expect([query, wanted.filter((tag) => unwanted.includes(tag))]).toEqual([query, []]);
    }
  });

  it("are each understood as a negation, and leave the description as it was", () => {
    for (const { query, negation } of pairs) {
      const { text, items } = understand(`${query}, ${negation}`, lexicon);
      expect([text, items.map(({ kind }) => kind)]).toEqual([query, ["without"]]);
    }
  });
});
