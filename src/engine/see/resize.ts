import type { Picture } from "../../contract/sight.ts";

/** A part of a picture, in pixels; it need not lie on whole ones. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The largest square of a picture, or of a part of it.
 * @param at where it lies along the longer edge: 0 for left or top, 1 for right or bottom
 */
export function squareOf(of: Pick<Picture, "width" | "height"> | Crop, at = 0.5): Crop {
  const { width, height } = of;
  const [left, top] = "left" in of ? [of.left, of.top] : [0, 0];
  const edge = Math.min(width, height);
  return {
    left: left + (width - edge) * at,
    top: top + (height - edge) * at,
    width: edge,
    height: edge,
  };
}

/** Weights of the pixels `first`, `first + 1`, … of a line for one pixel of the new line. */
interface Taps {
  readonly first: number;
  readonly weights: Float32Array;
}

/**
 * A part of a picture at another size. Each new pixel is a weighted mean of all old ones that it
 * covers (a triangle filter, as wide as the scale), so that fine detail does not turn into patterns.
 * What is transparent counts as black.
 * @param edge pixels along each edge of the result
 * @returns [edge, edge, 3]: red, green, blue; 0 to 255
 */
export function resize(picture: Picture, crop: Crop, edge: number): Float32Array {
  const columns = tapsOf(crop.left, crop.width, edge, picture.width);
  const rows = tapsOf(crop.top, crop.height, edge, picture.height);
  const out = new Float32Array(edge * edge * 3);
  const first = rows[0]?.first ?? 0;
  const last = rows.at(-1);
  const end = last === undefined ? 0 : last.first + last.weights.length;
  const line = new Float32Array(edge * 3);
  for (let y = first; y < end; y += 1) {
    shrinkLine(picture, y, columns, line);
    rows.forEach(({ first: from, weights }, row) => {
      const weight = weights[y - from];
      if (weight === undefined) return;
      const at = row * line.length;
      for (let k = 0; k < line.length; k += 1) {
        out[at + k] = (out[at + k] ?? 0) + weight * (line[k] ?? 0);
      }
    });
  }
  return out;
}

function shrinkLine(
  picture: Picture,
  y: number,
  columns: readonly Taps[],
  line: Float32Array,
): void {
  const { rgba, width } = picture;
  columns.forEach(({ first, weights }, column) => {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let k = 0; k < weights.length; k += 1) {
      const at = 4 * (y * width + first + k);
      const weight = ((weights[k] ?? 0) * (rgba[at + 3] ?? 0)) / 255;
      red += weight * (rgba[at] ?? 0);
      green += weight * (rgba[at + 1] ?? 0);
      blue += weight * (rgba[at + 2] ?? 0);
    }
    line.set([red, green, blue], 3 * column);
  });
}

/** For each of `count` new pixels, the old ones that it is made of; old ones end at `size`. */
function tapsOf(start: number, length: number, count: number, size: number): Taps[] {
  const scale = length / count;
  const reach = Math.max(scale, 1);
  return Array.from({ length: count }, (_, k) => {
    const middle = start + (k + 0.5) * scale;
    const first = Math.max(0, Math.floor(middle - reach));
    const end = Math.min(size, Math.ceil(middle + reach));
    const weights = new Float32Array(end - first);
    let sum = 0;
    for (let x = first; x < end; x += 1) {
      const weight = Math.max(0, 1 - Math.abs(x + 0.5 - middle) / reach);
      weights[x - first] = weight;
      sum += weight;
    }
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}
