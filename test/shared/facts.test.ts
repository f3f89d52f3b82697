import { describe, expect, it } from "vitest";
import { BAR_DIGITS, PART_DIGITS, packTimes } from "../../src/shared/packed-times.ts";
import { keyOf, structureOf, tempoOf } from "../../src/shared/facts.ts";

const heard = {
  tempo: { bpm: 92.3, confidence: 0.8 },
  key: "A minor",
  bars: { beatsPerBar: 3, starts: packTimes([0.5, 2.45], BAR_DIGITS) },
  parts: packTimes([0, 20.5], PART_DIGITS),
};

describe("a fact", () => {
  it("is what is stated, whatever was heard", () => {
    const stated = { bars: [1], beatsPerBar: 4, sections: [] };
    expect(tempoOf({ bpm: 90, heard })).toEqual({ value: 90, isHeard: false });
    expect(keyOf({ key: "C", heard })).toEqual({ value: "C", isHeard: false });
    expect(structureOf({ structure: stated, bpm: null, heard })).toEqual({
      value: stated,
      isHeard: false,
    });
  });

  it("is what was heard where nothing is stated", () => {
    expect(tempoOf({ bpm: null, heard })).toEqual({ value: 92.3, isHeard: true });
    expect(keyOf({ key: null, heard })).toEqual({ value: "A minor", isHeard: true });
    expect(structureOf({ bpm: 91, heard })).toEqual({
      value: {
        bars: [0.5, 2.45],
        beatsPerBar: 3,
        sections: [
          { start: 0, label: "Part 1" },
          { start: 20.5, label: "Part 2" },
        ],
      },
      isHeard: true,
    });
  });

  it("has no heard bars where the stated tempo has other beats", () => {
    const structure = structureOf({ bpm: 184, heard });
    expect(structure?.value.bars).toEqual([]);
    expect(structure?.value.sections).toHaveLength(2);
    expect(structureOf({ bpm: 184, heard: { ...heard, parts: undefined } })).toBeNull();
  });

  it("is none if it is neither stated nor heard", () => {
    expect(tempoOf({ bpm: null, heard: {} })).toBeNull();
    expect(tempoOf({ bpm: null })).toBeNull();
    expect(keyOf({ key: null, heard: {} })).toBeNull();
    expect(structureOf({ bpm: null, heard: {} })).toBeNull();
  });
});
