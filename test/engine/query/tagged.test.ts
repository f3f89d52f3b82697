import { describe, expect, it } from "vitest";
import { createTagSearch } from "../../../src/engine/query/tagged.ts";

const tagged = createTagSearch(
  [
    ["drums", "calm"],
    ["no drums"],
    ["Brushed Kit", "Drums"],
    ["cellos"],
    ["synth strings"],
    ["string theory"],
    ["bass guitar"],
    [],
  ].map((tags) => ({ tags })),
);

describe("the tracks that are tagged with a concept", () => {
  it.each([
    ["drums", [0, 2]],
    ["strings", [3, 4]],
    ["guitar", [6]],
    ["bass", []],
    ["calm", [0]],
    ["jazz", []],
  ])("%s", (concept, tracks) => {
    expect([...new Set(tagged(concept))].sort()).toEqual(tracks);
  });
});
