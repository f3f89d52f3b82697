import {
  QUERY_LIMIT,
  type SearchAnswer,
  type SearchRequest,
  type SearchResult,
} from "../../contract/engine.ts";
import { EmptyQueryError, UsageError } from "../../contract/errors.ts";
import type { Device } from "../../contract/engine.ts";
import { isLocal } from "../../contract/track.ts";
import type { TextTower } from "../encode/text-tower.ts";
import { cut } from "../encode/tokenizer.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { bestSection } from "./best-section.ts";
import { evidenceOf, standardise } from "./evidence.ts";
import { rankTracks, scoreTracks } from "./rank.ts";
import { prepareReasons } from "./reasons.ts";
import { createScanner } from "./scan.ts";

const MOST_RESULTS = 100;

export interface SearchParts {
  readonly index: SectionIndex;
  readonly tower: TextTower;
  readonly vocabulary: Vocabulary;
  readonly device: Device;
}

export interface Searcher {
  /**
   * Answers a request; `ms.load` is 0. Searches may overlap.
   * @throws EmptyQueryError the query is blank. @throws UsageError the limit is not 1 to 100.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** The same without the text tower: the tracks nearest to an embedding. */
  find(query: Float32Array, request: Omit<SearchRequest, "query">): SearchResult[];
}

export function createSearcher({ index, tower, vocabulary, device }: SearchParts): Searcher {
  const evidence = evidenceOf(index);
  const reasonsFor = prepareReasons(vocabulary, index, evidence);
  const scan = createScanner(index);
  // One for all searches: nothing else runs between a scan and the reading of its scores.
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

  async function search({ query, ...request }: SearchRequest): Promise<SearchAnswer> {
    const { limit } = request;
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST_RESULTS) {
      throw new UsageError({
        what: `Asked for ${limit} results.`,
        next: `Ask for 1 to ${MOST_RESULTS} results.`,
      });
    }
    // A page of blanks is cut only after it has been found blank.
    const text = cut(query.trim(), QUERY_LIMIT);
    if (text === "") {
      throw new EmptyQueryError({
        what: "There is nothing to search for.",
        next: "Describe the scene in a few words.",
      });
    }
    const begun = performance.now();
    const embedding = await tower.embed(text);
    const encoded = performance.now();
    const results = find(embedding, request);
    const found = performance.now();
    return {
      query: text,
      pack: index.pack,
      device,
      ms: { load: 0, encode: encoded - begun, search: found - encoded },
      results,
    };
  }
  return { search, find };
}

function at<T>(array: readonly T[], index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}
