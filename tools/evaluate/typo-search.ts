import { createRng } from "../../composer/lib/rng.ts";
import type { Searcher } from "../../src/engine/query/search.ts";
import { estimateMean, type Estimate } from "./bootstrap.ts";
import { overlap } from "./metrics.ts";
import { mistype } from "./typing-errors.ts";

const WORDS = 60;
/** Shorter words have too many neighbours for anyone to tell what was meant. */
const SHORTEST = 6;
const FIRST = 10;

/** How much of a word's first ten results its misspelling finds too, mean over words. */
export interface TypoRow {
  readonly errors: number;
  readonly withUnderstanding: Estimate;
  readonly without: Estimate;
}

/** What `measureTypos` found, and the words. */
export interface TypoFigures {
  readonly words: number;
  readonly rows: readonly TypoRow[];
  readonly misspelled: readonly { readonly word: string; readonly typed: readonly string[] }[];
}

/** Misspells words of a vocabulary once and twice, and compares what is found. */
export async function measureTypos(
  searcher: Pick<Searcher, "search">,
  vocabulary: readonly string[],
): Promise<TypoFigures> {
  const misspelled = misspell(vocabulary);
  const rows: TypoRow[] = [];
  for (const errors of [1, 2]) {
    const withUnderstanding: number[] = [];
    const without: number[] = [];
    for (const { word, typed } of misspelled) {
      const query = typed[errors - 1] ?? word;
      const right = await firstOf(searcher, word, [word]);
      withUnderstanding.push(overlap(right, await firstOf(searcher, query)));
      without.push(overlap(right, await firstOf(searcher, query, [query])));
    }
    rows.push({
      errors,
      withUnderstanding: estimateMean(withUnderstanding),
      without: estimateMean(without),
    });
  }
  return { words: misspelled.length, rows, misspelled };
}

/** Words with one and with two typing errors, always the same; no error makes another word. */
export function misspell(vocabulary: readonly string[]): TypoFigures["misspelled"] {
  const rng = createRng("typing errors");
  const known = new Set(vocabulary);
  const words = vocabulary.filter((word) => word.length >= SHORTEST && /^[a-z]+$/.test(word));
  return rng
    .shuffle([...new Set(words)].sort())
    .slice(0, WORDS)
    .map((word) => ({
      word,
      typed: [1, 2].map((errors) => {
        let typed: string;
        do typed = mistype(word, errors, rng);
        while (known.has(typed));
        return typed;
      }),
    }));
}

async function firstOf(
  searcher: Pick<Searcher, "search">,
  query: string,
  literal: readonly string[] = [],
): Promise<readonly string[]> {
  const { results } = await searcher.search({ query, limit: FIRST, literal });
  return results.map(({ track }) => track.id);
}
