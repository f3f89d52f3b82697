import { describe, expect, it } from "vitest";
import { progressText } from "../../../src/panel/words/own-music.ts";

describe("progressText", () => {
  it("tells the time left once two files are done, and until the last is", () => {
    expect(progressText(1, 340, 5)).toBe("1 of 340 files");
    expect(progressText(12, 340, 20)).toBe("12 of 340 files, about 9:07 left");
    expect(progressText(340, 340, 500)).toBe("340 of 340 files");
  });

  it("tells no time below zero where a clock has jumped", () => {
    for (const seconds of [-3600, 0]) {
      expect(progressText(12, 340, seconds)).toBe("12 of 340 files, about 0:00 left");
    }
  });
});
