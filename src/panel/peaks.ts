/**
 * `peaks` (0..255) as `bars` heights, each the loudest of the peaks it stands for, 1 being the
 * loudest of the track: the shape is what an eye looks for, and quiet tracks have one too.
 * Fewer peaks than bars are stretched.
 */
export function barHeights(peaks: Uint8Array, bars: number): number[] {
  const loudest = Math.max(1, ...peaks);
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / bars);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars));
    return Math.max(0, ...peaks.subarray(from, to)) / loudest;
  });
}

/** An SVG path of upright bars around the middle, in a box `heights.length` wide and 2 high. */
export function barPath(heights: readonly number[]): string {
  // A silent stretch still shows a hairline, so that it reads as silence and not as missing.
  return heights
    .map((height, x) => ({ x: x + 0.5, reach: Math.max(height, 0.03) }))
    .map(({ x, reach }) => `M${x} ${(1 - reach).toFixed(3)}V${(1 + reach).toFixed(3)}`)
    .join("");
}
