import {
  type Device,
  type SearchAnswer,
  type SearchRequest,
  type SearchResult,
} from "../../contract/engine.ts";
import type { TextTower } from "../encode/text-tower.ts";
import type { PackVocabulary } from "../encode/vocabulary.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { bestSection } from "./best-section.ts";
import { checkRequest } from "./check-request.ts";
import { createEmbedder } from "./embed-query.ts";
import { evidenceOf, standardise } from "./evidence.ts";
import { rankTracks, scoreTracks } from "./rank.ts";
import { penalise, raiseTagged, type Unwanted } from "./penalty.ts";
import { prepareReasons } from "./reasons.ts";
import { createScanner } from "./scan.ts";
import { createTagSearch } from "./tagged.ts";
import { createTiers } from "./tiers.ts";
import { createTitleSearch } from "./titles.ts";
import { createLexicon } from "./understand/lexicon.ts";
import { understand } from "./understand/understand.ts";

/** What a searcher is made of. */
export interface SearchParts {
  /** Made with the pack of `tower` and `vocabulary`. */
  readonly index: SectionIndex;
  readonly tower: TextTower;
  readonly vocabulary: PackVocabulary;
  /** Where `tower` runs; answers report it. */
  readonly device: Device;
}

/** Answers sentences over one index. Open one with `openSearcher`. */
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
    request: Pick<SearchRequest, "limit" | "localOnly">,
    beyond?: BeyondNearness,
  ): SearchResult[];
}

/** What a search wants beyond tracks that are near its embedding. */
export interface BeyondNearness {
  /** Music that is not wanted: L2-normalised, float32 [dimension]; see `penalise`. */
  readonly unwanted: readonly (Unwanted & { readonly vector: Float32Array })[];
  /** See `rankTracks`. */
  readonly tierOf: (track: number) => number | null;
}

/**
 * Makes a searcher. It copies the index's vectors into the memory of the scan kernel, and measures
 * how near each vocabulary word usually is, so this takes longer than a search.
 */
export function createSearcher({ index, tower, vocabulary, device }: SearchParts): Searcher {
  const evidence = evidenceOf(index);
  const reasonsFor = prepareReasons(vocabulary, index, evidence);
  const scan = createScanner(index);
  const lexicon = createLexicon(vocabulary, (word) => tower.knows(word));
  const embedder = createEmbedder(tower, vocabulary);
  const tagged = createTagSearch(index.tracks);
  const tiersOf = createTiers(index.tracks, createTitleSearch(index.tracks));
  // Shared by all searches, since `find` scans and reads the scores without a pause.
  const scores = new Float32Array(index.scale.length);
  const nearness = new Float32Array(index.scale.length);

  function find(
    query: Float32Array,
    { limit, localOnly = false }: Pick<SearchRequest, "limit" | "localOnly">,
    { unwanted, tierOf }: BeyondNearness = { unwanted: [], tierOf: tiersOf([], localOnly).tierOf },
  ): SearchResult[] {
    scan(query, scores);
    standardise(scores, evidence);
    for (const { concept, vector, strength } of unwanted) {
      scan(vector, nearness);
      standardise(nearness, evidence, 0);
      raiseTagged(nearness, index, tagged(concept));
      penalise(scores, nearness, strength);
    }
    const trackScores = scoreTracks(index, scores);
    const reasons = reasonsFor(
      query,
      unwanted.map(({ concept }) => concept),
    );
    return rankTracks(index, trackScores, limit, tierOf).map((track, place) => {
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
    checkRequest(request);
    const begun = performance.now();
    const understanding = understand(request.query.trim(), lexicon, request.literal);
    const { items, tierOf } = tiersOf(understanding.items, request.localOnly ?? false);
    const query = await embedder.query(understanding.parts);
    const unwanted = await embedder.unwanted(items);
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
    };
  }
  return { search, find };
}

function at<T>(array: readonly T[], index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}
