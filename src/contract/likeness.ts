import * as v from "valibot";
import { SectionSchema } from "./track.ts";
import { text } from "./values.ts";

/** Most tracks and passages that one request can be like, or unlike. */
export const LIKENESS_LIMIT = 20;

/**
 * Music that the results are to be like: a track, or a passage of it. `reference`: a file that the
 * engine has heard (`Engine.hearReference`).
 */
export const LikenessSchema = v.object({
  of: v.variant("kind", [
    v.object({ kind: v.literal("track"), id: text(400), section: v.optional(SectionSchema) }),
    v.object({ kind: v.literal("reference"), id: text(100), section: v.optional(SectionSchema) }),
  ]),
  /** -1 to 1: how much it counts beside words, whose weight is 1; below 0: results are to be unlike it. */
  weight: v.pipe(v.number(), v.minValue(-1), v.maxValue(1)),
});
/** See `LikenessSchema`. */
export type Likeness = v.InferOutput<typeof LikenessSchema>;

const level = v.optional(v.pipe(v.number(), v.minValue(-1), v.maxValue(1)));

/**
 * By how much the results are to have more (up to 1) or less (down to -1) of something; 0 if left out.
 * Brightness is that of the mood, from dark to bright.
 */
export const LevelsSchema = v.object({ energy: level, density: level, brightness: level });
/** See `LevelsSchema`. */
export type Levels = v.InferOutput<typeof LevelsSchema>;

/** A file that the engine has heard so that results can be like it. It is kept in memory alone. */
export interface Reference {
  readonly id: string;
  /** Name of the file. */
  readonly name: string;
  /** Its length. */
  readonly seconds: number;
}
