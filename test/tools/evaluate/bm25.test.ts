import { describe, expect, it } from "vitest";
import { createBm25 } from "../../../tools/evaluate/bm25.ts";

describe("BM25", () => {
  const score = createBm25(["slow piano", "fast fast drums, loud", "slow strings"]);

  it("is as computed by hand", () => {
    // Mean length 8/3. "slow" is in 2 of 3: ln(1 + 1.5/2.5). Length 2: 1.2 x (0.25 + 0.75 x 2/(8/3)).
    const norm = 1.2 * (0.25 + (0.75 * 2) / (8 / 3));
    const expected = (Math.log(1.6) * 2.2) / (1 + norm);
    const scores = score("slow");
    expect(scores[0]).toBeCloseTo(expected, 12);
    expect(scores[1]).toBe(0);
    expect(scores[2]).toBeCloseTo(expected, 12);
  });

  it("counts a repeated word more, but less than twice", () => {
    // Both documents have four words, and each word is in one document.
    const once = createBm25(["fast drums and bass", "loud loud horns now"]);
    const [single = 0] = once("fast");
    const [, double = 0] = once("loud");
    expect(double).toBeGreaterThan(single);
    expect(double).toBeLessThan(2 * single);
  });

  it("values a rare word more than a common one, and ignores case and accents", () => {
    const [common = 0] = score("slow");
    const [rare = 0] = score("PIÁNO");
    expect(rare).toBeGreaterThan(common);
  });

  it("gives 0 to all for words that no document has", () => {
    expect([...score("banjo")]).toEqual([0, 0, 0]);
  });
});
