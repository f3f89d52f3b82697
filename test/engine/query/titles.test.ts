import { describe, expect, it } from "vitest";
import { createTitleSearch } from "../../../src/engine/query/titles.ts";

const search = createTitleSearch([
  { title: "Cold Floor", artist: "Ada" },
  { title: "The Coldest Floor", artist: "Bob" },
  { title: "On a cold, floor (reprise)", artist: "Ada" },
  { title: "Café Noir", artist: "Cold Floor Trio" },
]);

describe("titles", () => {
  it.each([
    ["Cold Floor", [0, 2, 3]],
    ["COLD  FLOOR!", [0, 2, 3]],
    ["cafe noir", [3]],
    ["Café", [3]],
    ["ada", [0, 2]],
    ["old floor", []],
    ["floor ada", []],
    ["", []],
    ["!?", []],
  ])("that have %j", (words, tracks) => {
    expect([...search(words)]).toEqual(tracks);
  });
});
