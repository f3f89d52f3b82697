import type { Picture } from "../../contract/sight.ts";
import { LINEAR, labOf } from "./cielab.ts";
import { contentOf } from "./letterbox.ts";
import type { Crop } from "./resize.ts";

/** A picture in small, in CIELAB, without black bars; [height, width]. */
export interface View {
  readonly width: number;
  readonly height: number;
  /** L*, a* and b* of each cell. A cell that is transparent is NaN in all three. */
  readonly lightness: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

/** Longer side of a view, in cells. */
const LONGEST = 128;

/**
 * Averages squares of pixels in linear light, weighted by how opaque they are, and leaves out bars of
 * a letterbox. Squares have whole pixels, so that what moves in the picture moves alike in the view.
 */
export function viewOf(picture: Picture): View {
  const view = shrunken(picture);
  return cropped(view, contentOf(view));
}

/** The part of a picture between black bars; all of it where there are none. */
export function unbarred(picture: Picture): Crop {
  const side = sideOf(picture);
  const { left, top, right, bottom } = contentOf(shrunken(picture));
  const width = Math.min(side * right, picture.width) - side * left;
  const height = Math.min(side * bottom, picture.height) - side * top;
  return { left: side * left, top: side * top, width, height };
}

/** Pixels along each side of a cell. */
const sideOf = ({ width, height }: Picture): number => Math.ceil(Math.max(width, height) / LONGEST);

function shrunken(picture: Picture): View {
  const { width: wide, height: high, rgba } = picture;
  const side = sideOf(picture);
  const [width, height] = [Math.ceil(wide / side), Math.ceil(high / side)];
  const sums = new Float64Array(4 * width * height);
  for (let y = 0, at = 0; y < high; y++) {
    const row = Math.floor(y / side) * width;
    for (let x = 0; x < wide; x++, at += 4) {
      const opacity = rgba[at + 3] ?? 0;
      const cell = 4 * (row + Math.floor(x / side));
      sums[cell] = (sums[cell] ?? 0) + opacity * (LINEAR[rgba[at] ?? 0] ?? 0);
      sums[cell + 1] = (sums[cell + 1] ?? 0) + opacity * (LINEAR[rgba[at + 1] ?? 0] ?? 0);
      sums[cell + 2] = (sums[cell + 2] ?? 0) + opacity * (LINEAR[rgba[at + 2] ?? 0] ?? 0);
      sums[cell + 3] = (sums[cell + 3] ?? 0) + opacity;
    }
  }
  const view = blank(width, height);
  for (let cell = 0; cell < width * height; cell++) {
    const mean = (channel: number): number =>
      (sums[4 * cell + channel] ?? 0) / (sums[4 * cell + 3] ?? 0);
    const lab = labOf(mean(0), mean(1), mean(2));
    view.lightness[cell] = lab.lightness;
    view.a[cell] = lab.a;
    view.b[cell] = lab.b;
  }
  return view;
}

/** A part of a view, in cells; `right` and `bottom` lie outside. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a view, copied. */
export function cropped(view: View, { left, top, right, bottom }: Part): View {
  const { width, height } = view;
  if (left === 0 && top === 0 && right === width && bottom === height) return view;
  const part = blank(right - left, bottom - top);
  for (let y = top; y < bottom; y++) {
    const [from, to] = [y * width + left, y * width + right];
    const at = (y - top) * part.width;
    part.lightness.set(view.lightness.subarray(from, to), at);
    part.a.set(view.a.subarray(from, to), at);
    part.b.set(view.b.subarray(from, to), at);
  }
  return part;
}

function blank(width: number, height: number): View {
  const plane = (): Float32Array => new Float32Array(width * height);
  return { width, height, lightness: plane(), a: plane(), b: plane() };
}
