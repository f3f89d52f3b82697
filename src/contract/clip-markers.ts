import * as v from "valibot";
import { index, seconds, text } from "./values.ts";

/** Markers for the project item of a track, and so for every clip of it on any timeline. */
export const MarkRequestSchema = v.object({
  trackId: text(400),
  title: text(400),
  markers: v.pipe(
    v.array(
      v.object({
        name: text(200),
        /** Seconds from the track's beginning. */
        at: seconds,
        /** 0 for a moment. */
        seconds,
      }),
    ),
    v.minLength(1),
    v.maxLength(5000),
  ),
});
export type MarkRequest = v.InferOutput<typeof MarkRequestSchema>;

export const MarkReportSchema = v.object({
  added: index,
  /** Markers of that name that were at that place already; they are not set twice. */
  present: index,
  undoSteps: index,
});
export type MarkReport = v.InferOutput<typeof MarkReportSchema>;
