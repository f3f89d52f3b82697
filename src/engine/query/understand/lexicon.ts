import type { WordKind } from "../../encode/pack-schema.ts";
import type { PackVocabulary } from "../../encode/vocabulary.ts";
import {
  foldAccents,
  found,
  isStop,
  isWord,
  sequences,
  tokenise,
  wordsOf,
  type Found,
  type Match,
  type Query,
  type Token,
} from "./tokens.ts";
import { EVERYDAY, MUSIC_NAMES, MUSIC_QUALITIES, SCENERY } from "./words/music.ts";
import { ALIASES, SPELLED_RIGHT } from "./words/spelling.ts";

/** How freely a musical phrase may stand in a sentence and still be taken for music. */
export type Freedom =
  /** Anywhere: "drums". */
  | "name"
  /** Where its clause ends: "happy", since "no happy ending" is a story. */
  | "quality"
  /** As a clause of its own: "house", since "there is no house" is a place. */
  | "everyday";

/** Something that music can be or contain. */
export interface Concept {
  /** What is embedded for it. */
  readonly name: string;
  readonly freedom: Freedom;
}

/** The words that the rules know. */
export interface Lexicon {
  /** The longest musical phrase that begins at a token, or null. */
  conceptAt(tokens: readonly Token[], at: number): Match<Concept> | null;
  /** Whether a word, in lower case, is spelled as it should be. */
  knows(word: string): boolean;
  /** Words that a misspelled one may be meant for. */
  readonly candidates: readonly string[];
  /** The phrase that a word is when its blanks and hyphens are put back, or null. */
  compound(word: string): string | null;
}

/**
 * Makes the lexicon of a pack: its vocabulary, and the reviewed words in `words/`.
 * @param isToken whether the tokenizer has a word whole
 */
export function createLexicon(
  { words, kinds }: Pick<PackVocabulary, "words" | "kinds">,
  isToken: (word: string) => boolean,
): Lexicon {
  const concepts = new Map<string, Concept>();
  const add = (phrase: string, name: string, freedom: Freedom): void => {
    const isEveryday = EVERYDAY.has(phrase);
    for (const form of freedom === "name" ? bothNumbers(phrase) : [phrase]) {
      if (concepts.has(form) || SCENERY.has(form)) continue;
      concepts.set(form, { name, freedom: isEveryday ? "everyday" : freedom });
    }
  };
  words.forEach((word, w) => add(word, word, freedomOf(kinds[w])));
  for (const [phrase, name] of MUSIC_NAMES) add(phrase, name, "name");
  for (const [phrase, name] of MUSIC_QUALITIES) add(phrase, name, "quality");

  const phrases = [...words, ...concepts.keys()];
  const compounds = new Map(
    phrases
      .map((phrase) => ({ phrase, parts: wordsOf(phrase) }))
      .filter(({ parts }) => parts.length > 1)
      .map(({ phrase, parts }) => [parts.join(""), phrase]),
  );
  const candidates = [...new Set(phrases.flatMap(wordsOf))].filter((word) =>
    /^\p{L}+$/u.test(word),
  );
  const spelled = new Set([...candidates, ...SPELLED_RIGHT]);
  return {
    conceptAt: sequences(concepts),
    knows: (word) => spelled.has(word) || isToken(word),
    candidates,
    compound: (word) => compounds.get(word) ?? null,
  };
}

function freedomOf(kind: WordKind | undefined): Freedom {
  switch (kind) {
    case "instrument":
    case "genre":
      return "name";
    case "use":
      return "everyday";
    default:
      return "quality";
  }
}

/** A phrase as it stands, and with its last word in the other number. */
function bothNumbers(phrase: string): string[] {
  if (/(?:ss|ch|sh|[xyz])$/.test(phrase)) return [phrase];
  return [phrase, phrase.endsWith("s") ? phrase.slice(0, -1) : `${phrase}s`];
}

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

/** Words of a query that neither tokenizer nor lexicon knows, at most as many as are looked up. */
export const unknownWords = ({ text, tokens }: Query, lexicon: Lexicon): Token[] =>
  tokens
    .filter(({ word }, t) => mayBeMisspelled(text, tokens, t) && !isKnown(word, lexicon))
    .slice(0, MOST_LOOKUPS);

/**
 * The known words that are nearest to an unknown one, in the order of the alphabet.
 * @param isFar whether one letter more may be wrong than in a word that is corrected
 */
export function nearestWords(word: string, lexicon: Lexicon, isFar: boolean): string[] {
  const plain = foldAccents(word);
  let least = (plain.length < LONG ? 1 : 2) + Number(isFar && plain.length > SHORT);
  let nearest: string[] = [];
  for (const candidate of lexicon.candidates) {
    if (candidate.charAt(0) !== plain.charAt(0)) continue;
    const distance = editDistance(plain, candidate, least);
    if (distance > least) continue;
    if (distance < least) nearest = [];
    least = distance;
    nearest.push(candidate);
  }
  return nearest.sort();
}

/**
 * Whether two words differ by at most `most` letters left out, put in, replaced, or swapped with
 * their neighbour (Damerau-Levenshtein distance, no letter changed twice). Gives the distance, or
 * `most + 1` for every greater one. Only cells near the diagonal are computed, at most
 * (2 most + 1) for each letter.
 */
export function editDistance(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i += 1) {
    const row = new Array<number>(b.length + 1).fill(far);
    row[0] = Math.min(i, far);
    let least = row[0];
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cell = Math.min(
        (last[j] ?? far) + 1,
        (row[j - 1] ?? far) + 1,
        (last[j - 1] ?? far) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? far) + 1 : far,
        far,
      );
      row[j] = cell;
      least = Math.min(least, cell);
    }
    if (least === far) return far;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? far;
}
