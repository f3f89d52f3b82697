import * as v from "valibot";
import { index, text } from "./values.ts";

const ramp = v.pipe(v.number(), v.finite(), v.minValue(0.05), v.maxValue(5));

/** How to lower music under speech. */
export const DuckSettingsSchema = v.object({
  /** By how many decibels the music is lowered. */
  depth: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(40)),
  /** Seconds of the fade down, which ends when the speech begins. */
  attack: ramp,
  /** Seconds of the fade up, which begins when the speech ends. */
  release: ramp,
  /**
   * Audio tracks with speech, from 0. Null for those whose clips have a transcript; if there are
   * none, the plugin chooses (`dialogueTracks`).
   */
  dialogue: v.nullable(v.pipe(v.array(index), v.minLength(1), v.maxLength(100))),
});
/** See `DuckSettingsSchema`. */
export type DuckSettings = v.InferOutput<typeof DuckSettingsSchema>;

/** What the panel starts with: 12 dB down in 0.4 s, and up again in 0.8 s. */
export const DEFAULT_DUCKING: DuckSettings = {
  depth: 12,
  attack: 0.4,
  release: 0.8,
  dialogue: null,
};

/** What ducking changed. */
export const DuckReportSchema = v.object({
  /** Clips of music with new volume keyframes. */
  clips: index,
  /** How many times the music goes down, over all clips. */
  dips: index,
  /** How speech was found: by the words of transcripts, or by where clips lie. */
  basis: v.picklist(["transcript", "clips"]),
  /** Audio tracks that were taken for dialogue, from 0. */
  dialogue: v.array(index),
  /** Sentences about what else the editor should know. */
  notes: v.pipe(v.array(text(1000)), v.maxLength(10)),
});
/** See `DuckReportSchema`. */
export type DuckReport = v.InferOutput<typeof DuckReportSchema>;

/** What taking ducking away changed. */
export const UnduckReportSchema = v.object({
  /** Clips whose volume is as it was before ducking. */
  clips: index,
  /** Sentences about what else the editor should know. */
  notes: v.pipe(v.array(text(1000)), v.maxLength(10)),
});
/** See `UnduckReportSchema`. */
export type UnduckReport = v.InferOutput<typeof UnduckReportSchema>;
