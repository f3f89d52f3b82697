import { describe, expect, it } from "vitest";
import {
  dropText,
  filterText,
  nothingFitsText,
  unknownText,
} from "../../../src/panel/words/filters.ts";

describe("a filter on a chip", () => {
  it.each([
    ["length", { length: [{ least: 45, most: 90 }] }, "0:45–1:30"],
    [
      "length",
      {
        length: [
          { least: null, most: 60 },
          { least: 60, most: 120 },
        ],
      },
      "under 2 min",
    ],
    [
      "tempo",
      {
        tempo: [
          { least: 80, most: 100 },
          { least: 140, most: null },
        ],
      },
      "80–100 or over 140 BPM",
    ],
    [
      "keys",
      {
        keys: [
          { tonic: "C", mode: null },
          { tonic: "D", mode: null },
        ],
      },
      "key of C or D",
    ],
    ["energy", { energy: ["low", "medium", "high"] }, "low, medium or high energy"],
    ["licences", { licences: ["unknown", ""] }, "Licence unknown or Other licence"],
    ["tracks", { tracks: ["a"] }, "among 1 chosen track"],
    ["playable", { playable: true }, "on this machine only"],
    ["playable", { playable: false }, ""],
    ["energy", { energy: [] }, ""],
  ] as const)("%s %j is %j", (name, filters, text) => {
    // A deep copy, since filters are not read-only.
    expect(filterText(structuredClone(filters) as Parameters<typeof filterText>[0], name)).toBe(
      text,
    );
  });
});

it("says how many tracks are not known to fit, and that they are left out", () => {
  expect([unknownText(12, false), unknownText(12, true), unknownText(0, true)]).toEqual([
    "12 not known",
    "12 left out: not known",
    "",
  ]);
});

it("names what leaves no track, and what to drop", () => {
  expect(nothingFitsText(["under 0:10"])).toBe("No track fits this: under 0:10.");
  expect(nothingFitsText(["D minor", "90 BPM"])).toBe(
    "No track fits all of this: D minor, 90 BPM.",
  );
  expect(dropText("sung", 1)).toBe("Drop “sung”: 1 track is left");
});
