import { beforeAll, describe, expect, it } from "vitest";
import { QUERY_LIMIT } from "../../../../src/contract/search.ts";
import { LITERAL_LIMIT } from "../../../../src/contract/understanding.ts";
import type { Lexicon } from "../../../../src/engine/query/understand/lexicon.ts";
import { understand } from "../../../../src/engine/query/understand/understand.ts";
import { shippedLexicon } from "./lexicon.ts";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await shippedLexicon();
});

/** How often the rules look something up, and how often they read a candidate's spelling. */
function lookups(query: string, literal: readonly string[] = []): number {
  let count = 0;
  const counting: Lexicon = {
    ...lexicon,
    conceptAt: (tokens, at) => {
      count += 1;
      return lexicon.conceptAt(tokens, at);
    },
    knows: (word) => {
      count += 1;
      return lexicon.knows(word);
    },
    get candidates() {
      count += lexicon.candidates.length;
      return lexicon.candidates;
    },
  };
  understand(query, counting, literal);
  return count;
}

const HOSTILE = [
  "no ",
  "no drums or ",
  "no drums, ",
  "not too very ",
  "a little calm ",
  '"',
  "\u201c",
  '"a" ',
  "1 ",
  "12:30 ",
  "80-100 ",
  "min max ",
  "in the key of ",
  "a a a ",
  "drums-free-",
  "don't'",
  "1.2.3.",
  "romatik ",
  "qwertyuiopasdfgh ",
  "sad sad sad piano ",
  "\u{1F3B5}",
  "e\u0301",
];

describe("the cost of understanding", () => {
  it.each(HOSTILE)("grows no faster than the query: %j", (piece) => {
    const half = lookups(piece.repeat(Math.floor(QUERY_LIMIT / 2 / piece.length)));
    const whole = lookups(piece.repeat(Math.floor(QUERY_LIMIT / piece.length)));
    // Each of at most 2000 tokens asks at most a dozen times; 16 words are compared with candidates.
    expect(whole).toBeLessThanOrEqual(2.2 * half + 50);
    expect(whole).toBeLessThanOrEqual(12 * QUERY_LIMIT + 16 * lexicon.candidates.length);
  });

  it("ends with the longest query", () => {
    const query = "calm piano ".repeat(1000);
    expect(lookups(query)).toBe(lookups(query.slice(0, QUERY_LIMIT)));
  });

  it("stays small however many phrases are taken back", () => {
    const query = "no drums ".repeat(222);
    const literal = Array.from({ length: LITERAL_LIMIT }, (_, i) => query.slice(i, i + 3));
    expect(lookups(query, literal)).toBeLessThanOrEqual(2 * QUERY_LIMIT);
  });

  it("finds at most a dozen things in one query", () => {
    const { items } = understand("no drums, 100 bpm, ".repeat(50), lexicon);
    expect(items).toHaveLength(12);
  });
});
