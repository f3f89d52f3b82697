import type { Device } from "../../contract/engine.ts";
import type { SearchRequest, SearchResult } from "../../contract/search.ts";
import { isOffered } from "../../contract/track.ts";
import type { TextTower } from "../encode/text-tower.ts";
import type { PackVocabulary } from "../encode/vocabulary.ts";
import { placeOfSection, placeOfTrack, type JoinedIndex } from "../index/joined-index.ts";
import { createAnswering, type Answering, type Ranker, type ScoredTracks } from "./answer.ts";
import { createWordSuggestions } from "./did-you-mean.ts";
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
} from "./scores.ts";
import { likedIn, type KnownMusic } from "./liked.ts";
import { createEmbedder } from "./embed-query.ts";
import { createAimer, hasAims, NO_AIMS, type EmbeddedQuery } from "./aims.ts";
import { understandBoth } from "./understand/descriptions.ts";
import { createTagSearch } from "./tags.ts";
import { Taken } from "./taken.ts";
import { typicalSection } from "./typical.ts";
import { createLexicon } from "./understand/lexicon.ts";
import type { Understanding } from "./understand/understand.ts";

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

/** What one search over several packs needs of each; see `fuse.ts`. */
export interface SearcherInParts extends Searcher, Ranker<EmbeddedQuery> {
  readonly index: JoinedIndex;
}

/** What a search wants beyond tracks that are near its embedding. */
export interface BeyondNearness {
  readonly unwanted: EmbeddedQuery["unwanted"];
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
  const aimer = createAimer(index, vocabulary, evidence);
  const lexicon = createLexicon(vocabulary, (word) => tower.knows(word));
  const embedder = createEmbedder(tower, vocabulary);
  const tagged = createTagSearch(index.tracks);
  const ear = createEar(vocabulary, index);
  // Read and written without a pause.
  const nearness = new Float32Array(evidence.length);

  function score(query: EmbeddedQuery): ScoredTracks {
    if (query.isMute) return NOT_SCORED;
    const { words, like, unwanted } = query;
    const scores = aimer(query);
    handicap(scores, handicaps);
    for (const { concept, vector, strength } of unwanted) {
      scan(vector, nearness);
      standardise(nearness, evidence);
      raiseTagged(nearness, index, tagged(concept));
      penalise(scores, nearness, strength);
    }
    const trackScores = scoreTracks(index, scores);
    const why = reasons.nearBoth(
      [
        ...(words === null ? [] : [{ vector: words, evidence: null }]),
        ...(like === null ? [] : [like]),
      ],
      unwanted.map(({ concept }) => concept),
    );
    const isOrdered = hasAims(query);
    return {
      scores: trackScores,
      resultOf: (track, rank) => {
        const known = itemAt(index.tracks, track);
        const stands = isOrdered ? null : typical(track);
        if (stands !== null)
          return { rank, track: known, score: trackScores[track] ?? 0, ...stands };
        const { part, at } = placeOfTrack(index, track);
        const before = (index.firstSection[track] ?? 0) - (part.firstSection[at] ?? 0);
        const { section, stretch } = bestSection(part, scores.subarray(before), at);
        return {
          rank,
          track: known,
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
    const { scores, resultOf } = score({ ...NO_AIMS, words: query, unwanted });
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

  async function embed(
    said: Understanding | null,
    { like: wanted = [], levels = {} }: SearchRequest,
    music: KnownMusic,
  ): Promise<EmbeddedQuery> {
    const { like, unlike } = likedIn(wanted, index, music);
    const asked = Object.entries(levels).filter(([, amount]) => amount !== 0);
    const isElse = like !== null || asked.length > 0;
    // Words that say what is not wanted, and no more, leave the rest of the request to decide.
    const words =
      said === null || (said.isOpen && isElse) ? null : await embedder.query(said.parts);
    const unwanted = said === null ? [] : await embedder.unwanted(said.items);
    const query = { words, like, unlike, levels: Object.fromEntries(asked), unwanted };
    return { ...query, isMute: wanted.length > 0 && !hasAims({ ...query, isMute: false }) };
  }

  const ranker: Ranker<EmbeddedQuery> = {
    tracks: index.tracks,
    ear,
    packId: index.pack,
    device,
    understand: (request) => understandBoth(request, lexicon),
    embed,
    isScored: ({ isMute }, t) =>
      !isMute && (index.firstSection[t + 1] ?? 0) > (index.firstSection[t] ?? 0),
    score,
    suggest: createWordSuggestions(lexicon),
    typical,
  };
  return { ...ranker, ...createAnswering(ranker), find, index };
}

/** Of a pack that knows nothing of what is asked for. */
const NOT_SCORED: ScoredTracks = {
  scores: new Float64Array(0),
  resultOf: () => {
    throw new RangeError("nothing was scored");
  },
};

function itemAt<T>(array: readonly T[], index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}
