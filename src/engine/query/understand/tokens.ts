import type { UnderstoodItem, UnderstoodLabels } from "../../../contract/understanding.ts";
import { CLAUSE_STARTS } from "./words/negation.ts";

/** A word, a number or a mark of a query. */
export interface Token {
  /** Where it stands in the query, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /**
   * Lower case, with a straight apostrophe: "don't". A number has its digits: "92.5". Empty for an
   * opaque token, which no rule may read: it was quoted, or taken back.
   */
  readonly word: string;
  readonly isNumber: boolean;
  /** What is embedded in place of a misspelled word. */
  readonly spelled?: string;
}

// Letters and digits are apart, so that "120bpm" and "8-bit" need no rules of their own.
const PIECES = /[\p{L}\p{M}]+|[0-9]+|\S/gu;
const LETTER = /^\p{L}/u;
const DIGIT = /^[0-9]/;
const APOSTROPHES = new Set(["'", "\u2019"]);

/** Splits a query into tokens, in time proportional to its length. */
export function tokenise(query: string): Token[] {
  const tokens: Token[] = [];
  for (const match of query.matchAll(PIECES)) {
    const [piece] = match;
    const end = match.index + piece.length;
    const joined = joinWithTwoBefore(tokens, piece, match.index, end);
    if (joined === null) {
      const word = APOSTROPHES.has(piece) ? "'" : piece.toLowerCase();
      tokens.push({ start: match.index, end, word, isNumber: DIGIT.test(piece) });
    } else {
      tokens.splice(-2, 2, joined);
    }
  }
  return tokens;
}

/** "don" "'" "t" and "92" "." "5" are one token each, if nothing is between the pieces. */
function joinWithTwoBefore(
  tokens: readonly Token[],
  piece: string,
  start: number,
  end: number,
): Token | null {
  const mark = tokens.at(-1);
  const first = tokens.at(-2);
  if (mark?.end !== start || first?.end !== mark.start) return null;
  const isWord = mark.word === "'" && LETTER.test(first.word) && LETTER.test(piece);
  const isNumber =
    mark.word === "." && first.isNumber && DIGIT.test(piece) && !first.word.includes(".");
  if (!isWord && !isNumber) return null;
  const word = first.word + mark.word + piece.toLowerCase();
  return { start: first.start, end, word, isNumber };
}

/** Whether a token is a word, as opposed to a number, a mark or an opaque token. */
export const isWord = (token: Token | undefined): boolean =>
  token !== undefined && LETTER.test(token.word);

/** Whether a token parts clauses: a mark other than those that stand inside words. */
export function isStop(token: Token | undefined): boolean {
  if (token === undefined) return true;
  const { word, isNumber } = token;
  return word !== "" && !isNumber && !LETTER.test(word) && !INSIDE.has(word);
}

const INSIDE = new Set(["-", "'", "&", "#", "+", "%"]);

/** The words from `at` on are `words`; a hyphen may stand between them. Gives the end, or null. */
export function matchWords(
  tokens: readonly Token[],
  at: number,
  words: readonly string[],
): number | null {
  let next = at;
  for (const word of words) {
    if (next > at && word !== "-" && tokens[next]?.word === "-") next += 1;
    if (tokens[next]?.word !== word) return null;
    next += 1;
  }
  return next;
}

/** Whether a clause starts at a token. */
export const startsClause = (tokens: readonly Token[], at: number): boolean =>
  isStop(tokens[at - 1]) || CLAUSE_STARTS.has(tokens[at - 1]?.word ?? "");

/** Whether a clause ends before a token. */
export const endsClause = (tokens: readonly Token[], at: number): boolean =>
  isStop(tokens[at]) || CLAUSE_STARTS.has(tokens[at]?.word ?? "");

/** Where a sequence ends, and what it stands for. */
export interface Match<T> {
  readonly to: number;
  readonly value: T;
}

/** Finds the longest of many word sequences at a place. */
type Sequences<T> = (tokens: readonly Token[], at: number) => Match<T> | null;

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

/** Lower case, without accents: "Café" is "cafe". The same everywhere, whatever the language. */
export const foldAccents = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** Folded words with one blank between them, and none around: "Don't!" is "don t". */
export const foldWords = (text: string): string =>
  foldAccents(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A query and its tokens. Rules read the tokens; items quote the text. */
export interface Query {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A stretch of tokens; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An item, and where it begins in the query, in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly item: UnderstoodItem;
}

/** What a rule understood at a token. */
export interface Reading {
  readonly found: readonly Found[];
  /** Tokens that are not embedded with the rest. */
  readonly removed: readonly Stretch[];
  /** Where to read on. */
  readonly to: number;
}

/** Understood from a stretch of tokens. */
export function found<Kind extends keyof UnderstoodLabels>(
  { text, tokens }: Query,
  { from, to }: Stretch,
  kind: Kind,
  label: UnderstoodLabels[Kind],
): Found {
  const start = tokens[from]?.start ?? 0;
  // A union member, which TypeScript cannot tell from a generic kind.
  const item = { kind, text: text.slice(start, tokens[to - 1]?.end), label } as UnderstoodItem;
  return { start, item };
}

/** The words of a stretch, spelled as they were understood. */
export function render({ text, tokens }: Query, from: number, to: number): string {
  let rendered = "";
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const before = tokens[i - 1];
    const isApart = i > from && before !== undefined && before.end < token.start;
    rendered += (isApart ? " " : "") + (token.spelled ?? text.slice(token.start, token.end));
  }
  return rendered;
}
