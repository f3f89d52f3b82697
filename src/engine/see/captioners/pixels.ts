import type { Picture } from "../../../contract/sight.ts";
import { resize } from "../resize.ts";
import type { CaptionerManifest } from "./captioner-schema.ts";

/**
 * What a model gets of a picture: all of it, squeezed into a square, as the code of the models'
 * authors does. It is the same in a page and under Node, where transformers.js would resize with a
 * canvas or not at all.
 * @returns [3, edge, edge]: red, green, blue, each less its mean and divided by its spread
 */
export function pixelsOf(
  picture: Picture,
  { edge, mean, spread }: CaptionerManifest["picture"],
): Float32Array {
  const { width, height } = picture;
  const resized = resize(picture, { left: 0, top: 0, width, height }, edge);
  const plane = edge * edge;
  const pixels = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel += 1) {
    const scale = 1 / (255 * (spread[channel] ?? 1));
    const shift = (mean[channel] ?? 0) / (spread[channel] ?? 1);
    for (let i = 0; i < plane; i += 1) {
      pixels[channel * plane + i] = (resized[3 * i + channel] ?? 0) * scale - shift;
    }
  }
  return pixels;
}
