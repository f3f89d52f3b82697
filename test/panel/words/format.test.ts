import { describe, expect, it } from "vitest";
import { audioTrackName, megabytes, timecode, sizeText } from "../../../src/panel/words/format.ts";

describe("formats", () => {
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

it("writes sizes in the unit that has few digits", () => {
  expect([999_999, 182e6, 10.739e9].map(sizeText)).toEqual(["under 1 MB", "182 MB", "10.7 GB"]);
});
