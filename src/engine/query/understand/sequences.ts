import { matchWords, tokenise, type Token } from "./tokens.ts";

/** Where a sequence ends, and what it stands for. */
export interface Match<T> {
  readonly to: number;
  readonly value: T;
}

/** Finds the longest of many word sequences at a place. */
export type Sequences<T> = (tokens: readonly Token[], at: number) => Match<T> | null;

/** Prepares to find sequences, each written as it would stand in a query. */
export function sequences<T>(entries: Iterable<readonly [string, T]>): Sequences<T> {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();
  for (const [phrase, value] of entries) {
    const words = wordsOf(phrase);
    const first = words[0] ?? "";
    const those = byFirst.get(first) ?? [];
    those.push({ words, value });
    byFirst.set(first, those);
  }
  for (const those of byFirst.values()) those.sort((a, b) => b.words.length - a.words.length);

  return (tokens, at) => {
    for (const { words, value } of byFirst.get(tokens[at]?.word ?? "") ?? []) {
      const to = matchWords(tokens, at, words);
      if (to !== null) return { to, value };
    }
    return null;
  };
}

/** The words of a phrase without the hyphens between them, which a query may leave out. */
export const wordsOf = (phrase: string): string[] =>
  tokenise(phrase)
    .map(({ word }) => word)
    .filter((word) => word !== "-");
