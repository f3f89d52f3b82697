import type { Picture } from "../../src/contract/sight.ts";

/** Red, green, blue, alpha; 0 to 255. */
export type Colour = readonly [number, number, number, number?];

export interface Rendering {
  readonly at?: number;
  readonly clip?: string;
  readonly width?: number;
  readonly height?: number;
}

/** A picture of which each pixel is painted; 256 × 144 unless told. */
export function rendered(
  paint: (x: number, y: number, width: number, height: number) => Colour,
  { at = 0, clip = "A", width = 256, height = 144 }: Rendering = {},
): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 4) {
      const [red, green, blue, alpha = 255] = paint(x, y, width, height);
      rgba.set([red, green, blue, alpha], to);
    }
  return { at, clip, width, height, rgba };
}

export const plain = (colour: Colour, changes: Rendering = {}): Picture =>
  rendered(() => colour, changes);
export const grey = (value: number): Colour => [value, value, value];

/** Pseudo-random number from 0 to 1, the same for the same place and seed. */
export function hash(x: number, y: number, seed = 0): number {
  let bits = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(seed, 974_634_777);
  bits = Math.imul(bits ^ (bits >>> 13), 1_274_126_177);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

/** A cloudy pattern without seams, from 0 to 1, in details of `size` pixels; x and y may be fractions. */
export function clouds(x: number, y: number, size: number, seed = 0): number {
  const value = (scale: number): number => {
    const [u, v] = [x / scale, y / scale];
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const ease = (t: number): number => t * t * (3 - 2 * t);
    const [s, t] = [ease(u - i), ease(v - j)];
    const top = hash(i, j, seed) * (1 - s) + hash(i + 1, j, seed) * s;
    const bottom = hash(i, j + 1, seed) * (1 - s) + hash(i + 1, j + 1, seed) * s;
    return top * (1 - t) + bottom * t;
  };
  return 0.6 * value(size) + 0.4 * value(size / 2.3);
}

/** Rows above and below, or columns at both sides, painted black. */
export function barred(picture: Picture, part: number, side: "rows" | "columns" = "rows"): Picture {
  const { width, height } = picture;
  const edge = side === "rows" ? part * height : part * width;
  const rgba = new Uint8ClampedArray(picture.rgba);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [place, end] = side === "rows" ? [y, height] : [x, width];
      if (place < edge || place >= end - edge) rgba.set([0, 0, 0, 255], 4 * (y * width + x));
    }
  return { ...picture, rgba };
}

/** 8-bit sRGB of linear light (IEC 61966-2-1); what is brighter than white is clipped. */
export function encoded(light: number): number {
  const c = Math.min(1, Math.max(0, light));
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
}

/**
 * Linear red, green and blue of a black body, the brightest 1: Planck's law through the CIE 1931
 * observer, as approximated by Wyman, Sloan & Shirley (J. Computer Graphics Techniques 2, 2013).
 */
export function blackBody(kelvin: number): readonly [number, number, number] {
  const lobe = (x: number, mean: number, below: number, above: number): number =>
    Math.exp(-0.5 * ((x - mean) / (x < mean ? below : above)) ** 2);
  let [x, y, z] = [0, 0, 0];
  for (let nm = 380; nm <= 780; nm += 5) {
    const power = nm ** -5 / (Math.exp(1.4388e7 / (nm * kelvin)) - 1);
    x += power * (1.056 * lobe(nm, 599.8, 37.9, 31) + 0.362 * lobe(nm, 442, 16, 26.7));
    x -= power * 0.065 * lobe(nm, 501.1, 20.4, 26.2);
    y += power * (0.821 * lobe(nm, 568.8, 46.9, 40.5) + 0.286 * lobe(nm, 530.9, 16.3, 31.1));
    z += power * (1.217 * lobe(nm, 437, 11.8, 36) + 0.681 * lobe(nm, 459, 26, 13.8));
  }
  const rgb = [
    3.2406 * x - 1.5372 * y - 0.4986 * z,
    -0.9689 * x + 1.8758 * y + 0.0415 * z,
    0.0557 * x - 0.204 * y + 1.057 * z,
  ].map((value) => Math.max(0, value));
  const most = Math.max(...rgb);
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => value / most);
  return [red, green, blue];
}
