import { describe, expect, it } from "vitest";
import { editDistance } from "../../../../src/engine/query/understand/lexicon.ts";
import { randomNumbers } from "../../toy.ts";

/** The definition, cell by cell: distance of the first i letters of `a` and the first j of `b`. */
function naive(a: string, b: string): number {
  const cells = new Map<string, number>();
  function cell(i: number, j: number): number {
    if (i === 0 || j === 0) return i + j;
    const known = cells.get(`${i} ${j}`);
    if (known !== undefined) return known;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const least = Math.min(
      cell(i - 1, j) + 1,
      cell(i, j - 1) + 1,
      cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      swapped ? cell(i - 2, j - 2) + 1 : Infinity,
    );
    cells.set(`${i} ${j}`, least);
    return least;
  }
  return cell(a.length, b.length);
}

describe("the edit distance", () => {
  it.each([
    ["romantic", "romantic", 0],
    ["romatic", "romantic", 1],
    ["accoustic", "acoustic", 1],
    ["ambeint", "ambient", 1],
    ["guitat", "guitar", 1],
    ["melancholly", "melancholic", 2],
  ])("of %s and %s is %i", (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });

  it("is what its definition says, up to the limit", () => {
    const next = randomNumbers(7);
    const word = (): string =>
      Array.from({ length: Math.floor(next() * 8) }, () => "abc"[Math.floor(next() * 3)]).join("");
    const seen = new Set<number>();
    for (let i = 0; i < 4000; i += 1) {
      const [a, b] = [word(), word()];
      for (const most of [1, 2, 3]) {
        const distance = editDistance(a, b, most);
        seen.add(distance);
        expect([a, b, distance]).toEqual([a, b, Math.min(naive(a, b), most + 1)]);
      }
    }
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
