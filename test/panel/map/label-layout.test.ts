import { describe, expect, it } from "vitest";
import { WHOLE_MAP } from "../../../src/panel/map/camera.ts";
import { placeLabels } from "../../../src/panel/map/label-layout.ts";
import { randomNumbers } from "../../engine/toy.ts";

const random = randomNumbers(31);
const LABELS = Array.from({ length: 40 }, (_, n) => ({
  text: "x".repeat(3 + (n % 12)),
  x: random(),
  y: random(),
}));
const widthOf = (text: string): number => 6 * text.length;
const SIZE = { width: 400, height: 300 };

describe("labels in the picture", () => {
  it("neither touch each other nor leave it", () => {
    for (const zoom of [1, 2, 8]) {
      const placed = placeLabels(LABELS, { ...WHOLE_MAP, zoom }, SIZE, widthOf);
      placed.forEach((one, n) => {
        expect(one.x - widthOf(one.text) / 2).toBeGreaterThanOrEqual(0);
        expect(one.x + widthOf(one.text) / 2).toBeLessThanOrEqual(SIZE.width);
        for (const other of placed.slice(n + 1)) {
          const apart =
            Math.abs(one.x - other.x) >= (widthOf(one.text) + widthOf(other.text)) / 2 ||
            Math.abs(one.y - other.y) >= 14;
          expect(apart).toBe(true);
        }
      });
    }
  });

  it("begin with the most telling", () => {
    const [first] = placeLabels(LABELS, WHOLE_MAP, SIZE, widthOf);
    expect(first?.text).toBe(LABELS[0]?.text);
  });

  it("are few in a small picture, and more from close by", () => {
    const still = Array.from({ length: 30 }, (_, n) => ({
      text: `w${n}`,
      x: 0.4 + 0.04 * (n % 6),
      y: 0.4 + 0.04 * Math.floor(n / 6),
    }));
    const whole = placeLabels(still, WHOLE_MAP, SIZE, widthOf).length;
    expect(whole).toBeLessThan(9);
    expect(placeLabels(still, { ...WHOLE_MAP, zoom: 4 }, SIZE, widthOf).length).toBeGreaterThan(
      whole,
    );
  });

  it("are left out where there is no room for them", () => {
    const wide = [{ text: "x".repeat(100), x: 0.5, y: 0.5 }];
    expect(placeLabels(wide, WHOLE_MAP, SIZE, widthOf)).toEqual([]);
  });
});
