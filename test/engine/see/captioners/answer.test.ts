import { describe, expect, it } from "vitest";
import { cleanAnswer } from "../../../../src/engine/see/captioners/answer.ts";

describe("what a captioner wrote", () => {
  it.each([
    [" a man walks through the rain ", "a man walks through the rain"],
    ["</s><s>A beach at dusk.</s>", "A beach at dusk."],
    ["Assistant: Two dogs\u0000\nplay\u200b .", "Two dogs play."],
    ['# A **sign** that says "Stop"', "A sign that says Stop"],
    ["<loc_12>a car<loc_40> in snow", "a car in snow"],
    ["see https://example.org/x for a lake", "see for a lake"],
    ["ﬁshing boats", "fishing boats"],
    ["Ein Mann fährt Rad", "Ein Mann fährt Rad"],
  ])("is cleaned: %j", (written, cleaned) => {
    expect(cleanAnswer(written, true)).toBe(cleaned);
  });

  it.each([
    "",
    "beach",
    "1 2 3 4 5 6",
    "!!! ??? ...",
    "the the the the",
    "a dog and a dog and a dog and a dog",
    "red blue red blue red blue",
    "one two three one two three one two three",
    "big big small small big small big small big big",
  ])("says nothing: %j", (written) => {
    expect(cleanAnswer(written, true)).toBeNull();
  });

  it("keeps words that come twice", () => {
    const twice = "a man with a hat and a woman with a hat on a bench";
    expect(cleanAnswer(twice, true)).toBe(twice);
  });

  it("loses what follows the last whole sentence if it did not come to its end", () => {
    expect(cleanAnswer("A quiet street. Rain falls. The lamps are", false)).toBe(
      "A quiet street. Rain falls.",
    );
    expect(cleanAnswer("a street with lamps that", false)).toBe("a street with lamps that");
  });

  it("is never long", () => {
    const words = Array.from(
      { length: 90 },
      (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}`,
    );
    const cut = cleanAnswer(words.join(" "), true) ?? "";
    expect(cut.length).toBeGreaterThan(150);
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(words).toContain(cut.split(" ").at(-1));
    const sentences = `${"A street in the rain. ".repeat(1)}${words.join(" ")}`;
    expect(cleanAnswer(sentences, true)).toBe("A street in the rain.");
  });
});
