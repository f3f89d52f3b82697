import { UsageError } from "../../contract/errors.ts";
import type { Likeness } from "../../contract/likeness.ts";
import { trackEvidence, type Section } from "../../contract/track.ts";
import type { SectionEmbedding } from "../encode/audio-tower.ts";
import { embeddingOf, placeOfSection, type JoinedIndex } from "../index/joined-index.ts";
import { weightedSum } from "./embed-query.ts";
import { AUDIO, KINDS } from "./scores.ts";

/** Files that were heard so that results can be like them. */
export interface References {
  has(id: string): boolean;
  /** Its sections as a pack embeds them; null if that pack has not heard it. */
  sectionsOf(id: string, pack: string): readonly SectionEmbedding[] | null;
}

/** No references. */
export const NO_REFERENCES: References = { has: () => false, sectionsOf: () => null };

/** What music a request can be like. */
export interface KnownMusic {
  /** Number of a track in the index. */
  readonly numberOf: (id: string) => number | undefined;
  readonly references: References;
}

/** Music to be like or unlike, as one pack embeds it. */
export interface Liked {
  /** At unit length, float32 [dimension]. */
  readonly vector: Float32Array;
  /** How much it counts beside words, whose weight is 1; above 0. */
  readonly weight: number;
  /** What it was embedded from. */
  readonly evidence: number;
}

/**
 * What a request is to be like, and unlike: each the weighted mean of the music named, which counts
 * for the sum of the weights. Music that the pack does not know is left out; null if none is left.
 */
export function likedIn(
  like: readonly Likeness[],
  index: JoinedIndex,
  music: KnownMusic,
): { readonly like: Liked | null; readonly unlike: Liked | null } {
  const known = like.flatMap((each) => {
    const found = musicOf(each, index, music);
    return found === null || each.weight === 0 ? [] : [{ ...found, weight: each.weight }];
  });
  return {
    like: joined(known.filter(({ weight }) => weight > 0)),
    unlike: joined(
      known.filter(({ weight }) => weight < 0).map((each) => ({ ...each, weight: -each.weight })),
    ),
  };
}

function joined(music: readonly Liked[]): Liked | null {
  const [first] = music;
  if (first === undefined) return null;
  return {
    vector: weightedSum(
      music.map(({ vector }) => vector),
      music,
    ),
    weight: music.reduce((sum, { weight }) => sum + weight, 0),
    evidence: first.evidence,
  };
}

/** The mean of the sections that are meant. */
function musicOf(
  { of }: Likeness,
  index: JoinedIndex,
  { numberOf, references }: KnownMusic,
): Omit<Liked, "weight"> | null {
  if (of.kind === "reference") {
    const sections = references.sectionsOf(of.id, index.pack) ?? [];
    const vectors = within(sections, of.section).map(({ embedding }) => embedding);
    return meanOf(vectors, AUDIO);
  }
  const number = numberOf(of.id);
  const { [number ?? -1]: track } = index.tracks;
  if (number === undefined || track === undefined) return null;
  const from = index.firstSection[number] ?? 0;
  const count = (index.firstSection[number + 1] ?? 0) - from;
  const sections = Array.from({ length: count }, (_, i) => {
    const { part, at } = placeOfSection(index, from + i);
    return { number: from + i, start: part.start[at] ?? 0, end: part.end[at] ?? 0 };
  });
  const vectors = within(sections, of.section).map((section) => embeddingOf(index, section.number));
  return meanOf(vectors, KINDS[trackEvidence(track)]);
}

const meanOf = (
  vectors: readonly Float32Array[],
  evidence: number,
): Omit<Liked, "weight"> | null =>
  vectors.length === 0
    ? null
    : {
        vector: weightedSum(
          vectors,
          vectors.map(() => ({ weight: 1 })),
        ),
        evidence,
      };

/** The sections whose middle lies in a passage, or else the one whose middle is nearest to its own. */
function within<S extends Section>(sections: readonly S[], passage: Section | undefined): S[] {
  if (passage === undefined) return [...sections];
  const middle = ({ start, end }: Section): number => (start + end) / 2;
  const inside = sections.filter(
    (section) => middle(section) >= passage.start && middle(section) < passage.end,
  );
  if (inside.length > 0) return inside;
  const distance = (section: Section): number => Math.abs(middle(section) - middle(passage));
  return [...sections].sort((a, b) => distance(a) - distance(b)).slice(0, 1);
}

/** @throws UsageError music that a request is to be like is not there */
export function checkLikeness(
  like: readonly Likeness[],
  isTrack: (id: string) => boolean,
  references: References,
): void {
  for (const { of } of like) {
    if (of.kind === "track" ? isTrack(of.id) : references.has(of.id)) continue;
    throw new UsageError(
      of.kind === "track"
        ? {
            what: "The track that the results should be like is not there.",
            input: of.id,
            next: "Search again without it: the index may have been replaced.",
          }
        : {
            what: "The reference file is not in memory any more.",
            input: of.id,
            next: "Drop the file on the panel again.",
          },
    );
  }
}
