import * as v from "valibot";
import { text } from "./values.ts";

const MarkerTextSchema = v.object({ name: text(1000), comments: text(10_000) });
const markers = v.pipe(v.array(MarkerTextSchema), v.maxLength(1000));

/** One selected clip, with every text that may say what is in it. What is not known is empty. */
export const SceneClipSchema = v.object({
  name: text(1000),
  /** Of the project's column, else of the file's XMP. */
  description: text(10_000),
  logNote: text(10_000),
  comment: text(10_000),
  keywords: v.pipe(v.array(text(200)), v.maxLength(100)),
  location: text(1000),
  markers,
  /** Only the words of the part that is in use on the timeline. */
  transcript: text(100_000),
});
export type SceneClip = v.InferOutput<typeof SceneClipSchema>;

/** What is written about the selected clips. */
export const SelectionSchema = v.object({
  clips: v.pipe(v.array(SceneClipSchema), v.maxLength(200)),
  /** The sequence's own markers that lie within the selected clips. */
  markers,
  /** Names of selected clips that the host could not read; the others were read all the same. */
  unreadable: v.pipe(v.array(text(1000)), v.maxLength(200)),
});
export type Selection = v.InferOutput<typeof SelectionSchema>;
