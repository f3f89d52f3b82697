import type { FittedPassage } from "../contract/fit.ts";

/**
 * How passages follow each other, to the frame: without a break, with silence between some, or one
 * on the other, in which case they are no row.
 * @param frame seconds of one frame
 */
export function rowGap(
  passages: readonly FittedPassage[],
  frame: number,
): "none" | "silence" | "overlap" {
  let gap: "none" | "silence" = "none";
  for (const [index, { at }] of passages.entries()) {
    const before = passages[index - 1];
    if (before === undefined) continue;
    const end = before.at + before.source.end - before.source.start;
    const frames = Math.round((at - end) / frame);
    if (frames < 0) return "overlap";
    if (frames > 0) gap = "silence";
  }
  return gap;
}
