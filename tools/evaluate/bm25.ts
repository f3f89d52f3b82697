import { foldWords } from "../../src/engine/query/understand/tokens.ts";

/** The usual parameters: how fast a repeated word counts less, and how much length counts. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/**
 * Okapi BM25: scores documents by the words they share with a query (Robertson and Zaragoza, The
 * probabilistic relevance framework, 2009). Rarity is Lucene's, which is never negative.
 * @returns the score of each document, [documents], for a query
 */
export function createBm25(documents: readonly string[]): (query: string) => Float64Array {
  const counts = documents.map(countWords);
  const lengths = counts.map((count) => [...count.values()].reduce((sum, n) => sum + n, 0));
  const meanLength = lengths.reduce((sum, n) => sum + n, 0) / documents.length;
  const containing = new Map<string, number>();
  for (const count of counts) {
    for (const word of count.keys()) containing.set(word, (containing.get(word) ?? 0) + 1);
  }
  const rarity = (word: string): number => {
    const n = containing.get(word) ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  return (query) => {
    const wanted = [...countWords(query)];
    return Float64Array.from(counts, (count, d) => {
      const norm =
        SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * (lengths[d] ?? 0)) / meanLength);
      return wanted.reduce((sum, [word, times]) => {
        const found = count.get(word) ?? 0;
        return sum + (times * rarity(word) * found * (SATURATION + 1)) / (found + norm);
      }, 0);
    });
  };
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of foldWords(text).split(" ")) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
