import type { Track } from "../../src/contract/track.ts";
import { foldWords } from "../../src/engine/query/understand/tokens.ts";
import type { Scene } from "./scenes.ts";
import { sameAs } from "./synonyms.ts";

/** How well a track fits a scene: 0 not at all, 1 somewhat, 2 well, 3 in nearly all that is known of it. */
export type Grade = 0 | 1 | 2 | 3;

/** What tags say about a track. */
const KINDS = ["moods", "genres", "uses", "instruments", "tempo"] as const;
type Kind = (typeof KINDS)[number];

/** What the music is, rather than how it is played: no track fits by instruments and tempo alone. */
const CHARACTER: readonly Kind[] = ["moods", "genres", "uses"];

const TEMPO = {
  slow: ["slow", "very slow"],
  medium: ["medium tempo"],
  fast: ["fast", "upbeat"],
} as const;

/** The share of the kinds that must agree for grade 3; for grade 2 it is more than half. */
const NEARLY_ALL = 3 / 4;
const HALF = 1 / 2;

/** What is judged of a track. */
export type Judged = Pick<Track, "catalogue" | "tags">;

/**
 * The relevance of each track for a scene, [tracks], judged by its tags alone.
 *
 * A kind of tag (mood, genre, use, instruments, tempo) agrees if the track has one of the scene's words
 * of that kind, a synonym, or a tag that is more specific ("solo piano" for "piano"); of instruments
 * also one that is more general ("guitar" for "nylon guitar"). A kind counts only if the track's
 * catalogue has a track on which it agrees; otherwise the catalogue does not label it.
 *
 * - 0: none of mood, genre and use agrees, or the track has a tag that the scene avoids.
 * - 1: one of them agrees.
 * - 2: so do more than half of the kinds that count.
 * - 3: two of mood, genre and use agree, and three quarters of the kinds that count.
 */
export function gradeTracks(scene: Scene, tracks: readonly Judged[]): Grade[] {
  const wanted = wantedWords(scene);
  const unwanted = unwantedWords(scene, wanted);
  const named = tracks.map(({ tags }) => tags.map(nameOf).filter((tag) => !tag.startsWith("no ")));
  const agreeing = named.map((tags) => KINDS.filter((kind) => agrees(tags, kind, wanted[kind])));
  const labelled = new Map<string, Set<Kind>>();
  tracks.forEach(({ catalogue }, t) => {
    const kinds = labelled.get(catalogue) ?? new Set();
    for (const kind of agreeing[t] ?? []) kinds.add(kind);
    labelled.set(catalogue, kinds);
  });
  return tracks.map(({ catalogue }, t) => {
    if ((named[t] ?? []).some((tag) => isOneOf(tag, unwanted))) return 0;
    return gradeOf(agreeing[t] ?? [], labelled.get(catalogue)?.size ?? 0);
  });
}

function gradeOf(agreeing: readonly Kind[], counted: number): Grade {
  const character = agreeing.filter((kind) => CHARACTER.includes(kind)).length;
  const share = agreeing.length / counted;
  if (character >= 2 && share >= NEARLY_ALL) return 3;
  if (character >= 1 && share > HALF) return 2;
  return character >= 1 ? 1 : 0;
}

function wantedWords({ fits }: Scene): Record<Kind, readonly string[]> {
  return {
    moods: withSynonyms(fits.moods),
    genres: withSynonyms(fits.genres),
    uses: withSynonyms(fits.uses),
    instruments: withSynonyms(fits.instruments),
    tempo: TEMPO[fits.tempo].map(nameOf),
  };
}

/** Synonyms of what is avoided count unless they fit: "bright" fits although "cheerful" does not. */
function unwantedWords(
  { fits, avoid }: Scene,
  wanted: Record<Kind, readonly string[]>,
): readonly string[] {
  const fitting = new Set(Object.values(wanted).flat());
  const named = [...avoid, ...(fits.vocals === "none" ? ["vocals"] : [])];
  const exact = new Set(named.map(nameOf));
  return withSynonyms(named).filter((word) => exact.has(word) || !fitting.has(word));
}

const withSynonyms = (words: readonly string[]): readonly string[] => [
  ...new Set(words.flatMap(sameAs).map(nameOf)),
];

function agrees(tags: readonly string[], kind: Kind, words: readonly string[]): boolean {
  const general = kind === "instruments" ? words.map(lastWord) : [];
  return tags.some((tag) => isOneOf(tag, words) || general.includes(tag));
}

const isOneOf = (tag: string, words: readonly string[]): boolean =>
  words.some((word) => tag === word || tag.endsWith(` ${word}`));

const lastWord = (phrase: string): string => phrase.slice(phrase.lastIndexOf(" ") + 1);

/** Folded, in the singular: "Electric Guitars" is "electric guitar". */
function nameOf(text: string): string {
  const folded = foldWords(text);
  return folded.endsWith("s") && !folded.endsWith("ss") ? folded.slice(0, -1) : folded;
}
