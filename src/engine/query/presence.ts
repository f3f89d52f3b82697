import { trackEvidence } from "../../contract/track.ts";
import type { Calibration, Vocabulary } from "../encode/vocabulary.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { dot, sectionVector } from "./vectors.ts";

/** Most tags that a track gets from its audio. */
const MOST_TAGS = 12;
/** A tag is more likely than not. */
const LEAST_PRESENCE = 0.5;

/** A vocabulary word that is heard in a track. */
export interface HeardTag {
  readonly word: string;
  /** Probability that a section of the track has the tag, 0 to 1. */
  readonly presence: number;
}

/**
 * The probability that a section embedded from audio has a tag, as the pack calibrated it: logistic
 * regression on one number (Platt, Probabilistic outputs for support vector machines, 1999).
 * @param cosine of the section and the word
 */
export function presence(cosine: number, { scale, bias }: Calibration): number {
  return 1 / (1 + Math.exp(-(scale * cosine + bias)));
}

/**
 * The tags of a track by its audio: the words whose mean presence in its sections is above one half,
 * at most twelve, the most probable first. None if the pack is not calibrated.
 * @param sections embedded from audio, each float32 [dimension]
 */
export function heardTags(vocabulary: Vocabulary, sections: readonly Float32Array[]): HeardTag[] {
  const { words, vectors, calibration = [] } = vocabulary;
  const dimension = vectors.length / words.length;
  return words
    .map((word, w): HeardTag => {
      const known = calibration[w] ?? null;
      if (known === null || sections.length === 0) return { word, presence: 0 };
      const vector = vectors.subarray(w * dimension, (w + 1) * dimension);
      const sum = sections.reduce((all, section) => all + presence(dot(vector, section), known), 0);
      return { word, presence: sum / sections.length };
    })
    .filter((tag) => tag.presence > LEAST_PRESENCE)
    .sort((a, b) => b.presence - a.presence)
    .slice(0, MOST_TAGS);
}

/** The same for a track of an index; none if it was embedded from its metadata. */
export function heardTagsOf(
  vocabulary: Vocabulary,
  index: SectionIndex,
  track: number,
): HeardTag[] {
  const { [track]: known } = index.tracks;
  if (known === undefined || trackEvidence(known) !== "audio") return [];
  const from = index.firstSection[track] ?? 0;
  const to = index.firstSection[track + 1] ?? 0;
  const sections = Array.from({ length: to - from }, (_, i) => sectionVector(index, from + i));
  return heardTags(vocabulary, sections);
}
