import { describe, expect, it } from "vitest";
import type { Picture } from "../../../src/contract/sight.ts";
import { resize, squareOf, type Crop } from "../../../src/engine/see/resize.ts";
import { randomNumbers } from "../toy.ts";
import { picture } from "./pictures.ts";

/** Each new pixel by itself: a mean of all old ones, weighted by a triangle over both directions. */
function resizeNaively(from: Picture, crop: Crop, edge: number): number[] {
  const scale = crop.width / edge;
  const reach = Math.max(scale, 1);
  const weightOf = (pixel: number, middle: number): number =>
    Math.max(0, 1 - Math.abs(pixel + 0.5 - middle) / reach);
  const out: number[] = [];
  for (let row = 0; row < edge; row += 1) {
    for (let column = 0; column < edge; column += 1) {
      const sums = [0, 0, 0];
      let weights = 0;
      for (let y = 0; y < from.height; y += 1) {
        for (let x = 0; x < from.width; x += 1) {
          const weight =
            weightOf(x, crop.left + (column + 0.5) * scale) *
            weightOf(y, crop.top + (row + 0.5) * scale);
          const at = 4 * (y * from.width + x);
          const alpha = (from.rgba[at + 3] ?? 0) / 255;
          sums.forEach((sum, k) => (sums[k] = sum + weight * alpha * (from.rgba[at + k] ?? 0)));
          weights += weight;
        }
      }
      out.push(...sums.map((sum) => sum / weights));
    }
  }
  return out;
}

const next = randomNumbers(3);
const grain = (): [number, number, number, number] => [
  255 * next(),
  255 * next(),
  255 * next(),
  next() < 0.5 ? 255 : 255 * next(),
];

describe("a picture at another size", () => {
  it.each([
    [40, 23, 7],
    [23, 40, 23],
    [5, 9, 12],
    [1, 1, 3],
    [64, 2, 2],
  ])("is that of the naive twin: %d x %d to %d", (width, height, edge) => {
    const from = picture(width, height, grain);
    for (const at of [0, 0.5, 1]) {
      const crop = squareOf(from, at);
      const fast = resize(from, crop, edge);
      const slow = resizeNaively(from, crop, edge);
      expect(fast).toHaveLength(slow.length);
      slow.forEach((value, i) => expect(fast[i]).toBeCloseTo(value, 2));
    }
  });

  it("keeps one colour as it is, to its edges", () => {
    const from = picture(100, 50, () => [10, 200, 30, 255]);
    const small = resize(from, squareOf(from), 9);
    for (let i = 0; i < small.length; i += 3) {
      [10, 200, 30].forEach((value, k) => expect(small[i + k]).toBeCloseTo(value, 3));
    }
  });

  it("turns a fine chequerboard into even grey instead of a pattern", () => {
    const from = picture(200, 200, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255] : [0, 0, 0]));
    const small = resize(from, squareOf(from), 30);
    small.forEach((value) => expect(value).toBeCloseTo(127.5, -1));
  });
});

describe("the square of a picture", () => {
  it("is as high as a wide picture, and lies in its middle, at its left or at its right", () => {
    const wide = { width: 400, height: 100 };
    expect(squareOf(wide)).toEqual({ left: 150, top: 0, width: 100, height: 100 });
    expect([0, 1].map((at) => squareOf(wide, at).left)).toEqual([0, 300]);
    expect(squareOf({ width: 100, height: 300 }, 1)).toMatchObject({ left: 0, top: 200 });
    const part = { left: 20, top: 30, width: 100, height: 60 };
    expect(squareOf(part)).toEqual({ left: 40, top: 30, width: 60, height: 60 });
  });
});
