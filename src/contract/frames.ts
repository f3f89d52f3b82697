import * as v from "valibot";
import { seconds, text } from "./values.ts";

/** Most moments of a scene that pictures are taken of. */
export const MOMENT_LIMIT = 12;
/** Most pictures in one answer: every moment twice. */
export const FRAME_LIMIT = 2 * MOMENT_LIMIT;

/** How many pictures of the selected clips to take, as the sequence shows them. */
export const FramesRequestSchema = v.object({
  /** How many moments, spread evenly over the selection. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOMENT_LIMIT)),
  /** Length of the longer side in pixels. */
  size: v.pipe(v.number(), v.integer(), v.minValue(224), v.maxValue(336)),
  /**
   * Whether to take each moment twice, about 0.2 s apart and never across a cut, so that motion
   * shows. Costs twice the time; clips of less than 0.16 s give one picture all the same.
   */
  pairs: v.optional(v.boolean()),
});
/** See `FramesRequestSchema`. */
export type FramesRequest = v.InferOutput<typeof FramesRequestSchema>;

/** One picture. */
export const FrameSchema = v.object({
  /** Seconds from the beginning of the sequence. */
  at: seconds,
  /** Name of the clip that it shows. */
  clip: text(1000),
  /** JPEG was asked for; some hosts write PNG all the same. */
  type: v.picklist(["image/jpeg", "image/png"]),
  /** The file in base64, without line breaks. */
  data: text(1_000_000),
});
/** See `FrameSchema`. */
export type Frame = v.InferOutput<typeof FrameSchema>;

/** The pictures that were taken, in order of time. */
export const FramesSchema = v.object({
  frames: v.pipe(v.array(FrameSchema), v.maxLength(FRAME_LIMIT)),
  /** Sentences about pictures that are missing. */
  notes: v.pipe(v.array(text(1000)), v.maxLength(FRAME_LIMIT)),
});
/** See `FramesSchema`. */
export type Frames = v.InferOutput<typeof FramesSchema>;
