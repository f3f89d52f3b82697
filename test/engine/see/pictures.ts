import type { Picture } from "../../../src/contract/sight.ts";

/** Red, green, blue and alpha (255 unless given), 0 to 255. */
export type Colour = readonly [number, number, number, number?];

/** A picture whose pixels are made by a function. */
export function picture(
  width: number,
  height: number,
  colour: (x: number, y: number) => Colour,
  about: { at?: number; clip?: string } = {},
): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue, alpha = 255] = colour(x, y);
      rgba.set([red, green, blue, alpha], 4 * (y * width + x));
    }
  }
  return { at: 0, clip: "A001", ...about, width, height, rgba };
}
