import { describe, expect, it } from "vitest";
import { frameAt, frameCount, timecode } from "../../../src/panel/cue-sheet/timecode.ts";

const at = (frame: number, rate: number): string => timecode(frame, frameCount(rate));

describe("time code", () => {
  it.each([
    [25, 0, "00:00:00:00"],
    [25, 24, "00:00:00:24"],
    [25, 25, "00:00:01:00"],
    [25, 90_000, "01:00:00:00"],
    [24, 86_399, "00:59:59:23"],
    [60, 3_600, "00:01:00:00"],
  ])("at %d frames a second calls frame %d %s", (rate, frame, text) => {
    expect(at(frame, rate)).toBe(text);
  });

  it.each([
    [23.976, 24, "00:00:01:00"],
    [24_000 / 1001, 86_400, "01:00:00:00"],
    [23.98, 1_440, "00:01:00:00"],
  ])("at %d drops nothing: frame %d is %s", (rate, frame, text) => {
    expect(at(frame, rate)).toBe(text);
  });

  // SMPTE ST 12-1: numbers 00 and 01 are left out at every minute that is not a multiple of ten.
  it.each([
    [29.97, 1_799, "00:00:59;29"],
    [29.97, 1_800, "00:01:00;02"],
    [30_000 / 1001, 3_597, "00:01:59;29"],
    [29.97, 3_598, "00:02:00;02"],
    [29.97, 17_981, "00:09:59;29"],
    [29.97, 17_982, "00:10:00;00"],
    [29.97, 107_892, "01:00:00;00"],
    [59.94, 3_599, "00:00:59;59"],
    [59.94, 3_600, "00:01:00;04"],
    [60_000 / 1001, 35_964, "00:10:00;00"],
  ])("at %d drops frame numbers: frame %d is %s", (rate, frame, text) => {
    expect(at(frame, rate)).toBe(text);
  });

  it("at 29.97 keeps to the clock over a day, and no number comes twice", () => {
    const count = frameCount(29.97);
    let before = "";
    for (let second = 0; second < 86_400; second += 37) {
      const text = timecode(frameAt(second, count), count);
      const [hours, minutes, seconds, frames] = text.split(/[:;]/).map(Number);
      const told = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) + (frames ?? 0) / 30;
      // Drop-frame is off by two frames within a minute, and by 86 ms after a day.
      expect(Math.abs(told - second)).toBeLessThan(0.17);
      expect(text > before).toBe(true);
      before = text;
    }
  });

  it("counts odd rates by the clock, begins anew after a day, and goes below zero", () => {
    expect([12, 13, 25].map((frame) => at(frame, 12.5))).toEqual([
      "00:00:00:12",
      "00:00:01:00",
      "00:00:02:00",
    ]);
    expect(at(24 * 90_000, 25)).toBe("00:00:00:00");
    expect(at(-1, 25)).toBe("23:59:59:24");
  });

  it("takes the nearest frame of a time", () => {
    expect(frameAt(1.0199, frameCount(25))).toBe(25);
    expect(frameAt(3600 * 1.001, frameCount(23.976))).toBe(86_400);
  });
});
