import type { Device } from "../../contract/engine.ts";
import type { SearchRequest, SearchResult } from "../../contract/search.ts";
import { isOffered } from "../../contract/track.ts";
import type { UnderstoodItem } from "../../contract/understanding.ts";
import type { TextTower } from "../encode/text-tower.ts";
import type { PackVocabulary, Vocabulary } from "../encode/vocabulary.ts";
import { placeOfSection, placeOfTrack, type JoinedIndex } from "../index/joined-index.ts";
import { createAnswering, type Answering, type Ranker, type ScoredTracks } from "./answer.ts";
import { createEar } from "./ear.ts";
import { rankTracks } from "./rank.ts";
import { prepareReasons } from "./reasons.ts";
import { createScanner } from "./scan.ts";
import {
  bestSection,
  evidenceOf,
  handicap,
  handicapsOf,
  penalise,
  raiseTagged,
  scoreTracks,
  standardise,
  toSeconds,
  unwantedIn,
  type Unwanted,
} from "./scores.ts";
import { createTagSearch } from "./tags.ts";
import { Taken } from "./taken.ts";
import { typicalSection } from "./typical.ts";
import { createLexicon } from "./understand/lexicon.ts";
import { understand, type Part } from "./understand/understand.ts";

/** What a searcher is made of. */
export interface SearchParts {
  /** Made with the pack of `tower` and `vocabulary`. */
  readonly index: JoinedIndex;
  readonly tower: TextTower;
  readonly vocabulary: PackVocabulary;
  /** Where `tower` runs; answers report it. */
  readonly device: Device;
}

/** Answers requests over one index, or over several that are joined. Open one with `openSearcher`. */
export interface Searcher extends Answering {
  /**
   * The tracks nearest to an embedding, best first, without the text tower.
   * @param query L2-normalised, float32 [dimension]
   * @param beyond what is wanted beyond nearness; nothing unless given
   */
  find(
    query: Float32Array,
    request: Pick<SearchRequest, "limit">,
    beyond?: BeyondNearness,
  ): SearchResult[];
}

/** A query as a pack embeds it: what is wanted, and what is not. */
export interface EmbeddedQuery {
  /** L2-normalised, float32 [dimension]. */
  readonly query: Float32Array;
  readonly unwanted: BeyondNearness["unwanted"];
}

/** What one search over several packs needs of each; see `fuse.ts`. */
export interface SearcherInParts extends Searcher, Ranker<EmbeddedQuery> {
  readonly index: JoinedIndex;
}

/** What a search wants beyond tracks that are near its embedding. */
export interface BeyondNearness {
  /** Music that is not wanted: L2-normalised, float32 [dimension]; see `penalise`. */
  readonly unwanted: readonly (Unwanted & { readonly vector: Float32Array })[];
  /** See `rankTracks`. */
  readonly tierOf: (track: number) => number | null;
}

/**
 * Makes a searcher. It measures how near each vocabulary word usually is, so this takes longer than a
 * search.
 */
export function createSearcher(parts: SearchParts): SearcherInParts {
  const { index, tower, vocabulary, device } = parts;
  const evidence = evidenceOf(index);
  const handicaps = handicapsOf(index);
  const reasons = prepareReasons(vocabulary, index, evidence);
  const scan = createScanner(index);
  const lexicon = createLexicon(vocabulary, (word) => tower.knows(word));
  const embedder = createEmbedder(tower, vocabulary);
  const tagged = createTagSearch(index.tracks);
  const ear = createEar(vocabulary, index);
  // Read and written without a pause.
  const nearness = new Float32Array(evidence.length);

  function score({ query, unwanted }: EmbeddedQuery): ScoredTracks {
    const scores = new Float32Array(evidence.length);
    scan(query, scores);
    standardise(scores, evidence);
    handicap(scores, handicaps);
    for (const { concept, vector, strength } of unwanted) {
      scan(vector, nearness);
      standardise(nearness, evidence);
      raiseTagged(nearness, index, tagged(concept));
      penalise(scores, nearness, strength);
    }
    const trackScores = scoreTracks(index, scores);
    const why = reasons.nearBoth(
      query,
      unwanted.map(({ concept }) => concept),
    );
    return {
      scores: trackScores,
      resultOf: (track, rank) => {
        const { part, at } = placeOfTrack(index, track);
        const before = (index.firstSection[track] ?? 0) - (part.firstSection[at] ?? 0);
        const { section, stretch } = bestSection(part, scores.subarray(before), at);
        return {
          rank,
          track: itemAt(index.tracks, track),
          score: trackScores[track] ?? 0,
          section: stretch,
          why: why(before + section),
        };
      },
    };
  }

  function find(
    query: Float32Array,
    { limit }: Pick<SearchRequest, "limit">,
    { unwanted, tierOf }: BeyondNearness = { unwanted: [], tierOf: tierOfOffered },
  ): SearchResult[] {
    const { scores, resultOf } = score({ query, unwanted });
    const ranked = new Taken(rankTracks(index.tracks, scores, tierOf)).slice(0, limit);
    return ranked.map((track, place) => resultOf(track, place + 1));
  }
  const tierOfOffered = (t: number): number | null =>
    isOffered(itemAt(index.tracks, t)) ? 0 : null;

  function typical(track: number): Pick<SearchResult, "section" | "why"> | null {
    const section = typicalSection(index, track);
    if (section === null) return null;
    const { part, at } = placeOfSection(index, section);
    const stretch = { start: toSeconds(part.start[at]), end: toSeconds(part.end[at]) };
    return { section: stretch, why: reasons.present(section) };
  }

  const ranker: Ranker<EmbeddedQuery> = {
    tracks: index.tracks,
    ear,
    packId: index.pack,
    device,
    understand: ({ query, literal }) => understand(query.trim(), lexicon, literal),
    embed: async ({ parts: said, items }) => ({
      query: await embedder.query(said),
      unwanted: await embedder.unwanted(items),
    }),
    isScored: (_, t) => (index.firstSection[t + 1] ?? 0) > (index.firstSection[t] ?? 0),
    score,
    typical,
  };
  return { ...ranker, ...createAnswering(ranker), find, index };
}

function itemAt<T>(array: readonly T[], index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}

/** Embeds what was understood. All vectors are L2-normalised, float32 [dimension]. */
export interface QueryEmbedder {
  /**
   * The weighted sum of the parts' embeddings, normalised.
   * @throws EmptyQueryError a part is blank, or holds nothing readable.
   * @throws DeviceError the device failed.
   */
  query(parts: readonly Part[]): Promise<Float32Array>;
  /**
   * What is not wanted, with the strength of its penalty.
   * @throws DeviceError the device failed.
   */
  unwanted(
    items: readonly UnderstoodItem[],
  ): Promise<(Unwanted & { readonly vector: Float32Array })[]>;
}

/** Makes an embedder. The words of the vocabulary need no text tower, since the pack embeds them. */
export function createEmbedder(
  tower: Pick<TextTower, "embed">,
  { words, vectors }: Vocabulary,
): QueryEmbedder {
  const dimension = vectors.length / words.length;
  const numberOf = new Map(words.map((word, w) => [word, w]));

  async function embedConcept(concept: string): Promise<Float32Array> {
    const w = numberOf.get(concept);
    if (w === undefined) return tower.embed(concept);
    return vectors.slice(w * dimension, (w + 1) * dimension);
  }
  return {
    query: async (parts) => {
      const [only, ...more] = await Promise.all(parts.map(({ text }) => tower.embed(text)));
      if (only === undefined) throw new RangeError("a query has at least one part");
      return more.length === 0 ? only : weightedSum([only, ...more], parts);
    },
    unwanted: (items) =>
      Promise.all(
        unwantedIn({ items }).map(async (unwanted) => ({
          ...unwanted,
          vector: await embedConcept(unwanted.concept),
        })),
      ),
  };
}

/** The sum of unit vectors, each times its part's weight, at unit length. */
export function weightedSum(
  vectors: readonly Float32Array[],
  parts: readonly Pick<Part, "weight">[],
): Float32Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, p) => {
    const weight = parts[p]?.weight ?? 0;
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
  });
  const length = Math.sqrt(sum.reduce((squares, x) => squares + x * x, 0));
  return Float32Array.from(sum, (x) => (length > 0 ? x / length : 0));
}
