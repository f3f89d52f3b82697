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
