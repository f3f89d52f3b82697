import * as v from "valibot";
import { SectionSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/** The open project. */
export const ProjectSchema = v.object({
  /** The same after it was saved and opened again, as far as the application can say. */
  id: v.pipe(text(400), v.minLength(1)),
  name: text(1000),
});
/** See `ProjectSchema`. */
export type Project = v.InferOutput<typeof ProjectSchema>;

/**
 * Where the editor is working. Reading it takes a handful of calls, however much the timeline holds,
 * so the panel may do so at any time. Times in seconds from the beginning of the sequence.
 */
export const PlaceSchema = v.object({
  /** Null if none is open. */
  project: v.nullable(ProjectSchema),
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
