import { describe, expect, it } from "vitest";
import { wishChips } from "../../../src/panel/describe/wish-chips.ts";
import { NO_WISHES } from "../../../src/panel/model/wishes.ts";

const track = (id: string, name: string, weight = 1) => ({
  of: { kind: "track" as const, id },
  name,
  weight,
});

describe("what is asked for beside the description", () => {
  it("has a chip each, and the description none", () => {
    const wishes = {
      ...NO_WISHES,
      description: "calm",
      second: { description: " rain ", weight: 0.3 },
      like: [track("a", "“Dawn”"), track("b", "“Dusk”", -0.5)],
      levels: { energy: -0.2, density: 0, brightness: 1 },
    };
    expect(wishChips(wishes).map(({ text }) => text)).toEqual([
      "and also: rain (30 %)",
      "like “Dawn”",
      "unlike “Dusk”",
      "a little calmer",
      "much brighter",
    ]);
  });

  it("has no chip while a second description is still blank", () => {
    expect(wishChips({ ...NO_WISHES, second: { description: " ", weight: 0.5 } })).toEqual([]);
  });

  it("can be told apart where two tracks have one title", () => {
    const like = [track("a", "“Dawn”"), track("b", "“Dawn”")];
    expect(wishChips({ ...NO_WISHES, like }).map(({ text }) => text)).toEqual([
      "like “Dawn”",
      "like “Dawn” (2)",
    ]);
  });
});
