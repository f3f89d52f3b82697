import { trackEvidence, type Track } from "../../contract/track.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import { sectionVector, type SectionIndex } from "../index/section-index.ts";
import { dot, presence } from "./reasons.ts";
import { foldWords } from "./understand/tokens.ts";

/** Numbers of the tracks whose tags name a concept. */
export type TagSearch = (concept: string) => readonly number[];

/**
 * Prepares to look for tags: "strings" is named by "string", "synth strings" and "cellos", but not
 * by "no strings". Tags are gathered when the first concept is asked for.
 */
export function createTagSearch(tracks: readonly Pick<Track, "tags">[]): TagSearch {
  let byTag: ReadonlyMap<string, readonly number[]> | undefined;
  return (concept) => {
    byTag ??= gather(tracks);
    const names = [concept, ...(FAMILIES.get(concept) ?? [])].map(nameOf);
    return [...byTag].flatMap(([tag, those]) =>
      names.some((name) => tag === name || tag.endsWith(` ${name}`)) ? those : [],
    );
  };
}

function gather(tracks: readonly Pick<Track, "tags">[]): Map<string, number[]> {
  const byTag = new Map<string, number[]>();
  // A library has many tracks and few different tags.
  const names = new Map<string, string>();
  const nameOnce = (tag: string): string => {
    const name = names.get(tag) ?? nameOf(tag);
    names.set(tag, name);
    return name;
  };
  tracks.forEach(({ tags }, t) => {
    for (const tag of new Set(tags.map(nameOnce))) {
      if (tag.startsWith("no ")) continue;
      const those = byTag.get(tag) ?? [];
      those.push(t);
      byTag.set(tag, those);
    }
  });
  return byTag;
}

/** Folded, in the singular: "Electric Guitars" is "electric guitar". */
function nameOf(text: string): string {
  const folded = foldWords(text);
  return folded.endsWith("s") && !folded.endsWith("ss") ? folded.slice(0, -1) : folded;
}

/** What each concept takes in: who wants no strings, wants no cello. */
export const FAMILIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["vocals", ["voice", "singer", "vocalist", "choir"]],
  ["choir", ["voices"]],
  ["drums", ["drum", "kit", "drumset", "beats"]],
  [
    "percussion",
    ["drum", "kit", "drumset", "congas", "bongos", "timbales", "shaker", "tambourine"],
  ],
  ["strings", ["violin", "viola", "cello", "string section", "string ensemble"]],
  ["brass", ["trumpet", "trombone", "tuba", "french horn", "horn", "brass section"]],
  ["woodwinds", ["flute", "clarinet", "oboe", "bassoon", "piccolo", "english horn"]],
  ["guitar", ["guitars"]],
  ["synth", ["synth lead", "synth keys", "analogue synths", "synth pads"]],
  ["saxophone", ["sax"]],
  ["electronic", ["electronica", "synths"]],
  ["sombre", ["somber"]],
  ["sad", ["sombre", "somber"]],
]);

/** Most tags that a track gets from its audio. */
const MOST_TAGS = 12;
/** A tag is more likely than not. */
export const LEAST_PRESENCE = 0.5;

/** A vocabulary word that is heard in a track. */
export interface HeardTag {
  readonly word: string;
  /** Probability that a section of the track has the tag, 0 to 1. */
  readonly presence: number;
}

/**
 * The tags of a track by its audio: the words whose mean presence in its sections is above one half,
 * at most twelve, the most probable first. None if the pack is not calibrated.
 * @param sections embedded from audio, each float32 [dimension]
 */
export function heardTags(vocabulary: Vocabulary, sections: readonly Float32Array[]): HeardTag[] {
  return vocabulary.words
    .map((word, w): HeardTag => ({ word, presence: meanPresence(vocabulary, w, sections) ?? 0 }))
    .filter((tag) => tag.presence > LEAST_PRESENCE)
    .sort((a, b) => b.presence - a.presence)
    .slice(0, MOST_TAGS);
}

/** The same for a track of an index; none unless it was embedded from its audio alone. */
export function heardTagsOf(
  vocabulary: Vocabulary,
  index: SectionIndex,
  track: number,
): HeardTag[] {
  return heardTags(vocabulary, audioSections(index, track));
}

/** Whether a track is heard to have a tag; null if that cannot be told. */
export type Hearing = (track: number) => boolean | null;

/**
 * The probability that a section of a track has a tag; null if the pack does not hear that tag.
 * @param sections embedded from audio alone, each float32 [dimension]
 */
export function heardPresence(
  vocabulary: Vocabulary,
  tag: string,
  sections: readonly Float32Array[],
): number | null {
  return meanPresence(vocabulary, vocabulary.words.indexOf(tag), sections);
}

/** The mean presence of a word in sections, 0 to 1; null if it cannot be heard, or there are none. */
function meanPresence(
  vocabulary: Vocabulary,
  word: number,
  sections: readonly Float32Array[],
): number | null {
  const known = vocabulary.calibration?.[word] ?? null;
  if (known === null || sections.length === 0) return null;
  const vector = vectorOf(vocabulary, word);
  const sum = sections.reduce((all, section) => all + presence(dot(vector, section), known), 0);
  return sum / sections.length;
}

/** The embedding of a word, float32 [dimension]. */
export function vectorOf({ words, vectors }: Vocabulary, word: number): Float32Array {
  const dimension = vectors.length / words.length;
  return vectors.subarray(word * dimension, (word + 1) * dimension);
}

/** The sections of a track that was embedded from its audio alone; otherwise none. */
function audioSections(index: SectionIndex, track: number): Float32Array[] {
  const { [track]: known } = index.tracks;
  if (known === undefined || trackEvidence(known) !== "audio") return [];
  const from = index.firstSection[track] ?? 0;
  const to = index.firstSection[track + 1] ?? 0;
  return Array.from({ length: to - from }, (_, i) => sectionVector(index, from + i));
}
