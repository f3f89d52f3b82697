import * as v from "valibot";
import { TrackTagSchema } from "./cue-sheet.ts";
import { ProjectSchema } from "./place.ts";
import { text } from "./values.ts";

/** Most tracks in a list: as many as a search can be kept to (`SearchFilters.tracks`). */
export const KEPT_LIMIT = 10_000;
/** Most tracks among the recent ones. */
export const RECENT_LIMIT = 200;
/** Most collections. */
export const COLLECTION_LIMIT = 500;
/** Longest name of a collection, in UTF-16 units. */
export const COLLECTION_NAME_LIMIT = 100;

/** A list of kept tracks: what follows the colon is the id of a project or of a collection. */
export type ListId = "favourites" | "recent" | `used:${string}` | `collection:${string}`;

const LIST_ID = /^(favourites|recent|used:.{1,400}|collection:[\w-]{1,100})$/s;
const ListIdSchema = v.custom<ListId>(
  (value) => typeof value === "string" && LIST_ID.test(value),
  "must name a list",
);

/** Milliseconds since 1970. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/**
 * A track in a list, with what is shown of it where no index holds it any more. A list has a track
 * once.
 */
export const KeptEntrySchema = v.object({
  list: ListIdSchema,
  tag: v.pipe(
    TrackTagSchema,
    v.check(({ trackId }) => trackId !== "", "the id of a track must not be empty"),
  ),
  /** When it was put there; for recent tracks, when it was last played or inserted. */
  at: moment,
});
/** See `KeptEntrySchema`. */
export type KeptEntry = v.InferOutput<typeof KeptEntrySchema>;

/** A list that the editor has made and named. */
export const CollectionSchema = v.object({
  id: v.pipe(text(100), v.regex(/^[\w-]+$/, "must be a plain id")),
  name: v.pipe(
    text(COLLECTION_NAME_LIMIT),
    v.check((name) => name.trim() !== "", "a collection must have a name"),
  ),
  /** The project that it belongs to; null: to all. */
  project: v.nullable(ProjectSchema),
  /** When it was made. */
  at: moment,
});
/** See `CollectionSchema`. */
export type Collection = v.InferOutput<typeof CollectionSchema>;

/** The version of the file that kept lists are exported to; see docs/versions.md. */
export const KEPT_FILE_VERSION = 1;

/**
 * The frame of an exported file. Its items are checked one by one, so that a bad one costs nothing
 * but itself: `collections` are `CollectionSchema`, `tracks` are `TrackTagSchema`, and `lists` are
 * `KeptFileListSchema`.
 */
export const KeptFileSchema = v.object({
  needledrop: v.literal("kept"),
  version: v.literal(KEPT_FILE_VERSION),
  collections: v.pipe(v.array(v.unknown()), v.maxLength(COLLECTION_LIMIT)),
  tracks: v.pipe(v.array(v.unknown()), v.maxLength(10 * KEPT_LIMIT)),
  lists: v.pipe(v.array(v.unknown()), v.maxLength(10 * COLLECTION_LIMIT)),
});
/** See `KeptFileSchema`. */
export type KeptFile = v.InferOutput<typeof KeptFileSchema>;

/** What a list holds, in an exported file: ids of its `tracks`. */
export const KeptFileListSchema = v.object({
  list: ListIdSchema,
  entries: v.pipe(v.array(v.unknown()), v.maxLength(KEPT_LIMIT)),
});
/** One of `KeptFileListSchema.entries`. */
export const KeptFileEntrySchema = v.object({ track: text(400), at: moment });
