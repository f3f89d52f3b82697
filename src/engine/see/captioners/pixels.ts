import type { Picture } from "../../../contract/sight.ts";
import type { CaptionerManifest } from "./captioner-schema.ts";

/**
 * What a model gets of a picture, resized with a triangle filter that is as wide as what one new pixel
 * covers. It is the same in a page and under Node, where transformers.js would resize with a canvas or
 * not at all.
 * @returns [3, height, width]: red, green, blue, each less its mean and divided by its spread
 */
export function pixelsOf(
  { width, height, rgba }: Pick<Picture, "width" | "height" | "rgba">,
  to: CaptionerManifest["picture"],
): Float32Array {
  const across = taps(width, to.width);
  const down = taps(height, to.height);
  // [3, height, to.width]: squeezed from the sides first.
  const narrow = new Float32Array(3 * height * to.width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < to.width; x += 1) {
      const { first, weights } = across[x] ?? NO_TAPS;
      let at = 4 * (y * width + first);
      let [red, green, blue] = [0, 0, 0];
      for (const weight of weights) {
        red += weight * (rgba[at] ?? 0);
        green += weight * (rgba[at + 1] ?? 0);
        blue += weight * (rgba[at + 2] ?? 0);
        at += 4;
      }
      const place = y * to.width + x;
      const plane = height * to.width;
      narrow[place] = red;
      narrow[plane + place] = green;
      narrow[2 * plane + place] = blue;
    }
  }
  const pixels = new Float32Array(3 * to.height * to.width);
  for (let channel = 0; channel < 3; channel += 1) {
    const mean = to.mean[channel] ?? 0;
    const scale = 1 / (255 * (to.spread[channel] ?? 1));
    for (let y = 0; y < to.height; y += 1) {
      const { first, weights } = down[y] ?? NO_TAPS;
      for (let x = 0; x < to.width; x += 1) {
        let at = (channel * height + first) * to.width + x;
        let sum = 0;
        for (const weight of weights) {
          sum += weight * (narrow[at] ?? 0);
          at += to.width;
        }
        pixels[(channel * to.height + y) * to.width + x] =
          sum * scale - mean / (to.spread[channel] ?? 1);
      }
    }
  }
  return pixels;
}

/** The old pixels that make a new one: the first, and the weight of each from there on; they sum to 1. */
interface Taps {
  readonly first: number;
  readonly weights: Float32Array;
}
const NO_TAPS: Taps = { first: 0, weights: new Float32Array(0) };

function taps(from: number, to: number): Taps[] {
  const scale = from / to;
  const reach = Math.max(1, scale);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(from - 1, Math.floor(centre + reach));
    const weights = Float32Array.from({ length: last - first + 1 }, (_, k) =>
      Math.max(0, 1 - Math.abs(first + k - centre) / reach),
    );
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}
