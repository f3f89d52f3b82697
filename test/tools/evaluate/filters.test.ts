import { describe, expect, it } from "vitest";
import { measureFilters, readFilters, respects } from "../../../tools/evaluate/filters.ts";
import { answering } from "./answering.ts";
import { track } from "../../engine/toy.ts";

describe("a track respects a filter", () => {
  const known = track("a", { bpm: 80, seconds: 100, vocals: false });

  it("if its facts lie within, ends included", () => {
    expect(respects(known, { bpm: [0, 80] })).toBe(true);
    expect(respects(known, { bpm: [81, 90] })).toBe(false);
    expect(respects(known, { bpm: [0, 80], seconds: [101, 200] })).toBe(false);
    expect(respects(known, { vocals: false })).toBe(true);
  });

  it("or is not known to, if a fact is missing", () => {
    expect(respects(track("b", { bpm: null, seconds: 100 }), { bpm: [0, 80] })).toBeNull();
    expect(respects(track("b", { seconds: 0 }), { seconds: [0, 80] })).toBeNull();
    expect(respects(track("b", { vocals: null }), { vocals: false })).toBeNull();
    expect(respects(track("b", { vocals: null, tags: ["singer"] }), { vocals: false })).toBe(false);
  });
});

it("shares are means over queries, of the query as it is read and as plain words", async () => {
  const slow = track("slow", { bpm: 60 });
  const fast = track("fast", { bpm: 160 });
  const searcher = answering(({ literal = [] }) => (literal.length > 0 ? [slow, fast] : [slow]));
  const figures = await measureFilters(searcher, [
    { query: "under 90 bpm", bpm: [0, 90] },
    { query: "over 90 bpm", bpm: [90, 999] },
  ]);
  expect(figures).toEqual({
    queries: 2,
    withUnderstanding: { fit: 0.5, break: 0.5, unknown: 0 },
    without: { fit: 0.5, break: 0.5, unknown: 0 },
  });
});

it("there are twenty queries, each with a filter", async () => {
  const queries = await readFilters();
  expect(queries).toHaveLength(20);
  expect(queries.filter((query) => Object.keys(query).length < 2)).toEqual([]);
});
