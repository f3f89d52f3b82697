import * as v from "valibot";
import { SectionSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/**
 * Where the editor is working. Reading it takes a handful of calls, however much the timeline holds,
 * so the panel may do so at any time. Times in seconds from the beginning of the sequence.
 */
export const PlaceSchema = v.object({
  /** The open sequence; null if there is none. */
  sequence: v.nullable(
    v.object({
      name: text(1000),
      /** Its length. */
      seconds,
      playhead: seconds,
      /** In and out point; null unless both are set. */
      range: v.nullable(SectionSchema),
      /** Number of audio tracks. */
      audioTracks: index,
    }),
  ),
});
/** See `PlaceSchema`. */
export type Place = v.InferOutput<typeof PlaceSchema>;
