import { describe, expect, it } from "vitest";
import { heardText, tempoText } from "../../../src/panel/words/facts.ts";

const loudness = { integrated: -14.3, range: 5, peak: -1 };

describe("facts in words", () => {
  it("mark a tempo that was heard", () => {
    expect(tempoText({ value: 91.6, isHeard: false })).toBe("92 BPM");
    expect(tempoText({ value: 91.6, isHeard: true })).toBe("~92 BPM");
  });

  it("list what was heard and is not stated", () => {
    const heard = { tempo: { bpm: 92, confidence: 0.6, other: 46 }, key: "A minor", loudness };
    expect(heardText({ bpm: null, key: null, heard })).toBe(
      "Heard, not stated: 92 or 46 BPM, A minor, -14 LUFS",
    );
    expect(heardText({ bpm: 90, key: "A minor", heard: { ...heard, loudness: undefined } })).toBe(
      "",
    );
  });
});
