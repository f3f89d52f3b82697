import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PICTURE_LIMIT, type Picture, type SeenWord } from "../../../src/contract/sight.ts";
import { UsageError } from "../../../src/contract/errors.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { createEyeNet, type EyeNet } from "../../../src/engine/see/eye-net.ts";
import { createSight, type OpenedSight } from "../../../src/engine/see/see.ts";
import { picture, type Colour } from "./pictures.ts";

const folder = new URL("../../../models/needledrop-eye/", import.meta.url);
const assets = {
  read: async (name: string) => new Uint8Array(await readFile(new URL(name.slice(4), folder))),
};

let net: EyeNet;
let sight: OpenedSight;
beforeAll(async () => {
  net = await createEyeNet(assets, await nodeRuntime()("wasm", assets));
  sight = createSight(() => Promise.resolve(net));
});
afterAll(() => sight.release());

/** Words for what is there, without those for its light. */
const things = (words: readonly SeenWord[]): string[] =>
  words.filter(({ kind }) => kind === "place" || kind === "subject").map(({ word }) => word);

const still = (colour: Colour, width = 64, height = 48): Picture =>
  picture(width, height, () => colour);

/** A clock face at three, as a drawing, in the middle of a picture. */
function clock(width: number, height: number): Picture {
  return picture(width, height, (x, y) => {
    const [right, down] = [x - width / 2, y - height / 2];
    const scale = Math.min(width, height) / 224;
    const distance = Math.hypot(right, down) / scale;
    const angle = Math.atan2(down, right);
    const isRim = distance > 90 && distance < 100;
    const isTick = distance > 75 && distance < 88 && Math.abs(Math.sin(6 * angle)) < 0.06;
    const isHand =
      (Math.abs(right) < 3 * scale && down < 0 && down > -62 * scale) ||
      (Math.abs(down) < 3 * scale && right > 0 && right < 48 * scale);
    return isRim || isTick || isHand ? [10, 10, 10] : [250, 250, 248];
  });
}

describe("what is seen", () => {
  it.each([
    ["wide", 320, 180],
    ["portrait", 180, 320],
    ["square and small", 96, 96],
  ])("is a clock in a %s picture", async (_, width, height) => {
    const { words, captions } = await sight.see([clock(width, height)]);
    expect(things(words)).toEqual(["clock"]);
    expect(words.find(({ word }) => word === "clock")).toMatchObject({ pictures: [0] });
    expect(captions).toEqual([]);
  });

  it("is told surest first, with probabilities", async () => {
    const { words } = await sight.see([clock(320, 180), still([20, 30, 90])]);
    const sure = words.map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    sure.forEach((confidence) => {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    });
  });

  it("is nothing without pictures", async () => {
    expect(await sight.see([])).toEqual({ words: [], captions: [] });
  });
});

describe("a picture with nothing in it", () => {
  it.each<[string, Picture]>([
    ["black", still([0, 0, 0])],
    ["white", still([255, 255, 255])],
    ["red", still([255, 0, 0])],
    ["nearly even", picture(64, 48, (x, y) => [100 + ((x + y) % 2), 100, 100])],
    ["transparent", picture(64, 48, (x, y) => [5 * x, 5 * y, 99, 0])],
    ["of one pixel", still([90, 80, 70], 1, 1)],
    ["a line", picture(300, 1, (x) => [x % 2, 0, 0])],
  ])("is passed over, and needs no net: %s", async (_, empty) => {
    const none = createSight(() => Promise.reject(new Error("was opened")));
    expect(things((await none.see([empty])).words)).toEqual([]);
    await none.release();
  });

  it("does not hide what others show", async () => {
    const { words } = await sight.see([still([0, 0, 0]), { ...clock(320, 180), clip: "B" }]);
    expect(words).toContainEqual(expect.objectContaining({ word: "clock", pictures: [1] }));
  });
});

describe("a picture that is hard to look at", () => {
  it("may have noise, which is called nothing", async () => {
    let state = 1;
    const next = (): number => (state = (state * 48271) % 2147483647) / 8421505;
    const { words } = await sight.see([picture(320, 180, () => [next(), next(), next()])]);
    expect(things(words)).toEqual([]);
  });

  it("may have a soft gradient, which is called nothing", async () => {
    const { words } = await sight.see([picture(320, 180, (x, y) => [x / 2, y / 2, 128])]);
    expect(things(words)).toEqual([]);
  });

  it("may be of 8K", async () => {
    const [width, height] = [7680, 4320];
    const row = picture(width, 1, (x) => (x % 960 < 480 ? [230, 120, 30] : [20, 40, 90])).rgba;
    const rgba = new Uint8ClampedArray(4 * width * height);
    for (let y = 0; y < height; y += 1) rgba.set(row, y * row.length);
    const { words } = await sight.see([{ at: 0, clip: "A", width, height, rgba }]);
    expect(words.every(({ pictures }) => pictures[0] === 0)).toBe(true);
  });
});

describe("of a picture between black bars, the net is shown what is between them:", () => {
  const [wide, high] = [320, 240];
  it.each([
    ["a letterbox", 320, 140],
    ["a pillarbox", 120, 240],
    ["both", 160, 90],
  ])("%s", async (_, width, height) => {
    const [left, top] = [(wide - width) / 2, (high - height) / 2];
    const isInside = (x: number, y: number): boolean =>
      x >= left && x < left + width && y >= top && y < top + height;
    const framed = picture(wide, high, (x, y) =>
      isInside(x, y) ? [150 + 100 * Math.sin(x / 9), 200, 120 + 60 * Math.cos(y / 7)] : [0, 0, 0],
    );
    const shown: Float32Array[] = [];
    const recording: EyeNet = {
      look: (pixels) => {
        shown.push(pixels);
        return net.look(pixels);
      },
      release: () => Promise.resolve(),
    };
    await createSight(() => Promise.resolve(recording)).see([framed]);
    expect(shown).toHaveLength(1);
    const greens = (shown[0] ?? new Float32Array(3)).filter((_value, at) => at % 3 === 1);
    expect(Math.min(...greens)).toBeGreaterThan(199);
  });
});

describe("pictures that are malformed are refused:", () => {
  const good = still([1, 2, 3]);
  it.each<[string, Picture]>([
    ["with too few bytes", { ...good, rgba: good.rgba.subarray(4) }],
    ["without width", { ...good, width: 0, rgba: new Uint8ClampedArray(0) }],
    ["larger than 16K", { ...good, width: 20_000, height: 1, rgba: new Uint8ClampedArray(80_000) }],
    ["of no time", { ...good, at: NaN }],
    ["of other bytes", { ...good, rgba: [1, 2, 3] as unknown as Uint8ClampedArray }],
  ])("%s", async (_, bad) => {
    await expect(sight.see([good, bad])).rejects.toThrow(UsageError);
  });

  it("too many", async () => {
    const many = Array.from({ length: PICTURE_LIMIT + 1 }, () => good);
    await expect(sight.see(many)).rejects.toThrow(`at most ${PICTURE_LIMIT}`);
  });
});
