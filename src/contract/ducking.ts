import * as v from "valibot";
import { index, text } from "./values.ts";

const ramp = v.pipe(v.number(), v.finite(), v.minValue(0.05), v.maxValue(5));

export const DuckSettingsSchema = v.object({
  /** How far the music goes down under speech, in decibels. */
  depth: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(40)),
  /** Seconds of the way down, which ends as the speech begins. */
  attack: ramp,
  /** Seconds of the way up, which begins as the speech ends. */
  release: ramp,
  /** The tracks that speak, from 0; null: those that have a transcript, else see `dialogueTracks`. */
  dialogue: v.nullable(v.pipe(v.array(index), v.minLength(1), v.maxLength(100))),
});
export type DuckSettings = v.InferOutput<typeof DuckSettingsSchema>;

export const DEFAULT_DUCKING: DuckSettings = {
  depth: 12,
  attack: 0.4,
  release: 0.8,
  dialogue: null,
};

export const DuckReportSchema = v.object({
  /** Clips of music whose volume was drawn. */
  clips: index,
  /** How often it goes down, over all of them. */
  dips: index,
  /** What told where speech is: the words of transcripts, or where clips lie. */
  basis: v.picklist(["transcript", "clips"]),
  /** Zero-based tracks that were taken for dialogue. */
  dialogue: v.array(index),
  notes: v.pipe(v.array(text(1000)), v.maxLength(10)),
});
export type DuckReport = v.InferOutput<typeof DuckReportSchema>;

export const UnduckReportSchema = v.object({
  /** Clips whose volume is as it was before. */
  clips: index,
  notes: v.pipe(v.array(text(1000)), v.maxLength(10)),
});
export type UnduckReport = v.InferOutput<typeof UnduckReportSchema>;
