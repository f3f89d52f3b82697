import { expect, it } from "vitest";
import { Raster, type Stamp } from "../../../src/panel/map/raster.ts";

const WIDTH = 9;
const HEIGHT = 7;

function empty() {
  return { width: WIDTH, height: HEIGHT, data: new Uint8ClampedArray(4 * WIDTH * HEIGHT) };
}

/** A stamp whose pixels have all sorts of colours and opacities. */
function stampOf(side: number, seed: number): Stamp {
  const alphas = [0, 64, 217, 255];
  const pixels = Uint8ClampedArray.from({ length: 4 * side * side }, (_, i) =>
    i % 4 === 3 ? (alphas[(i * seed) % 4] ?? 0) : (i * 37 * seed) % 256,
  );
  return { side, pixels };
}

/** Naive twin: each pixel of the picture asks all stamps for its colour, as fractions of 1. */
function naive(stamps: readonly (readonly [Stamp, number, number])[]): number[] {
  const picture: number[] = [];
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const [{ side, pixels }, left, top] of stamps) {
        if (x < left || y < top || x >= left + side || y >= top + side) continue;
        const at = 4 * ((y - top) * side + x - left);
        const [r = 0, g = 0, b = 0, a = 0] = [...pixels.subarray(at, at + 4)].map((v) => v / 255);
        const rest = alpha * (1 - a);
        if (a + rest === 0) continue;
        [red, green, blue] = [
          (r * a + red * rest) / (a + rest),
          (g * a + green * rest) / (a + rest),
          (b * a + blue * rest) / (a + rest),
        ];
        alpha = a + rest;
      }
      picture.push(...[red, green, blue, alpha].map((value) => value * 255));
    }
  }
  return picture;
}

it("lays stamps over each other, and leaves out what lies outside", () => {
  const stamps = [
    [stampOf(4, 1), 1, 1],
    [stampOf(4, 3), 3, 2],
    [stampOf(3, 5), -2, -1],
    [stampOf(5, 7), 7, 5],
    [stampOf(3, 1), 20, 20],
  ] as const;
  const raster = new Raster(empty());
  for (const [stamp, left, top] of stamps) raster.stamp(stamp, left, top);
  const expected = naive(stamps);
  // Each stamp is rounded to 8 bits.
  raster.image.data.forEach((value, i) => {
    expect(Math.abs(value - (expected[i] ?? 0))).toBeLessThan(3);
  });
  expect(Math.max(...raster.image.data)).toBe(255);
});

it("is empty again after it was cleared", () => {
  const raster = new Raster(empty());
  raster.stamp(stampOf(4, 1), 1, 1);
  raster.clear();
  expect(raster.image.data.every((value) => value === 0)).toBe(true);
});
