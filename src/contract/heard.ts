import * as v from "valibot";
import { text } from "./values.ts";

const bpm = v.pipe(v.number(), v.minValue(1), v.maxValue(1000));
/** A probability. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const decibels = v.pipe(v.number(), v.minValue(-200), v.maxValue(100));

/**
 * What was heard in a track: facts by ear, each left out where it was not plain enough. They stand in
 * for facts that nobody has stated, and never replace them (see `shared/facts.ts`).
 */
export const HeardSchema = v.object({
  tempo: v.optional(
    v.object({
      /** Beats per minute. */
      bpm,
      /** Probability that this is the tempo, and not its half or its double. */
      confidence: share,
      /** The half or the double, if that is plausible too. */
      other: v.optional(bpm),
    }),
  ),
  bars: v.optional(
    v.object({
      beatsPerBar: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32)),
      /** The first beat of each bar, packed with BAR_DIGITS (see `shared/packed-times.ts`). */
      starts: text(8000),
    }),
  ),
  /** "C# minor". */
  key: v.optional(text(20)),
  /** Where parts begin, the first at 0, packed with PART_DIGITS; left out if there is one alone. */
  parts: v.optional(text(600)),
  loudness: v.optional(
    v.object({
      /** Integrated loudness in LUFS (EBU R 128). */
      integrated: decibels,
      /** Loudness range in LU (EBU Tech 3342). */
      range: decibels,
      /** The largest sample, in dB below full scale. */
      peak: decibels,
    }),
  ),
  /** The course of the loudness over the whole track; see `shared/energy-curve.ts`. */
  energy: v.optional(text(100)),
  /** Probability that somebody sings. */
  vocals: v.optional(share),
});
/** See `HeardSchema`. */
export type Heard = v.InferOutput<typeof HeardSchema>;
