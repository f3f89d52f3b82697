import * as v from "valibot";
import { CueSchema, InsertReportSchema, TargetTrackSchema } from "./cue.ts";
import { FittedPassageSchema } from "./fit.ts";
import { index, seconds } from "./values.ts";

/** Most clips that are laid in a row. */
export const ROW_LIMIT = 200;

/** Passages of one track to lay as clips in a row, each beginning where the one before ends. */
export const RowRequestSchema = v.object({
  /** The track; its `source` is the part that all passages lie in. */
  cue: CueSchema,
  /**
   * `at` counts from where the row begins, and lies on a frame. So does the length of each passage;
   * but where in the track it begins need not, since beats do not.
   */
  passages: v.pipe(v.array(FittedPassageSchema), v.minLength(1), v.maxLength(ROW_LIMIT)),
  /** Where the row begins, in seconds from the beginning of the sequence; null for the playhead. */
  at: v.nullable(seconds),
  track: TargetTrackSchema,
});
/** See `RowRequestSchema`. */
export type RowRequest = v.InferOutput<typeof RowRequestSchema>;

/** What the timeline holds after a row was laid, read back from it; start and end of the whole row. */
export const RowReportSchema = v.object({
  ...InsertReportSchema.entries,
  /** How many clips there are. */
  clips: v.pipe(index, v.minValue(1)),
});
/** See `RowReportSchema`. */
export type RowReport = v.InferOutput<typeof RowReportSchema>;

/** The part of the host that lays clips in a row. */
export interface RowHost {
  /**
   * Lays passages of a track as clips in a row on one audio track, in one undo step, overwrites
   * nothing, and reads every clip back.
   * @throws HostError as `EditorHost.insert` does; the timeline is then as it was before.
   */
  insertRow(request: RowRequest): Promise<RowReport>;
}
