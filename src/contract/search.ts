import * as v from "valibot";
import type { Device } from "./engine.ts";
import {
  SearchFiltersSchema,
  type Facets,
  type FilterName,
  type SearchFilters,
} from "./filters.ts";
import {
  LevelsSchema,
  LIKENESS_LIMIT,
  LikenessSchema,
  type Levels,
  type Likeness,
} from "./likeness.ts";
import { isLocal, type LocalTrack, type Section, type Track } from "./track.ts";
import { LiteralSchema, type Understood } from "./understanding.ts";

/**
 * Longest query, in UTF-16 units, that is searched for; the engine ignores the rest. The text tower
 * reads far less, but tokenising takes time in proportion to all of it.
 */
export const QUERY_LIMIT = 2000;

/** Most results that one answer holds; `Engine.results` gives those after them. */
export const RESULT_LIMIT = 10_000;

/** What to search for. */
export interface SearchRequest {
  /**
   * The scene in the editor's words. Blanks around it do not count. If it is blank, the rest of the
   * request decides; there must be `like`, `levels` or `filters` then.
   */
  readonly query: string;
  /** A second description, which is understood like the first. */
  readonly second?: {
    readonly query: string;
    /** 0 to 1: its share; the first description has the rest. */
    readonly weight: number;
  };
  /** Music that the results are to be like, or unlike; at most `LIKENESS_LIMIT`. */
  readonly like?: readonly Likeness[];
  readonly levels?: Levels;
  readonly filters?: SearchFilters;
  /** How many results, 1 to `RESULT_LIMIT`. */
  readonly limit: number;
  /**
   * Phrases of the descriptions that are to be read as plain words, at most `LITERAL_LIMIT`. The `text`
   * of an `UnderstoodItem` in it takes that item back.
   */
  readonly literal?: readonly string[];
}

/** Schema of a `SearchRequest`. */
export const SearchRequestSchema = v.object({
  query: v.string(),
  second: v.optional(
    v.object({ query: v.string(), weight: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  ),
  like: v.optional(v.pipe(v.array(LikenessSchema), v.maxLength(LIKENESS_LIMIT))),
  levels: v.optional(LevelsSchema),
  filters: v.optional(SearchFiltersSchema),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(RESULT_LIMIT)),
  literal: v.optional(LiteralSchema),
});

/** A track that fits, and where in it. */
export interface SearchResult {
  /** From 1, without gaps. */
  readonly rank: number;
  readonly track: Track;
  /**
   * How well it fits, in standard deviations from the mean of all sections with the same kind of
   * evidence (`engine/query/scores.ts`). With several packs: the fused score, 1 for the first place
   * in every pack (`engine/query/fuse.ts`). Comparable within one answer only.
   */
  readonly score: number;
  /**
   * The stretch that fits best, at most 30 seconds unless one section is longer; with the filter
   * `fits`, one of the length that was asked for.
   */
  readonly section: Section;
  /** At most three vocabulary words that are near both the query and the section, best first. */
  readonly why: readonly string[];
}

/** A result whose track can be played and laid on a timeline now. */
export type LocalResult = SearchResult & { readonly track: LocalTrack };

/** Whether the audio of a result's track is on this machine, as far as the index knows. */
export const isLocalResult = (result: SearchResult): result is LocalResult => isLocal(result.track);

/** How long an answer took, in milliseconds. */
export interface SearchTimings {
  /** Waiting for the engine to load; 0 once it is warm. */
  readonly load: number;
  /** Embedding the query. */
  readonly encode: number;
  /** Scanning, ranking and giving reasons. */
  readonly search: number;
}

/** What a search found, together with what was asked. */
export interface SearchAnswer {
  /** The request, as it was made. */
  readonly request: SearchRequest;
  /** Pack id, `name@version`; several are joined by " + ". */
  readonly pack: string;
  readonly device: Device;
  readonly ms: SearchTimings;
  /** What the descriptions were taken to say. */
  readonly understood: Understood;
  /** The first of the tracks that fit, best first: `request.limit` of them, or `total`. */
  readonly results: readonly SearchResult[];
  /** How many tracks fit what was understood, and the filters. */
  readonly total: number;
  readonly facets: Facets;
  /**
   * Where nothing is left because of the filters: the one without which most is left, and how many
   * tracks that would be. Null otherwise.
   */
  readonly emptiedBy: { readonly filter: FilterName; readonly leaves: number } | null;
  /** What could have been meant where the words fit nothing well; at most three, usually none. */
  readonly didYouMean: readonly string[];
}
