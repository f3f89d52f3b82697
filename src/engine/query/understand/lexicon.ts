import type { PackVocabulary } from "../../encode/vocabulary.ts";
import type { WordKind } from "../../encode/pack-schema.ts";
import { EVERYDAY, SCENERY } from "./words/everyday.ts";
import { MUSIC_NAMES, MUSIC_QUALITIES } from "./words/music.ts";
import { SPELLED_RIGHT } from "./words/spelling.ts";
import { sequences, wordsOf, type Match } from "./sequences.ts";
import type { Token } from "./tokens.ts";

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
