import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Frame } from "../../../src/contract/frames.ts";
import { greyJpeg } from "../../contract/picture.ts";
import { openPage } from "./open-page.ts";
import type { Drawing, Told, ToldPicture } from "./pictures-page.ts";

let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ page, close } = await openPage("test/page/scene/pictures-page.ts"));
});
afterAll(() => close());

interface PageFunctions {
  decode(frames: Frame[]): Promise<Told>;
  draw(drawing: Drawing): string;
}

const decode = (frames: Frame[]): Promise<Told> =>
  page.evaluate((given) => (globalThis as unknown as PageFunctions).decode(given), frames);
const draw = (drawing: Partial<Drawing> = {}): Promise<string> =>
  page.evaluate((given) => (globalThis as unknown as PageFunctions).draw(given), {
    ...{ type: "image/jpeg" as const, width: 256, height: 144, stripes: ["red", "blue"] },
    ...drawing,
  });
const frame = (data: string, changes: Partial<Frame> = {}): Frame => ({
  ...{ at: 61, clip: "Fox", type: "image/jpeg" },
  data,
  ...changes,
});
const pixel = ({ width, rgba }: ToldPicture, x: number, y: number): number[] =>
  rgba.slice(4 * (y * width + x), 4 * (y * width + x) + 4);
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

describe("frames become pictures", () => {
  it.each(["image/jpeg", "image/png"] as const)("from %s, with time and clip", async (type) => {
    const { pictures, notes } = await decode([frame(await draw({ type }), { type })]);
    expect(notes).toEqual([]);
    const [picture] = pictures;
    if (picture === undefined) throw new Error("There is no picture.");
    expect(picture).toMatchObject({ at: 61, clip: "Fox", width: 256, height: 144 });
    expect(picture.rgba).toHaveLength(256 * 144 * 4);
    const left = pixel(picture, 40, 70);
    const right = pixel(picture, 220, 70);
    expect([left[0] ?? 0, right[2] ?? 0].every((value) => value > 240)).toBe(true);
    expect([left[2] ?? 255, right[0] ?? 255].every((value) => value < 15)).toBe(true);
  });

  it("whatever a host calls its file", async () => {
    const png = await draw({ type: "image/png" });
    expect((await decode([frame(png, { type: "image/jpeg" })])).pictures).toHaveLength(1);
  });

  it.each([
    [1920, 1080, 256, 144],
    [1080, 1920, 144, 256],
    [336, 190, 256, 145],
    [224, 126, 224, 126],
    [3000, 2, 256, 1],
    [1, 1, 1, 1],
  ])("of at most 256 pixels: %i × %i", async (width, height, w, h) => {
    const [picture] = (await decode([frame(await draw({ width, height }))])).pictures;
    expect([picture?.width, picture?.height]).toEqual([w, h]);
    expect(picture?.rgba).toHaveLength(w * h * 4);
  });

  it("from an 8K frame, scaled with the colours of every stripe in it", async () => {
    const stripes = ["black", "white", "black", "white"];
    const data = await draw({ type: "image/png", width: 7680, height: 4320, stripes });
    const [picture] = (await decode([frame(data)])).pictures;
    if (picture === undefined) throw new Error("There is no picture.");
    const reds = [32, 96, 160, 224].map((x) => pixel(picture, x, 70)[0]);
    expect(reds).toEqual([0, 255, 0, 255]);
  });

  it("and transparent places stay transparent", async () => {
    const data = await draw({ type: "image/png", stripes: ["red", "transparent"] });
    const [picture] = (await decode([frame(data)])).pictures;
    if (picture === undefined) throw new Error("There is no picture.");
    expect([pixel(picture, 40, 70)[3], pixel(picture, 220, 70)[3]]).toEqual([255, 0]);
  });

  it("in their order, and no more than can be looked at together", async () => {
    const data = await draw({ width: 16, height: 16 });
    const many = Array.from({ length: 30 }, (_, at) => frame(data, { at }));
    const { pictures } = await decode(many);
    expect(pictures.map(({ at }) => at)).toEqual(Array.from({ length: 24 }, (_, at) => at));
  });
});

describe("a frame that cannot be decoded is named, and the others are kept:", () => {
  const jpeg = greyJpeg(64, 64);
  const huge = Buffer.from(greyJpeg(8, 8));
  huge.writeUInt16BE(60_000, huge.indexOf(Buffer.from([0xff, 0xc0])) + 5);
  huge.writeUInt16BE(60_000, huge.indexOf(Buffer.from([0xff, 0xc0])) + 7);
  it.each<[string, string, RegExp]>([
    ["nothing", "", /neither JPEG nor PNG/],
    ["no base64", "§§§", /damaged/],
    ["a text", base64(new TextEncoder().encode("II*, says the TIFF")), /neither JPEG nor PNG/],
    ["the head of a JPEG alone", base64(jpeg.slice(0, 40)), /neither JPEG nor PNG/],
    [
      "a JPEG with no tables",
      base64(Uint8Array.from([...jpeg.slice(0, 2), ...jpeg.slice(71, 84), 0xff, 0xd9])),
      /damaged/,
    ],
    ["60,000 × 60,000 pixels in a few bytes", base64(huge), /too many pixels/],
  ])("%s", async (_, data, why) => {
    const { pictures, notes } = await decode([frame(data), frame(base64(jpeg), { clip: "Owl" })]);
    expect(pictures.map(({ clip }) => clip)).toEqual(["Owl"]);
    expect(notes).toEqual([expect.stringMatching(/“Fox” at 00:01:01 was left out: .*\.$/)]);
    expect(notes[0]).toMatch(why);
  });
});
