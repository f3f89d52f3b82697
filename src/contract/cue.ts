import * as v from "valibot";
import { LicenceSchema, LocalAudioSchema, SectionSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/** A stretch of a track that is to go on the timeline. */
export const CueSchema = v.object({
  trackId: text(400),
  title: text(400),
  artist: text(400),
  licence: LicenceSchema,
  audio: LocalAudioSchema,
  /** Which part of the track. */
  source: SectionSchema,
});
export type Cue = v.InferOutput<typeof CueSchema>;

/**
 * The audio track for a cue. `music`: the one that `musicTrack` names; `new`: one that is made
 * below all the others; a number: that very track, from 0. Nothing is ever overwritten on any.
 */
export const TargetTrackSchema = v.union([v.literal("music"), v.literal("new"), index]);
export type TargetTrack = v.InferOutput<typeof TargetTrackSchema>;

export const InsertRequestSchema = v.object({
  cue: CueSchema,
  /** Seconds from the sequence's beginning; null: at the playhead. */
  at: v.nullable(seconds),
  track: TargetTrackSchema,
  /** Push everything that lies later on by the length of the cue, on all tracks. */
  ripple: v.boolean(),
});
export type InsertRequest = v.InferOutput<typeof InsertRequestSchema>;

/** What the timeline really holds afterwards, read back from it. Times in seconds. */
export const InsertReportSchema = v.object({
  clipName: text(1000),
  /** Zero-based audio track. */
  audioTrack: index,
  start: seconds,
  end: seconds,
  /** How many other audio clips a ripple insert moved later or cut in two; 0 otherwise. */
  pushed: index,
  /** How many undo steps take it all back: 1 wherever the host allows. */
  undoSteps: v.pipe(index, v.minValue(1)),
  /** Whole sentences on what differs from what was asked, such as a shorter cue. */
  notes: v.pipe(v.array(text(1000)), v.maxLength(10)),
});
export type InsertReport = v.InferOutput<typeof InsertReportSchema>;
