import * as v from "valibot";
import { LicenceSchema, LocalAudioSchema, SectionSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/** A stretch of a track to put on the timeline, with what the project keeps about the track. */
export const CueSchema = v.object({
  trackId: text(400),
  title: text(400),
  artist: text(400),
  licence: LicenceSchema,
  audio: LocalAudioSchema,
  /** The part of the track, in seconds from its beginning. */
  source: SectionSchema,
});
/** See `CueSchema`. */
export type Cue = v.InferOutput<typeof CueSchema>;

/**
 * The audio track for a cue. `music`: the one that `musicTrack` chooses; `new`: a new one below all
 * others; a number: that track, from 0. Nothing is ever overwritten on any of them.
 */
export const TargetTrackSchema = v.union([v.literal("music"), v.literal("new"), index]);
/** See `TargetTrackSchema`. */
export type TargetTrack = v.InferOutput<typeof TargetTrackSchema>;

/** A cue, and where to put it. */
export const InsertRequestSchema = v.object({
  cue: CueSchema,
  /** Seconds from the beginning of the sequence; null for the playhead. */
  at: v.nullable(seconds),
  track: TargetTrackSchema,
  /** Whether everything later, on all tracks, moves on by the length of the cue. */
  ripple: v.boolean(),
});
/** See `InsertRequestSchema`. */
export type InsertRequest = v.InferOutput<typeof InsertRequestSchema>;

/**
 * What the timeline holds after an insert, read back from it. Times in seconds from the beginning of
 * the sequence.
 */
export const InsertReportSchema = v.object({
  clipName: text(1000),
  /** Zero-based audio track. */
  audioTrack: index,
  start: seconds,
  end: seconds,
  /** How many other audio clips a ripple insert moved or split; 0 for any other insert. */
  pushed: index,
  /** How many times to undo; 1 wherever the host allows. */
  undoSteps: v.pipe(index, v.minValue(1)),
  /** Whether somebody speaks while it plays; left out where the host does not know. */
  speech: v.optional(v.boolean()),
  /** Sentences about what differs from the request, such as a shorter cue. */
  notes: v.pipe(v.array(text(1000)), v.maxLength(10)),
});
/** See `InsertReportSchema`. */
export type InsertReport = v.InferOutput<typeof InsertReportSchema>;
