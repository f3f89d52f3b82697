/** From what figure on something is not so at all, and from what figure on it is plainly so. */
export type Ramp = readonly [from: number, to: number];

/** How far a figure has come from one end of a ramp to the other, 0 to 1; `from` may lie above `to`. */
export function ramp(figure: number, [from, to]: Ramp): number {
  return Math.min(1, Math.max(0, (figure - from) / (to - from)));
}
