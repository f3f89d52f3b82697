import { foldAccents } from "../fold.ts";
import { editDistance } from "./edit-distance.ts";
import type { Lexicon } from "./lexicon.ts";
import { found, type Found, type Query } from "./reading.ts";
import { isStop, isWord, tokenise, type Token } from "./tokens.ts";
import { ALIASES } from "./words/spelling.ts";

/** Shortest word that is corrected, and the shortest in which two letters may be wrong. */
const SHORT = 4;
const LONG = 8;
/** Unknown words of one query that are looked up; a query in another language has many. */
const MOST_LOOKUPS = 16;

/** A query with its words spelled right, and what was corrected. */
export interface SpelledQuery extends Query {
  readonly found: readonly Found[];
}

/**
 * Corrects words that neither tokenizer nor lexicon knows, if exactly one word is nearest: "romatic",
 * "hiphop". Names, numbers and parts of longer words stay as they are.
 */
export function correctSpelling({ text, tokens }: Query, lexicon: Lexicon): SpelledQuery {
  const corrections: Found[] = [];
  const corrected: Token[] = [];
  let lookups = 0;
  tokens.forEach((token, t) => {
    const isOpen = mayBeMisspelled(text, tokens, t) && !isKnown(token.word, lexicon);
    if (isOpen) lookups += 1;
    const words = isOpen && lookups <= MOST_LOOKUPS ? intended(token.word, lexicon) : null;
    if (words === null) {
      corrected.push(token);
      return;
    }
    corrections.push(found({ text, tokens }, { from: t, to: t + 1 }, "spelling", { words }));
    corrected.push(...respelled(token, words));
  });
  return { text, tokens: corrected, found: corrections };
}

/** The tokens of `words`, all where `token` was. Only the first is embedded, and as all of them. */
function respelled({ start, end }: Token, words: string): Token[] {
  return tokenise(words).map(({ word, isNumber }, i) => ({
    start: i === 0 ? start : end,
    end,
    word,
    isNumber,
    spelled: i === 0 ? words : "",
  }));
}

function mayBeMisspelled(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isWord(token) || token.word.length < SHORT) return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const joined =
    (before?.end === token.start && before.word !== "(") ||
    (after?.start === token.end && !isStop(after));
  const initial = text.charAt(token.start);
  const isName = initial !== initial.toLowerCase() && !SENTENCE_ENDS.has(before?.word ?? ".");
  return !joined && !isName;
}

const SENTENCE_ENDS = new Set([".", "!", "?"]);

function isKnown(word: string, lexicon: Lexicon): boolean {
  const plain = foldAccents(word);
  if (!/^[a-z]+$/.test(plain)) return true; // Another script, or with an apostrophe.
  return lexicon.knows(plain) || isInflected(plain, lexicon);
}

/** "harpists", "strummed", "dreamier": forms of words that are known. */
function isInflected(word: string, lexicon: Lexicon): boolean {
  return ENDINGS.some((ending) => {
    const stem = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || stem.length < SHORT - 1) return false;
    const isDoubled = ending !== "s" && stem.at(-1) === stem.at(-2);
    const doubled = isDoubled ? [stem.slice(0, -1)] : [];
    const withY = stem.endsWith("i") ? [`${stem.slice(0, -1)}y`] : [];
    return [stem, `${stem}e`, ...doubled, ...withY].some((form) => lexicon.knows(form));
  });
}

const ENDINGS = ["s", "es", "ed", "ing", "ly", "er", "ers", "est", "ist", "ists", "ish", "like"];

const AMBIGUOUS = "";

/** What an unknown word is meant for; null if nothing is near, or several words are. */
function intended(word: string, lexicon: Lexicon): string | null {
  const plain = foldAccents(word);
  const whole = ALIASES.get(plain) ?? lexicon.compound(plain);
  if (whole !== null) return whole;
  let best: string | null = null;
  let least = plain.length < LONG ? 1 : 2;
  for (const candidate of lexicon.candidates) {
    // Nobody mistypes the first letter as often as they mean another word: "strumming", "drumming".
    if (candidate.charAt(0) !== plain.charAt(0)) continue;
    const distance = editDistance(plain, candidate, least);
    if (distance > least) continue;
    // Two candidates at the same distance leave it open which is meant.
    best = distance === least && best !== null ? AMBIGUOUS : candidate;
    least = distance;
  }
  return best === AMBIGUOUS ? null : best;
}
