import { describe, expect, it, vi } from "vitest";
import type { SearchResult } from "../../../src/contract/search.ts";
import { hitsFirst, ORDERED } from "../../../src/panel/cut/hit-order.ts";
import { answerOf, requestOf, remoteResultOf, resultOf } from "../results.ts";

/** Sixty results, of which every seventh hits three, every fifth one. */
const RESULTS = Array.from({ length: 60 }, (_, n) =>
  resultOf({ rank: n + 1, track: { id: String(n) } }),
);
const hitsOf = (n: number): number => (n % 7 === 0 ? 3 : n % 5 === 0 ? 1 : 0);
const REQUEST = requestOf("calm");

function ordering(isOrdering: boolean, results: readonly SearchResult[] = RESULTS) {
  const read = vi.fn((_: unknown, from: number, count: number) =>
    Promise.resolve(results.slice(from, from + count)),
  );
  const answer = answerOf(REQUEST, ...results.slice(0, 10));
  const search = () => Promise.resolve(answer);
  const placed = ({ track }: { track: { id: string } }) => {
    const hit = hitsOf(Number(track.id));
    return hit === 0 ? null : { offset: 0, landings: [], hit };
  };
  return { read, ranked: hitsFirst({ search, read }, { isOrdering, placed }) };
}

const ids = (results: readonly SearchResult[]): number[] =>
  results.map(({ track }) => Number(track.id));
const plainly = [...Array(ORDERED).keys()].sort((a, b) => hitsOf(b) - hitsOf(a));

describe("results in the order of what they hit", () => {
  it("are as they were ranked unless that is asked for", async () => {
    const { ranked, read } = ordering(false);
    const answer = await ranked.search(REQUEST, new AbortController().signal);
    expect(ids(answer.results)).toEqual([...Array(10).keys()]);
    expect(read).not.toHaveBeenCalled();
    expect(ids(await ranked.read(REQUEST, 0, 20))).toEqual([...Array(20).keys()]);
  });

  it("begin with what hits most, and with what was ranked first of those that hit as many", async () => {
    const { ranked } = ordering(true);
    const answer = await ranked.search(REQUEST, new AbortController().signal);
    expect(ids(answer.results)).toEqual(plainly.slice(0, 10));
    expect(answer.results.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("are in one order, whichever part is read, and beyond the first as they were ranked", async () => {
    const { ranked } = ordering(true);
    const whole = [...plainly, ...Array.from({ length: 10 }, (_, n) => ORDERED + n)];
    for (const [from, count] of [
      [0, 50],
      [10, 20],
      [45, 10],
      [50, 10],
      [30, 100],
    ] as const) {
      const read = await ranked.read(REQUEST, from, count);
      expect(ids(read)).toEqual(whole.slice(from, from + count));
      expect(read.map(({ rank }) => rank)).toEqual(read.map((_, n) => from + n + 1));
    }
  });

  it("have those last that cannot be laid", async () => {
    const { ranked } = ordering(true, [remoteResultOf(), ...RESULTS.slice(7, 9)]);
    const read = await ranked.read(REQUEST, 0, 3);
    expect(read.map(({ track }) => track.id)).toEqual(["7", "far", "8"]);
  });
});
