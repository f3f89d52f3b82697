import * as v from "valibot";
import type { ConversionSource, WavSink } from "./conversion.ts";
import { SectionSchema, StructureSchema } from "./track.ts";
import { seconds, text } from "./values.ts";

/** Most hit points of one fit. */
export const HIT_LIMIT = 50;
/** Shortest and longest music that is fitted, in seconds. */
export const SHORTEST_FIT = 1;
export const LONGEST_FIT = 3600;

/** What a track is to be re-edited to. */
export const FitRequestSchema = v.object({
  /** Its length, a whole number of frames. */
  seconds: v.pipe(seconds, v.minValue(SHORTEST_FIT), v.maxValue(LONGEST_FIT)),
  /** Frames a second of the sequence. */
  frameRate: v.pipe(v.number(), v.minValue(1), v.maxValue(1000)),
  /** Where something is to happen in the music, in seconds from its beginning; ascending. */
  hits: v.pipe(v.array(seconds), v.maxLength(HIT_LIMIT)),
  /** Bars and sections of the track, stated or heard; null: they are to be heard now. */
  structure: v.nullable(StructureSchema),
});
/** See `FitRequestSchema`. */
export type FitRequest = v.InferOutput<typeof FitRequestSchema>;

/** A part of the track, and where it sounds. */
export const FittedPassageSchema = v.object({
  /** In seconds from the beginning of the track. */
  source: SectionSchema,
  /** In seconds from the beginning of the fit. */
  at: seconds,
});
/** See `FittedPassageSchema`. */
export type FittedPassage = v.InferOutput<typeof FittedPassageSchema>;

/** Where the music jumps from one place in the track to another. */
export const SeamSchema = v.object({
  /** In seconds from the beginning of the fit: the bar line that both places share. */
  at: seconds,
  /** Where in the track the music leaves, and where it goes on. */
  from: seconds,
  to: seconds,
  /** Length of the crossfade, in seconds; it ends at `at`. */
  crossfade: seconds,
  /** How long what leaves rings on under what comes, in seconds from `at` on; 0 where nothing would be missed. */
  ring: seconds,
  /** How alike the music at both places is, 0 to 1. */
  ease: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});
/** See `SeamSchema`. */
export type Seam = v.InferOutput<typeof SeamSchema>;

/** A hit point, and what falls near it. */
export const FittedHitSchema = v.object({
  /** In seconds from the beginning of the fit, like `landed`. */
  wanted: seconds,
  /** Where the nearest moment of the music lands; null if there is none within a bar or so. */
  landed: v.nullable(seconds),
  /** What it is: "Chorus", "climax"; empty if there is none. */
  what: text(100),
});
/** See `FittedHitSchema`. */
export type FittedHit = v.InferOutput<typeof FittedHitSchema>;

/** A re-edit of a track: passages one after another, never faster or slower. */
export const FitSchema = v.object({
  /**
   * `edited`: with jumps, or begun within the track, on its beats; `whole`: the track as it is fills the
   * length; `start`: its beginning, faded out; `end`: its end, faded in.
   */
  kind: v.picklist(["edited", "whole", "start", "end"]),
  /** Exactly as was asked for. */
  seconds,
  frameRate: v.pipe(v.number(), v.minValue(1)),
  /** In order; each begins where the one before ends, crossfades aside. */
  passages: v.pipe(v.array(FittedPassageSchema), v.minLength(1), v.maxLength(1000)),
  seams: v.pipe(v.array(SeamSchema), v.maxLength(1000)),
  hits: v.pipe(v.array(FittedHitSchema), v.maxLength(HIT_LIMIT)),
  /** Whether the music comes to the track's own end. */
  hasEnding: v.boolean(),
  /** Fades at the beginning and the end, in seconds; 0 for none. */
  fadeIn: seconds,
  fadeOut: seconds,
});
/** See `FitSchema`. */
export type Fit = v.InferOutput<typeof FitSchema>;

/** What a track can be re-edited to. */
export interface FitAnswer {
  /** Best first, at least one. The first is `edited` or `whole` unless there is a `problem`. */
  readonly fits: readonly Fit[];
  /** Why the track cannot be re-edited to this length, as a sentence; null where it can. */
  readonly problem: string | null;
}

/** The part of the engine that re-edits music. */
export interface FitEngine {
  /**
   * Finds the best passages of a track that fill a length.
   * @param onProgress called with the share that is done, 0 to 1
   * @throws UsageError the request is malformed.
   * @throws AudioError the file cannot be decoded, or is too long to be re-edited.
   * @throws HostError the file cannot be read.
   */
  fit(
    source: ConversionSource,
    request: FitRequest,
    onProgress?: (done: number) => void,
  ): Promise<FitAnswer>;
  /**
   * Plays a fit into a WAV file, with its crossfades; of exactly its length.
   * @throws what `fit` throws
   * @throws HostError the sink takes no more.
   */
  renderFit(source: ConversionSource, fit: Fit, sink: WavSink): Promise<void>;
}
