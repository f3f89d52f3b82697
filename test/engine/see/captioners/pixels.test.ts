import { expect, it } from "vitest";
import { pixelsOf } from "../../../../src/engine/see/captioners/pixels.ts";
import { randomNumbers } from "../../toy.ts";
import { picture } from "./toy-captioners.ts";

it("gives a picture of the right size as it is, channel by channel", () => {
  const random = randomNumbers(3);
  const shown = picture([0, 0, 0], 8, 8);
  for (let i = 0; i < 64; i += 1) {
    for (const channel of [0, 1, 2]) shown.rgba[4 * i + channel] = 255 * random();
  }
  const pixels = pixelsOf(shown, { edge: 8, mean: [0, 0, 0], spread: [1, 1, 1] });
  expect(pixels).toHaveLength(3 * 64);
  for (let i = 0; i < 64; i += 1) {
    for (const channel of [0, 1, 2]) {
      const value = (shown.rgba[4 * i + channel] ?? 0) / 255;
      expect(pixels[64 * channel + i]).toBeCloseTo(value, 6);
    }
  }
});

it("takes the mean from each channel and divides by its spread", () => {
  const pixels = pixelsOf(picture([255, 0, 51], 30, 7), {
    ...{ edge: 2, mean: [0.5, 0.25, 0.1], spread: [0.5, 0.25, 0.2] },
  });
  [1, -1, 0.5].forEach((value, channel) => {
    for (let i = 0; i < 4; i += 1) expect(pixels[4 * channel + i]).toBeCloseTo(value, 5);
  });
});

it("squeezes all of a picture into the square", () => {
  const wide = picture([0, 0, 0], 12, 4);
  for (let y = 0; y < 4; y += 1) {
    for (let x = 9; x < 12; x += 1) wide.rgba[4 * (12 * y + x)] = 255;
  }
  const red = pixelsOf(wide, { edge: 4, mean: [0, 0, 0], spread: [1, 1, 1] }).slice(0, 16);
  for (let y = 0; y < 4; y += 1) {
    expect(red[4 * y]).toBeCloseTo(0, 5);
    expect(red[4 * y + 3]).toBeGreaterThan(0.8);
  }
});
