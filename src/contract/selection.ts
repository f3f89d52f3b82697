import * as v from "valibot";
import { text } from "./values.ts";

const MarkerTextSchema = v.object({ name: text(1000), comments: text(10_000) });
const markers = v.pipe(v.array(MarkerTextSchema), v.maxLength(1000));

/** A column of the project panel: what it is called, in the editor's language, and what it says. */
const ColumnTextSchema = v.object({ name: text(100), text: text(1000) });

/** A selected clip with every text that may describe it. A text that is not known is empty. */
export const SceneClipSchema = v.object({
  name: text(1000),
  /** From the column of the project panel, or else from the XMP of the file. */
  description: text(10_000),
  logNote: text(10_000),
  comment: text(10_000),
  keywords: v.pipe(v.array(text(200)), v.maxLength(100)),
  location: text(1000),
  /** Other columns of the project panel that describe, such as scene, shot and mood. */
  columns: v.pipe(v.array(ColumnTextSchema), v.maxLength(20)),
  /** Names of the bins that it lies in, the outermost first. */
  bins: v.pipe(v.array(text(200)), v.maxLength(10)),
  markers,
  /** The words of the part that the timeline uses. */
  transcript: text(100_000),
  /** Whether there is more of the transcript than that. */
  transcriptCut: v.boolean(),
});
/** See `SceneClipSchema`. */
export type SceneClip = v.InferOutput<typeof SceneClipSchema>;

/** The texts of the selected clips. */
export const SelectionSchema = v.object({
  clips: v.pipe(v.array(SceneClipSchema), v.maxLength(200)),
  /** Markers of the sequence that lie within the selected clips. */
  markers,
  /** Name of the open sequence, if clips of its timeline are selected; otherwise empty. */
  sequence: text(1000),
  /** Names of selected clips that the host could not read. */
  unreadable: v.pipe(v.array(text(1000)), v.maxLength(200)),
});
/** See `SelectionSchema`. */
export type Selection = v.InferOutput<typeof SelectionSchema>;

/** Where nothing is selected. */
export const NO_SELECTION: Selection = { clips: [], markers: [], sequence: "", unreadable: [] };
