import { describe, expect, it } from "vitest";
import {
  rowDescription,
  shortKey,
  trackName,
  vocalsText,
} from "../../../src/panel/words/results.ts";
import { remoteResultOf, resultOf } from "../results.ts";

const FAR = remoteResultOf("https://example.org/far", { bpm: 120 });

describe("a row's words", () => {
  it("name it by title and artist, or by the title alone", () => {
    expect(trackName(resultOf().track)).toBe("Dawn by Mara");
    expect(trackName(resultOf({ track: { artist: "" } }).track)).toBe("Dawn");
    expect(trackName(resultOf({ track: { title: " " } }).track)).toBe("Untitled by Mara");
  });

  it("describe it with all that is known, and say that it is remote", () => {
    const track = { bpm: 92, key: "D minor", vocals: true };
    expect(rowDescription(resultOf({ track, why: ["calm", "piano"] }))).toBe(
      "1:30, 92 BPM, D minor, Vocals, CC0-1.0, calm, piano",
    );
    expect(rowDescription(FAR)).toBe("Not on this machine, 1:30, 120 BPM, CC0-1.0");
    const unknown = remoteResultOf(undefined, { artist: "", seconds: 0 });
    expect(rowDescription(unknown)).toBe("Not on this machine, CC0-1.0");
  });

  it("shorten keys as musicians do, and leave others as they are", () => {
    expect(["D minor", "C# major", "Bb minor", "G dorian"].map(shortKey)).toEqual([
      "Dm",
      "C#",
      "Bbm",
      "G dorian",
    ]);
  });

  it("speak of vocals where they are stated or plainly heard", () => {
    const said = (vocals: boolean | null, heard?: number): string | null =>
      vocalsText({
        ...resultOf().track,
        vocals,
        ...(heard === undefined ? {} : { heard: { vocals: heard } }),
      });
    expect([said(true), said(false, 0.9), said(null, 0.9), said(null, 0.5), said(null)]).toEqual([
      "Vocals",
      null,
      "~Vocals",
      null,
      null,
    ]);
  });
});
