import * as v from "valibot";
import { index, seconds, text } from "./values.ts";

/** Markers to set on the project item of a track; every clip of it, on any timeline, shows them. */
export const MarkRequestSchema = v.object({
  /** Id of a track that was laid on a timeline of this project. */
  trackId: text(400),
  /** For messages. */
  title: text(400),
  markers: v.pipe(
    v.array(
      v.object({
        name: text(200),
        /** Seconds from the track's beginning. */
        at: seconds,
        /** Its length; 0 for a moment. */
        seconds,
      }),
    ),
    v.minLength(1),
    v.maxLength(5000),
  ),
});
/** See `MarkRequestSchema`. */
export type MarkRequest = v.InferOutput<typeof MarkRequestSchema>;

/** How many markers were set, read back from the project. */
export const MarkReportSchema = v.object({
  added: index,
  /** Markers of the same name that were already at the same place; they are not set twice. */
  present: index,
  /** How many times to undo; 0 if nothing was added. */
  undoSteps: index,
});
/** See `MarkReportSchema`. */
export type MarkReport = v.InferOutput<typeof MarkReportSchema>;
