import { describe, expect, it } from "vitest";
import { audioTrackName, megabytes, timecode } from "../../../src/panel/words/format.ts";

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
