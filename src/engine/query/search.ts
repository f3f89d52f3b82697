import {
  RESULT_LIMIT,
  type Device,
  type SearchAnswer,
  type SearchRequest,
  type SearchResult,
} from "../../contract/engine.ts";
import { UsageError } from "../../contract/errors.ts";
import { isLocal } from "../../contract/track.ts";
import type { TextTower } from "../encode/text-tower.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { bestSection } from "./best-section.ts";
import { evidenceOf, standardise } from "./evidence.ts";
import { rankTracks, scoreTracks } from "./rank.ts";
import { prepareReasons } from "./reasons.ts";
import { createScanner } from "./scan.ts";

/** What a searcher is made of. */
export interface SearchParts {
  /** Made with the pack of `tower` and `vocabulary`. */
  readonly index: SectionIndex;
  readonly tower: TextTower;
  readonly vocabulary: Vocabulary;
  /** Where `tower` runs; answers report it. */
  readonly device: Device;
}

/** Answers sentences over one index. Open one with `openSearcher`. */
export interface Searcher {
  /**
   * Answers a request; `ms.load` is 0. Searches may overlap.
   * @throws EmptyQueryError the query is blank, or holds no readable text.
   * @throws UsageError the limit is not 1 to `RESULT_LIMIT`.
   * @throws DeviceError the device failed.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * The tracks nearest to an embedding, best first, without the text tower.
   * @param query L2-normalised, float32 [dimension]
   */
  find(query: Float32Array, request: Omit<SearchRequest, "query">): SearchResult[];
}

/**
 * Makes a searcher. It copies the index's vectors into the memory of the scan kernel, and measures
 * how near each vocabulary word usually is, so this takes longer than a search.
 */
export function createSearcher({ index, tower, vocabulary, device }: SearchParts): Searcher {
  const evidence = evidenceOf(index);
  const reasonsFor = prepareReasons(vocabulary, index, evidence);
  const scan = createScanner(index);
  // Shared by all searches, since `find` scans and reads the scores without a pause.
  const scores = new Float32Array(index.scale.length);

  function find(
    query: Float32Array,
    { limit, localOnly = false }: Omit<SearchRequest, "query">,
  ): SearchResult[] {
    scan(query, scores);
    standardise(scores, evidence);
    const trackScores = scoreTracks(index, scores);
    const reasons = reasonsFor(query);
    const wanted = localOnly ? (track: number) => isLocal(at(index.tracks, track)) : undefined;
    return rankTracks(index, trackScores, limit, wanted).map((track, place) => {
      const { section, stretch } = bestSection(index, scores, track);
      return {
        rank: place + 1,
        track: at(index.tracks, track),
        score: trackScores[track] ?? 0,
        section: stretch,
        why: reasons(section),
      };
    });
  }

  async function search(request: SearchRequest): Promise<SearchAnswer> {
    checkLimit(request.limit);
    const begun = performance.now();
    const embedding = await tower.embed(request.query.trim());
    const encoded = performance.now();
    const results = find(embedding, request);
    const found = performance.now();
    return {
      request,
      pack: index.pack,
      device,
      ms: { load: 0, encode: encoded - begun, search: found - encoded },
      results,
    };
  }
  return { search, find };
}

function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= RESULT_LIMIT) return;
  throw new UsageError({
    what: `Asked for ${limit} results.`,
    next: `Ask for 1 to ${RESULT_LIMIT} results.`,
  });
}

function at<T>(array: readonly T[], index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}
