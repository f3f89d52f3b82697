import * as v from "valibot";
import { EnergySchema, VocalsSchema } from "./hearing.ts";
import { text } from "./values.ts";

const bound = v.nullable(v.pipe(v.number(), v.finite()));
const span = v.object({ least: bound, most: bound });
const spans = v.pipe(v.array(span), v.maxLength(20));
const key = v.object({ tonic: text(2), mode: v.nullable(text(20)) });
/** Most tracks that a request can be kept to, or that can be asked for by id at a time. */
export const TRACK_LIMIT = 10_000;
/** Ids of tracks. */
export const TrackIdsSchema = v.pipe(v.array(text(400)), v.maxLength(TRACK_LIMIT));

/** A length that is to be filled, and how far off it music may be. Seconds. */
const FittingLengthSchema = v.object({
  seconds: v.pipe(v.number(), v.minValue(0.1), v.maxValue(86_400)),
  tolerance: v.pipe(v.number(), v.minValue(0), v.maxValue(60)),
});
/** See `FittingLengthSchema`. */
export type FittingLength = v.InferOutput<typeof FittingLengthSchema>;
/** What an editor cuts away or lets ring without another thought, in seconds. */
export const FIT_TOLERANCE = 0.5;

/**
 * What a track must be to be listed. Filters hold together; the values of one filter are
 * alternatives, and an empty list of them is no filter. Both ends of a span are included. A track
 * passes if it is stated or heard to fit. One of which nothing is known does not, and `Facets` counts
 * it apart.
 */
export const SearchFiltersSchema = v.object({
  /** Length of the whole track, in seconds. */
  length: v.optional(spans),
  /**
   * A length that the track has, or a stretch from the beginning of one of its sections to that of
   * another or to its end. That stretch is then the section of its result.
   */
  fits: v.optional(FittingLengthSchema),
  /** Beats per minute. */
  tempo: v.optional(spans),
  /** Whether half and double a tempo count too; false unless given. */
  octaves: v.optional(v.boolean()),
  /** A key without a mode admits all of its modes. */
  keys: v.optional(v.pipe(v.array(key), v.maxLength(30))),
  energy: v.optional(v.pipe(v.array(EnergySchema), v.maxLength(3))),
  vocals: v.optional(v.pipe(v.array(VocalsSchema), v.maxLength(4))),
  /** Names of catalogues. */
  catalogues: v.optional(v.pipe(v.array(text(100)), v.maxLength(100))),
  /** Ids of licences. */
  licences: v.optional(v.pipe(v.array(text(100)), v.maxLength(100))),
  /** Only tracks whose audio is on this machine; false unless given. */
  playable: v.optional(v.boolean()),
  /** Ids of tracks, as of a collection or of a region of the map; an empty list leaves nothing. */
  tracks: v.optional(TrackIdsSchema),
});
/** See `SearchFiltersSchema`. */
export type SearchFilters = v.InferOutput<typeof SearchFiltersSchema>;

/** What can be filtered by. `octaves` only says how `tempo` is meant. */
export type FilterName = Exclude<keyof SearchFilters, "octaves">;

/** The bands that `Facets` counts lengths in, in seconds. Both ends are included, as in a filter. */
export const LENGTH_BANDS = [
  { least: null, most: 60 },
  { least: 60, most: 120 },
  { least: 120, most: 180 },
  { least: 180, most: 300 },
  { least: 300, most: null },
] as const;

/** The bands that `Facets` counts tempos in, in beats per minute; the same holds of their ends. */
export const TEMPO_BANDS = [
  { least: null, most: 80 },
  { least: 80, most: 100 },
  { least: 100, most: 120 },
  { least: 120, most: 140 },
  { least: 140, most: null },
] as const;

/** How many tracks there are with a value, if the filters of other names hold. */
export interface FacetCount<Value> {
  readonly value: Value;
  readonly count: number;
}

/** One filter's values that occur, with their counts. */
export interface Facet<Value> {
  /** In the order in which they are offered. */
  readonly counts: readonly FacetCount<Value>[];
  /** How many tracks there are of which this is not known. */
  readonly unknown: number;
}

/** What the filters would leave, by value: what chips show. */
export interface Facets {
  /** One count for each of `LENGTH_BANDS`. */
  readonly length: Facet<v.InferOutput<typeof span>>;
  /** One count for each of `TEMPO_BANDS`, with half and double if `octaves` is set. */
  readonly tempo: Facet<v.InferOutput<typeof span>>;
  /** Keys that occur, by tonic and mode. */
  readonly keys: Facet<v.InferOutput<typeof key>>;
  readonly energy: Facet<v.InferOutput<typeof EnergySchema>>;
  readonly vocals: Facet<v.InferOutput<typeof VocalsSchema>>;
  /** Most frequent first. */
  readonly catalogues: Facet<string>;
  /** Ids, most frequent first. */
  readonly licences: Facet<string>;
  /** How many of the tracks are on this machine. */
  readonly playable: number;
}
