import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { holdsMpegFrames } from "../../../src/shared/audio/mpeg-frame.ts";
import { chord } from "../../cli/support/paths.ts";

/** Two frames with this header, `bytes` apart. */
function twoFrames(header: readonly number[], bytes: number): Uint8Array {
  const head = new Uint8Array(bytes + 4);
  head.set(header);
  head.set(header, bytes);
  return head;
}

describe("holdsMpegFrames", () => {
  it.each([
    ["MPEG 1 layer III, 128 kbit/s, 44.1 kHz", [0xff, 0xfb, 0x90, 0], 417],
    ["the same, padded", [0xff, 0xfb, 0x92, 0], 418],
    ["MPEG 2 layer III, 64 kbit/s, 22.05 kHz", [0xff, 0xf3, 0x80, 0], 208],
    ["MPEG 2.5 layer III, 8 kbit/s, 8 kHz", [0xff, 0xe3, 0x18, 0], 72],
    ["MPEG 1 layer II, 192 kbit/s, 48 kHz", [0xff, 0xfd, 0xa4, 0], 576],
    ["MPEG 1 layer I, 384 kbit/s, 32 kHz", [0xff, 0xff, 0xc8, 0], 576],
  ])("knows %s", (_, header, bytes) => {
    expect(holdsMpegFrames(twoFrames(header, bytes))).toBe(true);
    expect(holdsMpegFrames(twoFrames(header, bytes + 1))).toBe(false);
  });

  it.each([
    ["a reserved version", [0xff, 0xeb, 0x90, 0]],
    ["a reserved layer", [0xff, 0xf9, 0x90, 0]],
    ["a forbidden bit rate", [0xff, 0xfb, 0xf0, 0]],
    ["a reserved sample rate", [0xff, 0xfb, 0x9c, 0]],
  ])("knows no frame with %s", (_, header) => {
    expect(holdsMpegFrames(twoFrames(header, 417))).toBe(false);
  });

  it("finds the first whole frame of a file without its beginning", () => {
    const bytes = readFileSync(chord("mp3"));
    expect(holdsMpegFrames(bytes.subarray(1234))).toBe(true);
  });

  it("finds none in random bytes", () => {
    let seed = 1;
    const bytes = Uint8Array.from({ length: 65_536 }, () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed >>> 24;
    });
    expect(holdsMpegFrames(bytes)).toBe(false);
  });
});
