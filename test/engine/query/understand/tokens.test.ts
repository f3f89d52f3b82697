import { describe, expect, it } from "vitest";
import { isStop, tokenise } from "../../../../src/engine/query/understand/tokens.ts";

const wordsOf = (query: string): string[] => tokenise(query).map(({ word }) => word);

describe("the tokens of a query", () => {
  it.each([
    ["Calm piano, no drums.", ["calm", "piano", ",", "no", "drums", "."]],
    ["120bpm 92.5 80-100", ["120", "bpm", "92.5", "80", "-", "100"]],
    ["don\u2019t 'quote' d'n'b", ["don't", "'", "quote", "'", "d'n'b"]],
    ["1.2.3", ["1.2", ".", "3"]],
    ["C# r&b", ["c", "#", "r", "&", "b"]],
    ["cafe\u0301 \u{1F3B5}", ["cafe\u0301", "\u{1F3B5}"]],
    ["", []],
  ])("of %j are %j", (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });

  it("know where they stand", () => {
    const query = " Don't  stop\u{1F3B5}at 92.5!";
    const cut = tokenise(query).map(({ start, end }) => query.slice(start, end));
    expect(cut).toEqual(["Don't", "stop", "\u{1F3B5}", "at", "92.5", "!"]);
  });

  it("part clauses only where a mark does", () => {
    const stops = tokenise("a, b - c & d: 5 (e)").filter(isStop);
    expect(stops.map(({ word }) => word)).toEqual([",", ":", "(", ")"]);
    expect(isStop(undefined)).toBe(true);
  });
});
