import { describe, expect, it } from "vitest";
import type { Picture } from "../../../src/contract/sight.ts";
import { labOf, LINEAR } from "../../../src/engine/see/cielab.ts";
import { colourOf } from "../../../src/engine/see/colour.ts";
import { isCard, lightOf } from "../../../src/engine/see/light.ts";
import { matchBlocks } from "../../../src/engine/see/match-blocks.ts";
import { motionOf } from "../../../src/engine/see/motion.ts";
import { viewOf, type View } from "../../../src/engine/see/view.ts";
import {
  barred,
  clouds,
  encoded,
  grey,
  hash,
  plain,
  rendered,
} from "../../../tools/sight/rendered.ts";

const scene = (dx = 0, dy = 0, zoom = 1): Picture =>
  rendered((x, y) => {
    const [u, v] = [(x - 128) * zoom + 128 + dx, (y - 72) * zoom + 72 + dy];
    return grey(30 + 190 * clouds(u, v, 18));
  });
const view = (picture: Picture): View => viewOf(picture);

describe("CIELAB", () => {
  // From the CIE's formulas for sRGB's primaries (Lindbloom).
  it.each([
    [
      [255, 255, 255],
      [100, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 0, 0],
      [53.24, 80.09, 67.2],
    ],
    [
      [0, 0, 255],
      [32.3, 79.19, -107.86],
    ],
    [
      [119, 119, 119],
      [50.03, 0, 0],
    ],
  ])("of %j is %j", ([r = 0, g = 0, b = 0], [lightness, a, yellow]) => {
    const lab = labOf(LINEAR[r] ?? 0, LINEAR[g] ?? 0, LINEAR[b] ?? 0);
    expect(Math.abs(lab.lightness - (lightness ?? 0))).toBeLessThan(0.1);
    expect(Math.abs(lab.a - (a ?? 0))).toBeLessThan(0.2);
    expect(Math.abs(lab.b - (yellow ?? 0))).toBeLessThan(0.2);
  });
});

describe("a view", () => {
  it("averages light, not numbers: fine black and white stripes are as bright as half the light", () => {
    const { lightness } = view(rendered((x) => grey(x % 2 === 0 ? 0 : 255)));
    const half = view(plain(grey(encoded(0.5)))).lightness;
    expect(lightness[200]).toBeCloseTo(half[200] ?? 0, 0);
  });

  it.each([
    ["letterbox", 0.13, "rows", 128, 52],
    ["pillarbox", 0.2, "columns", 76, 72],
  ] as const)("leaves out the bars of a %s", (_, part, side, width, height) => {
    const { width: w, height: h } = view(barred(scene(), part, side));
    expect(Math.abs(w - width)).toBeLessThan(4);
    expect(Math.abs(h - height)).toBeLessThan(4);
  });

  it("is whole where only one edge is black, and where all is", () => {
    const below = rendered((x, y) => grey(y < 40 ? 0 : 60 + 100 * clouds(x, y, 12)));
    expect(view(below).height).toBe(72);
    expect(view(plain(grey(0))).height).toBe(72);
  });

  it("does not count what is transparent", () => {
    const half = rendered((x) => (x < 128 ? [255, 255, 255, 255] : [0, 0, 0, 0]));
    expect(lightOf(view(half))?.brightness).toBeCloseTo(100, 0);
    expect(lightOf(view(plain([9, 9, 9, 0])))).toBeNull();
  });
});

describe("light", () => {
  it("agrees with sorting every pixel", () => {
    const picture = scene();
    const levels = [...view(picture).lightness].sort((a, b) => a - b);
    const at = (part: number): number => levels[Math.floor(part * (levels.length - 1))] ?? 0;
    const light = lightOf(view(picture));
    expect(light?.contrast).toBeCloseTo(at(0.95) - at(0.05), 6);
    expect(light?.shadows).toBeCloseTo(levels.filter((x) => x < 20).length / levels.length, 6);
  });

  it("has a key: high for white on white, low for something lit in the dark, else none", () => {
    const key = (picture: Picture): unknown => lightOf(view(picture))?.key;
    expect(key(rendered((x, y) => grey(200 + 50 * clouds(x, y, 20))))).toBe("high");
    expect(key(rendered((x, y) => grey(Math.hypot(x - 60, y - 70) < 30 ? 200 : 10)))).toBe("low");
    expect(key(scene())).toBeNull();
  });

  it("is no card where there is grain, and one where there is none", () => {
    expect(isCard(view(plain(grey(90))))).toBe(true);
    expect(isCard(view(scene()))).toBe(false);
  });
});

describe("colour", () => {
  it("is warm for orange, cold for blue, neither for grey", () => {
    const warmth = (r: number, g: number, b: number): number =>
      colourOf(view(plain([r, g, b])))?.warmth ?? NaN;
    expect(warmth(230, 150, 70)).toBeGreaterThan(0.5);
    expect(warmth(70, 120, 220)).toBeLessThan(-0.5);
    expect(Math.abs(warmth(128, 128, 128))).toBeLessThan(0.02);
  });

  it("is grey in spite of JPEG's tints, and tinted in sepia", () => {
    const noisy = rendered((x, y) => {
      const level = 200 * clouds(x, y, 20);
      return [level + 3 * hash(x, y, 1), level, level + 3 * hash(x, y, 2)];
    });
    expect(colourOf(view(noisy))).toMatchObject({ isGrey: true, isTinted: false });
    const sepia = rendered((x, y) => {
      const level = 40 + 200 * clouds(x, y, 20);
      return [level, 0.8 * level, 0.55 * level];
    });
    expect(colourOf(view(sepia))).toMatchObject({ isGrey: false, isTinted: true });
  });

  it("names its widest hue first", () => {
    const picture = rendered((x) => (x < 180 ? [40, 160, 60] : [30, 60, 200]));
    expect(colourOf(view(picture))?.hues[0]).toMatchObject({ hue: "green" });
  });
});

describe("motion", () => {
  it.each([
    [3, 0],
    [-8, 4],
    [12, -10],
  ])("finds blocks where a search over every place at full size does: %i, %i", (dx, dy) => {
    const [before, after] = [view(scene()), view(scene(dx, dy))];
    const found = matchBlocks(before, after).filter(({ isFound }) => isFound);
    expect(found.length).toBeGreaterThan(20);
    for (const match of found.slice(0, 12)) {
      const place = everywhere(before, after, match);
      expect(Math.abs(match.dx - place.dx)).toBeLessThanOrEqual(1.01);
      expect(Math.abs(match.dy - place.dy)).toBeLessThanOrEqual(1.01);
    }
  });

  it.each([0.05, 0.15, 0.3])("of %f a second is measured, and is the camera's", (speed) => {
    const motion = motionOf(view(scene()), view(scene(speed * 0.2 * 256)), 0.2);
    expect(motion?.speed).toBeGreaterThan(0.7 * speed);
    expect(motion?.speed).toBeLessThan(1.3 * speed);
    expect(motion?.camera).toBeGreaterThan(0.7 * speed);
  });

  it("of a zoom is the camera's", () => {
    const motion = motionOf(view(scene()), view(scene(0, 0, 1.06)), 0.2);
    expect(motion?.camera).toBeGreaterThan(0.02);
    expect(motion?.changed).toBeLessThan(0.2);
  });

  it("of something that crosses a scene is not the camera's", () => {
    const shot = (left: number): Picture =>
      rendered((x, y) =>
        x > left && x < left + 60 && y > 40 && y < 110
          ? grey(255 * hash((x - left) >> 2, y >> 2, 5))
          : grey(60 + 90 * clouds(x, y, 18)),
      );
    const motion = motionOf(view(shot(60)), view(shot(76)), 0.2);
    expect(motion?.speed).toBeGreaterThan(0.02);
    expect(motion?.camera).toBe(0);
  });

  it("is none where only the light changes, which flashes", () => {
    const lit = (by: number): Picture => rendered((x, y) => grey(by + 120 * clouds(x, y, 18)));
    const motion = motionOf(view(lit(40)), view(lit(70)), 0.2);
    expect(motion?.speed).toBeLessThan(0.02);
    expect(motion?.flash).toBeGreaterThan(5);
  });

  it("is all new across a cut", () => {
    const motion = motionOf(view(scene()), view(scene(5000, 900)), 0.2);
    expect(motion?.changed).toBeGreaterThan(0.5);
  });

  it("is unknown without texture, and between pictures of two sizes", () => {
    expect(motionOf(view(plain(grey(90))), view(plain(grey(90))), 0.2)).toBeNull();
    expect(motionOf(view(scene()), view(barred(scene(), 0.2)), 0.2)).toBeNull();
  });
});

/** The naive twin: every place within reach, at full size. */
function everywhere(
  before: View,
  after: View,
  { x, y }: { readonly x: number; readonly y: number },
): { dx: number; dy: number } {
  const centred = ({ lightness }: View): Float32Array => {
    const mean = lightness.reduce((sum, value) => sum + value, 0) / lightness.length;
    return lightness.map((value) => value - mean);
  };
  const [a, b] = [centred(before), centred(after)];
  const [left, top] = [x + before.width / 2 - 8, y + before.height / 2 - 8];
  let [least, place] = [Infinity, { dx: 0, dy: 0 }];
  for (let dy = -20; dy <= 20; dy++)
    for (let dx = -20; dx <= 20; dx++) {
      if (left + dx < 0 || top + dy < 0) continue;
      if (left + dx + 16 > after.width || top + dy + 16 > after.height) continue;
      let cost = 0.02 * 256 * Math.hypot(dx, dy);
      for (let row = 0; row < 16; row++)
        for (let column = 0; column < 16; column++)
          cost += Math.abs(
            (a[(top + row) * before.width + left + column] ?? 0) -
              (b[(top + dy + row) * after.width + left + dx + column] ?? 0),
          );
      if (cost < least) [least, place] = [cost, { dx, dy }];
    }
  return place;
}
