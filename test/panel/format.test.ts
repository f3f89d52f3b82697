import { describe, expect, it } from "vitest";
import { audioTrackName, clock, megabytes, timecode } from "../../src/panel/format.ts";

describe("formats", () => {
  it.each([
    [0, "0:00"],
    [59.99, "0:59"],
    [75.6, "1:15"],
    [3600, "60:00"],
    [-1, "0:00"],
  ])("write a length of %d s as %s", (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });

  it.each([
    [0, "00:00:00"],
    [3725.4, "01:02:05"],
  ])("write a place of %d s on the timeline as %s", (seconds, text) => {
    expect(timecode(seconds)).toBe(text);
  });

  it("name audio tracks from one on, and whole megabytes of a million bytes", () => {
    expect(audioTrackName(0)).toBe("A1");
    expect(megabytes(12_549_000)).toBe("13");
  });
});
