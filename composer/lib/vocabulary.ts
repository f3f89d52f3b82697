import { readFileSync } from "node:fs";
import * as v from "valibot";

/** The kind of a tag. */
const tagKinds = [
  "genre",
  "mood",
  "instrument",
  "use",
  "tempo",
  "era",
  "texture",
  "feature",
] as const;
export type TagKind = (typeof tagKinds)[number];

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const coordinate = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));

const TagSchema = v.strictObject({
  tag: word,
  kind: v.picklist(tagKinds),
  /** Other words for the same thing. A mood's synonyms can replace it in a sentence. */
  synonyms: v.array(word),
  /** The tag of the same meaning among the 1,054 of the paper's data set (ECALS). */
  ecals: v.optional(word),
  /** A broader tag, true whenever this one is: "saxophone" for "alto saxophone". */
  broader: v.optional(word),
  /** Its form in a sentence (for a use: after "for"), if it differs from the tag. */
  phrase: v.optional(word),
  /** For a mood: from unpleasant (-1) to pleasant (1). */
  valence: v.optional(coordinate),
  /** For a mood: from calm (-1) to excited (1). */
  arousal: v.optional(coordinate),
  /** False if the tag cannot explain a result: absences, things most music has, things a list already shows. */
  reason: v.optional(v.literal(false)),
});
export type Tag = Readonly<v.InferOutput<typeof TagSchema>>;

/** A mood word and its feeling. */
export type Mood = Tag & { readonly valence: number; readonly arousal: number };

function isMood(tag: Tag): tag is Mood {
  return tag.valence !== undefined && tag.arousal !== undefined;
}

const VocabularySchema = v.pipe(
  v.strictObject({ tags: v.array(TagSchema) }),
  v.check(
    ({ tags }) => tags.every((tag) => isMood(tag) === (tag.kind === "mood")),
    "Every mood, and nothing else, has a valence and an arousal",
  ),
  v.check(({ tags }) => {
    const words = tags.flatMap(({ tag, synonyms }) => [tag, ...synonyms]);
    return new Set(words).size === words.length;
  }, "A word may stand only once, as a tag or as a synonym"),
  v.check(({ tags }) => {
    const known = new Set(tags.map(({ tag }) => tag));
    return tags.every(({ broader }) => broader === undefined || known.has(broader));
  }, "A broader tag must be a tag itself"),
);

/**
 * Parses a vocabulary.
 * @throws ValiError if it is malformed
 */
export function readVocabulary(text: string): readonly Tag[] {
  return v.parse(VocabularySchema, JSON.parse(text)).tags;
}

/** The composer's labels, with one spelling for each thing. */
export const vocabulary = readVocabulary(
  readFileSync(new URL("../vocabulary.json", import.meta.url), "utf8"),
);

const byWord = new Map(
  vocabulary.flatMap((tag) => [tag.tag, ...tag.synonyms].map((each) => [each, tag] as const)),
);

/** The tag of a word or synonym, in any case. */
export function tagOf(text: string): Tag | undefined {
  return byWord.get(text.toLowerCase());
}

/** The vocabulary's spelling of a word; unknown words stay as they are. */
export function spelled(text: string): string {
  return tagOf(text)?.tag ?? text;
}

/** The vocabulary's spelling of several words, without duplicates. */
export function spelledAll(words: readonly string[]): string[] {
  return [...new Set(words.map(spelled))];
}

/** The feeling of a mood word; undefined if the word is not a mood in the vocabulary. */
export function moodOf(text: string): Mood | undefined {
  const tag = tagOf(text);
  return tag && isMood(tag) ? tag : undefined;
}

/** These tags and their broader ones. */
export function withBroader(tags: readonly string[]): string[] {
  const found = new Set<string>();
  for (const tag of tags) {
    let at: string | undefined = tag;
    while (at !== undefined && !found.has(at)) {
      found.add(at);
      at = tagOf(at)?.broader;
    }
  }
  return [...found];
}
