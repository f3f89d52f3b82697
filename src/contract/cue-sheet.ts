import * as v from "valibot";
import { LicenceSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/** What is written into the project beside a track, so that its terms outlive a rename. */
export const TrackTagSchema = v.object({
  trackId: text(400),
  title: text(400),
  artist: text(400),
  licence: LicenceSchema,
});
export type TrackTag = v.InferOutput<typeof TrackTagSchema>;

/** One piece of music as it lies on the timeline. Times in seconds from the sequence's beginning. */
export const CueSheetRowSchema = v.object({
  ...TrackTagSchema.entries,
  /** Zero-based. */
  audioTrack: index,
  start: seconds,
  end: seconds,
  /** Where in the track it begins. */
  sourceStart: seconds,
});
export type CueSheetRow = v.InferOutput<typeof CueSheetRowSchema>;

/** The music of the open sequence, in the order in which it is heard. */
export const CueSheetSchema = v.object({
  sequence: text(1000),
  /** Frames a second. */
  frameRate: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1000)),
  /** Time code of the sequence's beginning, in seconds. */
  zero: v.pipe(v.number(), v.finite()),
  rows: v.pipe(v.array(CueSheetRowSchema), v.maxLength(5000)),
  /**
   * Clips that may be music of ours, but whose track is not known any more, by name or place; and
   * nested sequences, whose music is not listed.
   */
  untold: v.pipe(v.array(text(1000)), v.maxLength(200)),
});
export type CueSheet = v.InferOutput<typeof CueSheetSchema>;

/** A text that the editor keeps as a file, where they choose. */
export const TextFileSchema = v.object({
  name: v.pipe(text(200), v.regex(/^[^\\/:*?"<>|]+\.(csv|html|json|txt)$/, "must be a file name")),
  text: text(2_000_000),
});
export type TextFile = v.InferOutput<typeof TextFileSchema>;

/** Where it was kept; null when the editor changed their mind. */
export const SavedSchema = v.object({ path: v.nullable(text(4000)) });
export type Saved = v.InferOutput<typeof SavedSchema>;
