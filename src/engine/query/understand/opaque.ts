import { found, type Found, type Query } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** Longest title that is looked for, in tokens, and most titles of one query. */
const LONGEST_TITLE = 12;
const MOST_TITLES = 8;

/** Quotation marks that open, and what closes each. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\u201c", "\u201d"],
  ["\u201e", "\u201c"],
  ["\u00ab", "\u00bb"],
]);

/** Makes tokens opaque that lie within one of `phrases`, wherever it occurs in the query. */
export function hideLiteral({ text, tokens }: Query, phrases: readonly string[]): Query {
  const covered = new Uint8Array(text.length);
  for (const phrase of phrases) {
    const length = Math.max(phrase.length, 1);
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + length)) {
      if (phrase === "") break;
      covered.fill(1, at, at + length);
    }
  }
  const isCovered = ({ start, end }: Token): boolean =>
    covered[start] === 1 && covered[end - 1] === 1;
  return { text, tokens: tokens.map((token) => (isCovered(token) ? hidden(token) : token)) };
}

/**
 * Makes quoted words opaque and drops the marks around them. Each quotation is a title to look for;
 * how many tracks have it is not known here.
 */
export function hideQuoted(query: Query): Query & { readonly found: readonly Found[] } {
  const tokens = [...query.tokens];
  const titles: Found[] = [];
  let open: number | null = null;
  query.tokens.forEach((token, i) => {
    if (open === null) {
      const isInches = query.tokens[i - 1]?.isNumber === true;
      if (QUOTES.has(token.word) && !isInches) open = i;
      return;
    }
    const from = open;
    if (QUOTES.get(query.tokens[from]?.word ?? "") !== token.word) return;
    open = null;
    const words = i - from - 1;
    if (words === 0 || words > LONGEST_TITLE || titles.length === MOST_TITLES) return;
    const [first, last] = [query.tokens[from + 1], query.tokens[i - 1]];
    const label = { words: query.text.slice(first?.start, last?.end), tracks: 0 };
    titles.push(found(query, { from, to: i + 1 }, "title", label));
    query.tokens.slice(from, i + 1).forEach((quoted, k) => {
      const isMark = k === 0 || from + k === i;
      tokens[from + k] = isMark ? { ...quoted, spelled: "" } : hidden(quoted);
    });
  });
  return { text: query.text, tokens, found: titles };
}

const hidden = (token: Token): Token => ({ ...token, word: "", isNumber: false });
