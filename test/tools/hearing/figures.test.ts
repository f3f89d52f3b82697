import { describe, expect, it } from "vitest";
import { PART_DIGITS, packTimes } from "../../../src/shared/packed-times.ts";
import { figuresOf, type Listened } from "../../../tools/hearing/figures.ts";

const PARTS = packTimes([0, 10.5, 20], PART_DIGITS);

/** A piece of 120 bpm in A minor with parts at 0, 10 and 20 s, and what was heard in it. */
function listened(heard: Partial<Listened["heard"]>): Listened {
  return {
    piece: {
      ...{ file: "a.flac", style: "waltz", bpm: 120, key: "A minor" },
      parts: [10, 20],
    },
    heard: { seconds: 30, heard: {}, key: null, ...heard },
  };
}

describe("figures of hearing", () => {
  it("are those of pieces in which everything was heard", () => {
    const all = listened({
      heard: { tempo: { bpm: 120, confidence: 0.98 }, key: "A minor", parts: PARTS },
      key: "A minor",
    });
    const { tempo, key, parts } = figuresOf([all]);
    expect(tempo).toEqual({
      ...{ right: 1, rightOrOther: 1, certain: 1, rightIfCertain: 1 },
    });
    expect(key).toEqual({ pieces: 1, right: 1, kept: 1, rightIfKept: 1 });
    // Of those every eight seconds, at 8, 16 and 24, the first is near a part.
    expect(parts).toEqual({ found: 1, everyEightSeconds: 2 / 5 });
  });

  it("tell what is kept from what is guessed, and octaves apart", () => {
    const half = listened({
      heard: { tempo: { bpm: 60, confidence: 0.5, other: 120 } },
      key: "C major",
    });
    const { tempo, key } = figuresOf([half]);
    expect(tempo).toMatchObject({ right: 0, rightOrOther: 1, certain: 0 });
    expect(key).toMatchObject({ right: 0, kept: 0 });
  });

  it("are not given for what is not known of the pieces", () => {
    const one = listened({});
    const unknown = {
      ...one,
      piece: { ...one.piece, key: null, parts: null },
    };
    expect(figuresOf([unknown])).toMatchObject({ key: null, parts: null });
  });
});
