import type { Device } from "../../contract/engine.ts";
import { EmptyQueryError } from "../../contract/errors.ts";
import type { SearchFilters } from "../../contract/filters.ts";
import type { SearchAnswer, SearchRequest, SearchResult } from "../../contract/search.ts";
import type { Track } from "../../contract/track.ts";
import { createAdmission, numbersById } from "./admit.ts";
import { checkPlace, checkRequest } from "./check-request.ts";
import { createTitleSuggestions, MOST_SUGGESTIONS, type Suggest } from "./did-you-mean.ts";
import type { TrackEar } from "./ear.ts";
import { FILTER_NAMES } from "./filtering.ts";
import { checkLikeness, NO_REFERENCES, type KnownMusic, type References } from "./liked.ts";
import { rankTracks } from "./rank.ts";
import { withStretch } from "./stretches.ts";
import { Taken } from "./taken.ts";
import type { Understanding } from "./understand/understand.ts";

/** The tracks as a query scores them. */
export interface ScoredTracks {
  /** [tracks]; -Infinity for a track that has no score. */
  readonly scores: Float64Array;
  /** What is found at a track, as a result of this rank. */
  readonly resultOf: (track: number, rank: number) => SearchResult;
}

/** Scores tracks for requests: with one pack (`search.ts`), or with several (`fuse.ts`). */
export interface Ranker<Embedded> {
  readonly tracks: readonly Track[];
  readonly ear: TrackEar;
  /** See `SearchAnswer.pack`. */
  readonly packId: string;
  readonly device: Device;
  /** What the descriptions say, as far as the words of a pack tell; null if there are none. */
  understand(request: SearchRequest): Understanding | null;
  /** @throws EmptyQueryError, DeviceError see `Answering.search` */
  embed(
    understanding: Understanding | null,
    request: SearchRequest,
    known: KnownMusic,
  ): Promise<Embedded>;
  /** Whether `score` gives a track a score. */
  isScored(embedded: Embedded, track: number): boolean;
  /** @param tierOf null for tracks that are not listed */
  score(embedded: Embedded, tierOf: (track: number) => number | null): ScoredTracks;
  /** What the words of a description could have been meant for. */
  readonly suggest: Suggest;
  /** A track with the section that stands for it; null if it has no sections. */
  typical(track: number): Pick<SearchResult, "section" | "why"> | null;
}

/** Answers requests; see `contract/engine.ts`. */
export interface Answering {
  /**
   * Answers a request; `ms.load` is 0. Searches may overlap.
   * @throws EmptyQueryError there is nothing to search for, or the query holds no readable text.
   * @throws UsageError the request is malformed.
   * @throws DeviceError the device failed.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** See `Engine.results`. @throws what `search` throws */
  results(request: SearchRequest, from: number, count: number): Promise<SearchResult[]>;
  /** Which tracks a request admits, by number. @throws what `search` throws */
  admitted(request: SearchRequest): Promise<AdmittedTracks>;
  /** See `Engine.tracks`. */
  tracksById(ids: readonly string[]): (SearchResult | null)[];
}

/** The tracks that a request admits, by their numbers. */
export interface AdmittedTracks {
  /** The first of them, best first; fewer where they end. */
  first(count: number): readonly number[];
  admits(track: number): boolean;
}

/** A list of results that is made as far as it is read. */
interface Listed extends AdmittedTracks {
  /** The request that it answers, but for its limit. */
  readonly asked: string;
  slice(from: number, count: number): SearchResult[];
}

/** Prepares to answer. The list of the last answer is kept, so that more of it can be read. */
export function createAnswering<Embedded>(
  ranker: Ranker<Embedded>,
  references: References = NO_REFERENCES,
): Answering {
  const { tracks, ear, packId, device } = ranker;
  const admission = createAdmission(tracks, ear);
  const numberOf = numbersById(tracks);
  const suggestTitles = createTitleSuggestions(tracks);
  const suggestionsFor: Suggest = (...asked) =>
    [...new Set([...suggestTitles(...asked), ...ranker.suggest(...asked)])].slice(
      0,
      MOST_SUGGESTIONS,
    );
  let last: Listed | null = null;

  async function answer(unchecked: SearchRequest): Promise<SearchAnswer & { list: Listed }> {
    const begun = performance.now();
    const request = checkRequest(unchecked);
    const understanding = ranker.understand(request);
    const { like = [], filters = {} } = request;
    if (understanding === null && isForNothing(request)) throw empty();
    checkLikeness(like, (id) => numberOf(id) !== undefined, references);
    const embedded = await ranker.embed(understanding, request, { numberOf, references });
    const liked = new Set(like.flatMap(({ of, weight }) => (weight > 0 ? [of.id] : [])));
    const encoded = performance.now();
    const { items, tierOf, total, facets, emptiedBy } = admission.admit({
      items: understanding?.items ?? [],
      filters,
      isEligible: (t) => ranker.isScored(embedded, t) && !(liked.size > 0 && isIn(liked, t)),
    });
    const { scores, resultOf } = ranker.score(embedded, tierOf);
    const ranked = new Taken(rankTracks(tracks, scores, tierOf));
    const list: Listed = {
      asked: askedOf(request),
      slice: (from, count) =>
        ranked
          .slice(from, count)
          .map((track, i) => fitting(resultOf(track, from + i + 1), filters)),
      first: (count) => ranked.slice(0, count),
      admits: (track) => (scores[track] ?? -Infinity) > -Infinity && tierOf(track) !== null,
    };
    const results = list.slice(0, request.limit);
    const understood = { text: understanding?.text ?? "", items };
    const done = performance.now();
    return {
      list,
      request: unchecked,
      pack: packId,
      device,
      ms: { load: 0, encode: encoded - begun, search: done - encoded },
      understood,
      ...{ results, total, facets, emptiedBy },
      didYouMean: suggestionsFor(request, understood),
    };
  }

  /** A track that results are to be like is at hand already. */
  const isIn = (ids: ReadonlySet<string>, t: number): boolean => ids.has(tracks[t]?.id ?? "");

  async function search(request: SearchRequest): Promise<SearchAnswer> {
    const { list, ...found } = await answer(request);
    last = list;
    return found;
  }

  async function results(
    request: SearchRequest,
    from: number,
    count: number,
  ): Promise<SearchResult[]> {
    checkPlace(from, count);
    return (await admitted(request)).slice(from, count);
  }

  async function admitted(request: SearchRequest): Promise<Listed> {
    if (last?.asked !== askedOf(request)) last = (await answer({ ...request, limit: 1 })).list;
    return last;
  }

  function tracksById(ids: readonly string[]): (SearchResult | null)[] {
    return ids.map((id, i) => {
      const number = numberOf(id);
      const track = number === undefined ? undefined : tracks[number];
      const typical = number === undefined ? null : ranker.typical(number);
      return track === undefined || typical === null
        ? null
        : { rank: i + 1, track, score: 0, ...typical };
    });
  }
  return { search, results, admitted, tracksById };
}

const fitting = (result: SearchResult, { fits }: SearchFilters): SearchResult =>
  fits === undefined ? result : withStretch(result, fits);

/** Whether a request without words asks for nothing else either. */
const isForNothing = ({ like = [], levels = {}, filters = {} }: SearchRequest): boolean =>
  like.every(({ weight }) => weight === 0) &&
  Object.values(levels).every((amount) => amount === 0) &&
  FILTER_NAMES.every((name) => filters[name] === undefined || filters[name] === false);

const empty = (): EmptyQueryError =>
  new EmptyQueryError({
    what: "There is nothing to search for.",
    next: "Describe the scene in a few words.",
  });

/** What a request asks for, whatever its limit. */
const askedOf = (request: SearchRequest): string => JSON.stringify({ ...request, limit: 0 });
