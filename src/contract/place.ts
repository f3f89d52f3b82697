import * as v from "valibot";
import { SectionSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/**
 * Where the editor is working. A handful of calls into the host whatever the timeline holds, so
 * the panel may ask for it all the time. Times in seconds from the sequence's beginning.
 */
export const PlaceSchema = v.object({
  /** Null when no sequence is open. */
  sequence: v.nullable(
    v.object({
      name: text(1000),
      seconds,
      playhead: seconds,
      /** In and out point, when both are set. */
      range: v.nullable(SectionSchema),
      /** How many audio tracks there are: A1 is the first. */
      audioTracks: index,
    }),
  ),
});
export type Place = v.InferOutput<typeof PlaceSchema>;
