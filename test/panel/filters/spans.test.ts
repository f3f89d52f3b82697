import { describe, expect, it } from "vitest";
import type { SearchFilters } from "../../../src/contract/filters.ts";
import { joined, ownSpan, setOwnSpan } from "../../../src/panel/filters/span-choices.ts";
import { readEnd, writeEnd } from "../../../src/panel/filters/span-text.ts";

describe("an end that was written", () => {
  it.each([
    ["length", "90", 90],
    ["length", "1:30", 90],
    ["length", " 0:05 ", 5],
    ["tempo", "92,5", 92.5],
    ["tempo", "", null],
    ["tempo", "1:30", "bad"],
    ["length", "1:75", "bad"],
    ["length", "-3", "bad"],
    ["tempo", "fast", "bad"],
    ["tempo", "1001", "bad"],
    ["length", "99999", "bad"],
  ] as const)("%s %j is %j", (name, written, end) => {
    expect(readEnd(name, written)).toBe(end);
  });

  it("is written as it can be read", () => {
    expect([writeEnd("length", 90), writeEnd("tempo", 92.5), writeEnd("tempo", null)]).toEqual([
      "1:30",
      "92.5",
      "",
    ]);
  });
});

describe("a stretch of the editor's own", () => {
  const BAND: SearchFilters = { length: [{ least: 60, most: 120 }] };

  it("stands beside bands, and in place of the one before", () => {
    const once = setOwnSpan(BAND, "length", { least: 45, most: 50 });
    expect(once.length).toHaveLength(2);
    const twice = setOwnSpan(once, "length", { least: 10, most: null });
    expect(ownSpan(twice, "length")).toEqual({ least: 10, most: null });
    expect(twice.length).toHaveLength(2);
  });

  it("goes when both ends are open", () => {
    const own = setOwnSpan({}, "tempo", { least: 90, most: 95 });
    expect(setOwnSpan(own, "tempo", { least: null, most: null })).toEqual({});
  });
});

it("joins neighbours, and nothing else", () => {
  expect(
    joined([
      { least: 140, most: null },
      { least: 80, most: 100 },
      { least: 100, most: 120 },
      { least: null, most: 60 },
    ]),
  ).toEqual([
    { least: null, most: 60 },
    { least: 80, most: 120 },
    { least: 140, most: null },
  ]);
});
