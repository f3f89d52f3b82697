import type { Facets } from "../../contract/filters.ts";
import * as v from "valibot";
import { type Device } from "../../contract/engine.ts";
import {
  RESULT_LIMIT,
  type SearchAnswer,
  type SearchRequest,
  type SearchResult,
} from "../../contract/search.ts";
import { UsageError } from "../../contract/errors.ts";
import { LITERAL_LIMIT, LiteralSchema, type UnderstoodItem } from "../../contract/understanding.ts";
import type { TextTower } from "../encode/text-tower.ts";
import type { PackVocabulary, Vocabulary } from "../encode/vocabulary.ts";
import { placeOfTrack, type JoinedIndex } from "../index/joined-index.ts";
import { createTiers, rankTracks } from "./rank.ts";
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
  unwantedIn,
  VOCALS,
  type Unwanted,
} from "./scores.ts";
import { createHearing, createTagSearch, type Hearing } from "./tags.ts";
import { createLexicon } from "./understand/lexicon.ts";
import { understand, type Part, type Understanding } from "./understand/understand.ts";

const nothing = { counts: [], unknown: 0 };
export const NO_FACETS: Facets = {
  length: nothing,
  tempo: nothing,
  keys: nothing,
  energy: nothing,
  vocals: nothing,
  catalogues: nothing,
  licences: nothing,
  playable: 0,
};

/** What a searcher is made of. */
export interface SearchParts {
  /** Made with the pack of `tower` and `vocabulary`. */
  readonly index: JoinedIndex;
  readonly tower: TextTower;
  readonly vocabulary: PackVocabulary;
  /** Where `tower` runs; answers report it. */
  readonly device: Device;
}

/** Answers sentences over one index, or over several that are joined. Open one with `openSearcher`. */
export interface Searcher {
  /**
   * Answers a request; `ms.load` is 0. Searches may overlap.
   * @throws EmptyQueryError the query is blank, or holds no readable text.
   * @throws UsageError the limit is not 1 to `RESULT_LIMIT`, or `literal` is too long.
   * @throws DeviceError the device failed.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * The tracks nearest to an embedding, best first, without the text tower.
   * @param query L2-normalised, float32 [dimension]
   * @param beyond what is wanted beyond nearness; nothing unless given
   */
  find(
    query: Float32Array,
    request: Pick<SearchRequest, "limit" | "filters">,
    beyond?: BeyondNearness,
  ): SearchResult[];
}

/** A query as a pack embeds it: what is wanted, and what is not. */
export interface EmbeddedQuery {
  /** L2-normalised, float32 [dimension]. */
  readonly query: Float32Array;
  readonly unwanted: BeyondNearness["unwanted"];
}

/** The tracks of an index as a query scores them. It holds until the searcher scores again. */
export interface ScoredTracks {
  /** [tracks]; -Infinity for a track without sections. */
  readonly scores: Float64Array;
  /** What is found at a track, as a result of this rank. */
  resultOf(track: number, rank: number): SearchResult;
}

/** What one search over several packs needs of each; see `fuse.ts`. */
export interface SearcherInParts extends Searcher, Pick<SearchParts, "index" | "device"> {
  /** Whether a track is heard to be sung. */
  readonly hearsVoice: Hearing;
  /** What a request says, as far as this pack's words tell. @throws UsageError see `search` */
  understand(request: SearchRequest): Understanding;
  /** @throws EmptyQueryError, DeviceError see `search` */
  embed(understanding: Understanding): Promise<EmbeddedQuery>;
  score(embedded: EmbeddedQuery): ScoredTracks;
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
  const reasonsFor = prepareReasons(vocabulary, index, evidence);
  const scan = createScanner(index);
  const lexicon = createLexicon(vocabulary, (word) => tower.knows(word));
  const embedder = createEmbedder(tower, vocabulary);
  const tagged = createTagSearch(index.tracks);
  const hearsVoice = createHearing(vocabulary, index, VOCALS);
  const tiersOf = createTiers(index.tracks, hearsVoice);
  // Shared by all searches, since `find` scans and reads the scores without a pause.
  const scores = new Float32Array(evidence.length);
  const nearness = new Float32Array(evidence.length);

  function score({ query, unwanted }: EmbeddedQuery): ScoredTracks {
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
    const reasons = reasonsFor(
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
          why: reasons(before + section),
        };
      },
    };
  }

  function find(
    query: Float32Array,
    { limit, filters }: Pick<SearchRequest, "limit" | "filters">,
    { unwanted, tierOf }: BeyondNearness = { unwanted: [], tierOf: tiersOf([], filters).tierOf },
  ): SearchResult[] {
    const scored = score({ query, unwanted });
    return rankTracks(index, scored.scores, limit, tierOf).map((track, place) =>
      scored.resultOf(track, place + 1),
    );
  }

  function understandRequest(request: SearchRequest): Understanding {
    checkRequest(request);
    return understand(request.query.trim(), lexicon, request.literal);
  }

  const embed = async ({ parts: said, items }: Understanding): Promise<EmbeddedQuery> => ({
    query: await embedder.query(said),
    unwanted: await embedder.unwanted(items),
  });

  async function search(request: SearchRequest): Promise<SearchAnswer> {
    const begun = performance.now();
    const understanding = understandRequest(request);
    const { items, tierOf } = tiersOf(understanding.items, request.filters);
    const { query, unwanted } = await embed(understanding);
    const encoded = performance.now();
    const results = find(query, request, { unwanted, tierOf });
    const found = performance.now();
    return {
      request,
      pack: index.pack,
      device,
      ms: { load: 0, encode: encoded - begun, search: found - encoded },
      understood: { text: understanding.text, items },
      results,
      // Filled in by what is to come.
      total: results.length,
      facets: NO_FACETS,
      emptiedBy: null,
      didYouMean: [],
    };
  }
  return { search, find, index, device, hearsVoice, understand: understandRequest, embed, score };
}

function itemAt<T>(array: readonly T[], index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}

/**
 * Refuses a request that no search can answer.
 * @throws UsageError the limit is not 1 to `RESULT_LIMIT`, or `literal` is too long.
 */
function checkRequest({ limit, literal }: SearchRequest): void {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= RESULT_LIMIT)) {
    throw new UsageError({
      what: `Asked for ${limit} results.`,
      next: `Ask for 1 to ${RESULT_LIMIT} results.`,
    });
  }
  if (!v.is(v.optional(LiteralSchema), literal)) {
    throw new UsageError({
      what: "The phrases to be read as plain words are too many, or are no phrases.",
      next: `Give at most ${LITERAL_LIMIT} phrases of the query.`,
    });
  }
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
