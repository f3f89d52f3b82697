import type { Part, View } from "./view.ts";

/** L* up to which a bar is black: 16 of 255, where video's black lies, is 4.7. */
const BLACK = 6;
/** Least part of a side that two bars take together, and most. */
const LEAST = 0.04;
const MOST = 0.8;
/** How many cells two opposite bars may differ by. */
const UNEVEN = 2;

/**
 * The part of a view between black bars: above and below, left and right, or all four. Bars are
 * straight, black all over and alike on both sides. A dark picture has no bars, nor has a black one.
 */
export function contentOf(view: View): Part {
  const { width, height } = view;
  const [top, bottom] = bars(height, (y) => isBlack(view, y * width, 1, width));
  const [left, right] = bars(width, (x) => isBlack(view, x, width, height));
  return { left, top, right: width - right, bottom: height - bottom };
}

/** How many lines are black at the beginning and at the end, with the line that is half a bar. */
function bars(lines: number, isBlackLine: (line: number) => boolean): [number, number] {
  let before = 0;
  while (before < lines && isBlackLine(before)) before++;
  let after = 0;
  while (after < lines - before && isBlackLine(lines - 1 - after)) after++;
  const both = before + after;
  const isLetterbox =
    before > 0 &&
    after > 0 &&
    Math.abs(before - after) <= UNEVEN &&
    both >= LEAST * lines &&
    both <= MOST * lines;
  return isLetterbox ? [before + 1, after + 1] : [0, 0];
}

function isBlack({ lightness }: View, start: number, step: number, count: number): boolean {
  for (let i = 0, at = start; i < count; i++, at += step)
    if (!((lightness[at] ?? 0) <= BLACK)) return false;
  return true;
}
