import type { BarFeatures } from "./features.ts";
import type { Grid } from "./grid.ts";

/** A climax is the loudest stretch of so many bars; a drop is compared over so many. */
const CLIMAX_BARS = 4;
const DROP_BARS = 2;
/** How much louder the music gets there, in dB. */
const CLIMAX_RISE = 2;
const DROP_RISE = 5;

/** Bars with which something happens in the music, and what; the first bar is none. */
export function momentsOf(grid: Grid, { levels }: BarFeatures): Map<number, string> {
  const moments = new Map<number, string>();
  for (const { bar, label } of grid.sections) if (bar > 0) moments.set(bar, label);
  const rise = (bar: number): number =>
    mean(levels, bar, bar + DROP_BARS) - mean(levels, bar - DROP_BARS, bar);
  const last = levels.length - DROP_BARS;
  for (let bar = DROP_BARS; bar <= last; bar += 1) {
    const isSteepest = [-1, 1].every((beside) => rise(bar) >= rise(bar + beside));
    if (rise(bar) >= DROP_RISE && isSteepest) addApart(moments, bar, "drop");
  }
  let climax = 0;
  for (let bar = 1; bar <= levels.length - CLIMAX_BARS; bar += 1) {
    if (mean(levels, bar, bar + CLIMAX_BARS) > mean(levels, climax, climax + CLIMAX_BARS))
      climax = bar;
  }
  if (climax >= DROP_BARS && rise(climax) >= CLIMAX_RISE) addApart(moments, climax, "climax");
  return new Map([...moments].sort(([a], [b]) => a - b));
}

/** Adds what does not begin where something else does. */
function addApart(moments: Map<number, string>, bar: number, what: string): void {
  if (![-1, 0, 1].some((beside) => moments.has(bar + beside))) moments.set(bar, what);
}

function mean(levels: Float32Array, from: number, to: number): number {
  const part = levels.subarray(Math.max(0, from), Math.max(0, to));
  return part.reduce((sum, level) => sum + level, 0) / Math.max(1, part.length);
}
