import { describe, expect, it } from "vitest";
import { transcriptOf, wordsInUse } from "../../../src/demo/timeline/model.ts";
import { spoken } from "../../../src/demo/timeline/spoken.ts";
import { clip } from "../toy-sequence.ts";

describe("a spoken sentence", () => {
  it("fills its time with words in order, with pauses between them", () => {
    const words = spoken("You learn to hear", 2, 6);
    expect(words.map(({ text }) => text)).toEqual(["You", "learn", "to", "hear"]);
    expect(words[0]?.start).toBe(2);
    expect(words.at(-1)?.end).toBeCloseTo(6);
    expect(
      words.every(({ start, end }, i) => start < end && end < (words[i + 1]?.start ?? 7)),
    ).toBe(true);
  });

  it("has no words if the text is empty", () => {
    expect(spoken("", 0, 1)).toEqual([]);
  });
});

describe("the words of a clip", () => {
  const words = [
    { text: "before", start: 0, end: 1 },
    { text: "across", start: 4, end: 6 },
    { text: "inside", start: 7, end: 8 },
    { text: "after", start: 15, end: 16 },
  ];

  it("are those of the used part of its file, at their times in the sequence", () => {
    const voice = clip("voice", 100, 105, { sourceStart: 5, words });
    expect(wordsInUse(voice)).toEqual([
      { text: "across", start: 100, end: 101 },
      { text: "inside", start: 102, end: 103 },
    ]);
    expect(transcriptOf(voice)).toBe("across inside");
  });
});
