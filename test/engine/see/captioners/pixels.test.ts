import { expect, it } from "vitest";
import { pixelsOf } from "../../../../src/engine/see/captioners/pixels.ts";
import { randomNumbers } from "../../toy.ts";
import { picture } from "./toy-captioners.ts";

const PLAIN = { mean: [0, 0, 0], spread: [1, 1, 1] } as const;
const to = (width: number, height: number) => ({
  ...{ width, height },
  mean: [...PLAIN.mean] as [number, number, number],
  spread: [...PLAIN.spread] as [number, number, number],
});

function noise(width: number, height: number) {
  const random = randomNumbers(3);
  const rgba = Uint8ClampedArray.from({ length: 4 * width * height }, () => 255 * random());
  return { width, height, rgba };
}

/** The same, pixel by pixel: each new one is the mean of the old under a triangle around its centre. */
function naive(
  { width, height, rgba }: ReturnType<typeof noise>,
  across: number,
  down: number,
): number[] {
  const weight = (old: number, place: number, scale: number): number =>
    Math.max(0, 1 - Math.abs(old - ((place + 0.5) * scale - 0.5)) / Math.max(1, scale));
  return [0, 1, 2].flatMap((channel) =>
    Array.from({ length: across * down }, (_, at) => {
      let [sum, weights] = [0, 0];
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const share =
            weight(y, Math.floor(at / across), height / down) *
            weight(x, at % across, width / across);
          sum += share * (rgba[4 * (y * width + x) + channel] ?? 0);
          weights += share;
        }
      }
      return sum / weights / 255;
    }),
  );
}

it.each([
  [20, 11, 5, 4],
  [3, 4, 8, 8],
  [9, 2, 4, 6],
  [1, 1, 3, 2],
])("resizes %i x %i to %i x %i as slowly as could be", (width, height, across, down) => {
  const shown = noise(width, height);
  const pixels = pixelsOf(shown, to(across, down));
  const expected = naive(shown, across, down);
  expect(pixels).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(pixels[i]).toBeCloseTo(value, 5));
});

it("leaves a picture of the right size as it is", () => {
  const shown = noise(8, 6);
  const pixels = pixelsOf(shown, to(8, 6));
  for (let i = 0; i < 48; i += 1) {
    for (const channel of [0, 1, 2]) {
      const value = (shown.rgba[4 * i + channel] ?? 0) / 255;
      expect(pixels[48 * channel + i]).toBeCloseTo(value, 6);
    }
  }
});

it("takes the mean from each channel and divides by its spread", () => {
  const pixels = pixelsOf(picture([255, 0, 51]), {
    ...{ width: 2, height: 2 },
    ...{ mean: [0.5, 0.25, 0.1], spread: [0.5, 0.25, 0.2] },
  });
  [1, -1, 0.5].forEach((value, channel) => {
    for (let i = 0; i < 4; i += 1) expect(pixels[4 * channel + i]).toBeCloseTo(value, 5);
  });
});
