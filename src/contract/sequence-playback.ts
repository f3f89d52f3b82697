import * as v from "valibot";
import { seconds } from "./values.ts";

/** Where the playback of the open sequence begins. */
export const PlayRequestSchema = v.object({
  /** Seconds from the beginning of the sequence. */
  from: seconds,
});
/** See `PlayRequestSchema`. */
export type PlayRequest = v.InferOutput<typeof PlayRequestSchema>;

/** How the playback of the open sequence stands at the moment of telling. */
export const SequencePlaybackSchema = v.object({
  isPlaying: v.boolean(),
  /** Where it is, or where it stopped, in seconds from the beginning of the sequence. */
  at: seconds,
  /** Length of a frame in seconds: how far music and picture may be apart. */
  frame: v.pipe(v.number(), v.minValue(0.001), v.maxValue(1)),
});
/** See `SequencePlaybackSchema`. */
export type SequencePlayback = v.InferOutput<typeof SequencePlaybackSchema>;
