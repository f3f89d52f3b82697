import * as v from "valibot";
import { SectionSchema } from "./track.ts";
import { index, seconds, text } from "./values.ts";

/** Most cuts, and most markers, that are read at a time. */
export const CUT_LIMIT = 20_000;
export const CUT_MARKER_LIMIT = 5000;

/** Where the picture changes in the part of the sequence that music is wanted for. */
export const CutsSchema = v.object({
  /** What was read: between in and out point, else what is selected, else the whole sequence. */
  of: v.picklist(["range", "selection", "sequence"]),
  /** That part, in seconds from the beginning of the sequence, like all times here. */
  span: SectionSchema,
  /** Frames a second. */
  frameRate: v.pipe(v.number(), v.minValue(1), v.maxValue(1000)),
  /** Edit points of the picture within the span, without its ends; ascending. */
  cuts: v.pipe(v.array(seconds), v.maxLength(CUT_LIMIT)),
  /** Markers of the sequence within the span; ascending. */
  markers: v.pipe(
    v.array(v.object({ at: seconds, name: text(1000) })),
    v.maxLength(CUT_MARKER_LIMIT),
  ),
  /** How many cuts and markers were left out because there are more. */
  omitted: index,
});
/** See `CutsSchema`. */
export type Cuts = v.InferOutput<typeof CutsSchema>;

/** The part of the host that reads cuts. */
export interface CutHost {
  /**
   * Where the picture is cut. Slow with many clips; called only when the editor asks.
   * @throws HostError no sequence is open, or it holds no picture.
   */
  readCuts(): Promise<Cuts>;
}
