import type { Track } from "../../contract/track.ts";
import type { PackVocabulary } from "../encode/vocabulary.ts";
import { foldWords } from "../query/understand/tokens.ts";

/** What a region of the map can be named after. */
const NAMING: ReadonlySet<string> = new Set(["genre", "mood", "use", "instrument"]);
/** Words that are true of music everywhere, and so name no region. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  ...[
    "soundtrack",
    "contemporary",
    "bass",
    "drums",
    "percussion",
    "acoustic",
    "electric",
    "guitar",
  ],
  ...["bright", "dark", "relaxed", "synth", "piano", "cool", "travel", "world"],
]);

/** How telling an instrument is beside a genre, a mood or a use: it is heard in many regions. */
const INSTRUMENT_WEIGHT = 0.6;

/** The words that can name a region. */
export interface LabelWords {
  of(track: Pick<Track, "tags">): readonly string[];
  /** How telling a word is, up to 1. */
  weightOf(word: string): number;
}

/** Prepares to name regions by tags that are words of the vocabulary for genre, mood, use or sound. */
export function createLabelWords({ words, kinds }: PackVocabulary): LabelWords {
  const naming = new Set(
    words.filter((word, w) => NAMING.has(kinds[w] ?? "") && !EVERYWHERE.has(word)),
  );
  const byTag = new Map<string, string | null>();
  const wordOf = (tag: string): string | null => {
    const known = byTag.get(tag);
    if (known !== undefined) return known;
    const folded = foldWords(tag);
    const singular = folded.endsWith("s") ? folded.slice(0, -1) : folded;
    const word = [folded, singular, `${folded}s`].find((form) => naming.has(form)) ?? null;
    byTag.set(tag, word);
    return word;
  };
  const kindOf = new Map(words.map((word, w) => [word, kinds[w]]));
  return {
    of: ({ tags }) => [...new Set(tags.map(wordOf))].filter((word) => word !== null),
    weightOf: (word) => (kindOf.get(word) === "instrument" ? INSTRUMENT_WEIGHT : 1),
  };
}
