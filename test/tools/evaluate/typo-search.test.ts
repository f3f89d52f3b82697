import { describe, expect, it } from "vitest";
import { createRng } from "../../../composer/lib/rng.ts";
import { editDistance } from "../../../src/engine/query/understand/lexicon.ts";
import { mistype } from "../../../tools/evaluate/typing-errors.ts";
import { misspell } from "../../../tools/evaluate/typo-search.ts";
import { readVocabulary } from "../../../tools/evaluate/vocabulary.ts";

describe("a typing error", () => {
  it("is one change of a letter, and two are at most two", () => {
    const rng = createRng("test");
    for (let i = 0; i < 200; i += 1) {
      expect(editDistance("suspenseful", mistype("suspenseful", 1, rng), 3)).toBe(1);
      const twice = editDistance("suspenseful", mistype("suspenseful", 2, rng), 4);
      expect(twice).toBeGreaterThan(0);
      expect(twice).toBeLessThanOrEqual(3); // Two swaps may share a letter.
    }
  });
});

it("sixty words of the vocabulary are misspelled, the same every time, and none into another", async () => {
  const vocabulary = await readVocabulary();
  const found = misspell(vocabulary);
  expect(found).toHaveLength(60);
  expect(misspell(vocabulary)).toEqual(found);
  for (const { word, typed } of found) {
    expect(vocabulary).toContain(word);
    expect(typed).toHaveLength(2);
    expect(typed.filter((one) => vocabulary.includes(one))).toEqual([]);
  }
});
