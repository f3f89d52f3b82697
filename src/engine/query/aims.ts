import type { JoinedIndex } from "../index/joined-index.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import { directionOf, LEVEL_NAMES, type LevelName } from "./levels.ts";
import type { Liked } from "./liked.ts";
import { createScanner } from "./scan.ts";
import { penalise, standardise, type Unwanted } from "./scores.ts";

/** By how many deviations of the words a level of 1 counts. */
const LEVEL_WEIGHT = 1;

/** `standardise` sums exactly what is about as large as a cosine; a power of two rounds nothing. */
const SMALL = 1 / 8;

/** A request as a pack embeds it. All vectors are at unit length, float32 [dimension]. */
export interface EmbeddedQuery {
  /** The descriptions; null if there are none. */
  readonly words: Float32Array | null;
  readonly like: Liked | null;
  readonly unlike: Liked | null;
  /** From -1 to 1. */
  readonly levels: Readonly<Partial<Record<LevelName, number>>>;
  /** Music that is not wanted; see `penalise`. */
  readonly unwanted: readonly (Unwanted & { readonly vector: Float32Array })[];
  /** Whether the pack knows nothing of what is asked for, and so scores no track. */
  readonly isMute: boolean;
}

/** A request for nothing. */
export const NO_AIMS: EmbeddedQuery = {
  ...{ words: null, like: null, unlike: null },
  levels: {},
  unwanted: [],
  isMute: false,
};

/** Whether anything brings sections into an order. */
export const hasAims = ({ words, like, unlike, levels }: EmbeddedQuery): boolean =>
  words !== null || like !== null || unlike !== null || Object.keys(levels).length > 0;

/** Scores all sections for a request, float32 [S]; standardised, or all 0 if nothing is asked for. */
export type Aimer = (query: EmbeddedQuery) => Float32Array;

/**
 * Prepares to score sections. Words, music and levels are scored each by itself, standardised, and
 * added up, each with its weight: text lies nearer to text than to music, so their vectors do not add
 * up to one that lies between them (docs/decisions/likeness.md).
 * @param evidence see `evidenceOf`
 */
export function createAimer(
  index: JoinedIndex,
  vocabulary: Vocabulary,
  evidence: Uint8Array,
): Aimer {
  const scan = createScanner(index);
  // Read and written without a pause.
  const one = new Float32Array(evidence.length);
  const directions = new Map<LevelName, Float32Array | null>();

  function scored(vector: Float32Array, into: Float32Array): Float32Array {
    scan(vector, into);
    standardise(into, evidence);
    return into;
  }

  /** Directions are the same for every request, so their scores are kept. */
  function along(level: LevelName): Float32Array | null {
    const known = directions.get(level);
    if (known !== undefined) return known;
    const direction = directionOf(vocabulary, level);
    const scores = direction === null ? null : scored(direction, new Float32Array(one.length));
    directions.set(level, scores);
    return scores;
  }

  return (query) => {
    const { words, like, unlike, levels } = query;
    const sum = new Float32Array(one.length);
    let aims = 0;
    const add = (scores: Float32Array | null, weight: number): void => {
      if (scores === null || weight === 0) return;
      aims += 1;
      for (let s = 0; s < sum.length; s += 1) sum[s] = (sum[s] ?? 0) + weight * (scores[s] ?? 0);
    };
    if (words !== null) add(scored(words, one), 1);
    if (like !== null) add(scored(like.vector, one), like.weight);
    for (const level of LEVEL_NAMES) {
      const amount = levels[level] ?? 0;
      if (amount !== 0) add(along(level), amount * LEVEL_WEIGHT);
    }
    if (unlike !== null) {
      // To be far from one piece is no merit by itself, unless it is all that is asked for.
      if (aims === 0) add(scored(unlike.vector, one), -unlike.weight);
      else penalise(sum, scored(unlike.vector, one), unlike.weight);
    }
    if (aims > 1 || words === null || unlike !== null) {
      for (let s = 0; s < sum.length; s += 1) sum[s] = (sum[s] ?? 0) * SMALL;
      standardise(sum, evidence);
    }
    return sum;
  };
}
