import * as v from "valibot";
import { seconds, text } from "./values.ts";

/** Pictures of the selected clips, as the sequence shows them. */
export const FramesRequestSchema = v.object({
  /** How many, spread over the selection. */
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  /** Pixels of the longer side. */
  size: v.pipe(v.number(), v.integer(), v.minValue(224), v.maxValue(336)),
});
export type FramesRequest = v.InferOutput<typeof FramesRequestSchema>;

export const FrameSchema = v.object({
  /** Seconds from the sequence's beginning. */
  at: seconds,
  /** Name of the clip it was taken from. */
  clip: text(1000),
  /** JPEG; PNG where the host wrote that whatever it was asked for. */
  type: v.picklist(["image/jpeg", "image/png"]),
  /** The file in base64, without line breaks. */
  data: text(1_000_000),
});
export type Frame = v.InferOutput<typeof FrameSchema>;

export const FramesSchema = v.object({
  frames: v.pipe(v.array(FrameSchema), v.maxLength(12)),
  /** Whole sentences on frames that did not come. */
  notes: v.pipe(v.array(text(1000)), v.maxLength(12)),
});
export type Frames = v.InferOutput<typeof FramesSchema>;
