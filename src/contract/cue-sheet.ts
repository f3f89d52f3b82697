import * as v from "valibot";
import { LicenceSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/** What the project keeps about a track, so that its licence is known even after a rename. */
export const TrackTagSchema = v.object({
  trackId: text(400),
  title: text(400),
  artist: text(400),
  licence: LicenceSchema,
});
/** See `TrackTagSchema`. */
export type TrackTag = v.InferOutput<typeof TrackTagSchema>;

/** A clip of music on the timeline. Times in seconds from the beginning of the sequence. */
export const CueSheetRowSchema = v.object({
  ...TrackTagSchema.entries,
  /** Zero-based audio track. */
  audioTrack: index,
  start: seconds,
  end: seconds,
  /** Where in the music the clip begins, in seconds. */
  sourceStart: seconds,
});
/** See `CueSheetRowSchema`. */
export type CueSheetRow = v.InferOutput<typeof CueSheetRowSchema>;

/** The music of the open sequence, in order of its start. */
export const CueSheetSchema = v.object({
  /** Name of the sequence. */
  sequence: text(1000),
  /** Frames per second. */
  frameRate: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1000)),
  /** Time code at which the sequence begins, in seconds. */
  zero: v.pipe(v.number(), v.finite()),
  rows: v.pipe(v.array(CueSheetRowSchema), v.maxLength(5000)),
  /**
   * Clips that may be Needledrop's music but whose track is no longer known, by name or place; and
   * nested sequences, since their music is not listed.
   */
  unidentified: v.pipe(v.array(text(1000)), v.maxLength(200)),
});
/** See `CueSheetSchema`. */
export type CueSheet = v.InferOutput<typeof CueSheetSchema>;

/** Longest text that is saved, in UTF-16 units. */
export const MAX_TEXT = 2_000_000;

/** A text to save as a file in a place that the editor chooses. */
export const TextFileSchema = v.object({
  /** Suggested file name, without a folder. */
  name: v.pipe(text(200), v.regex(/^[^\\/:*?"<>|]+\.(csv|html|json|txt)$/, "must be a file name")),
  text: text(MAX_TEXT),
});
/** See `TextFileSchema`. */
export type TextFile = v.InferOutput<typeof TextFileSchema>;

/** Where the file was saved; `path` is null if the editor cancelled. */
export const SavedSchema = v.object({ path: v.nullable(text(4000)) });
/** See `SavedSchema`. */
export type Saved = v.InferOutput<typeof SavedSchema>;
