import { describe, expect, it } from "vitest";
import { createLabelWords } from "../../../src/engine/map/label-words.ts";
import { regionLabels } from "../../../src/engine/map/labels.ts";
import { randomNumbers, track } from "../toy.ts";

const random = randomNumbers(11);
/** Points in a crowd about a place. */
const crowd = (x: number, y: number, words: readonly string[], count = 30) =>
  Array.from({ length: count }, () => ({
    x: x + 0.06 * (random() - 0.5),
    y: y + 0.06 * (random() - 0.5),
    words,
  }));
const labelsOf = (points: ReturnType<typeof crowd>) =>
  regionLabels({
    x: Float32Array.from(points, (point) => point.x),
    y: Float32Array.from(points, (point) => point.y),
    words: points.map((point) => point.words),
    weightOf: (word) => (word === "trumpet" ? 0.5 : 1),
  });

describe("labels of regions", () => {
  const points = [
    ...crowd(0.2, 0.2, ["jazz", "music"]),
    ...crowd(0.8, 0.3, ["horror", "music"]),
    ...crowd(0.5, 0.9, ["music"], 60),
    ...crowd(0.5, 0.5, ["rare", "music"], 5),
  ];

  it("stand where their music is", () => {
    const labels = labelsOf(points);
    const jazz = labels.find(({ text }) => text === "jazz");
    expect(Math.hypot((jazz?.x ?? 0) - 0.2, (jazz?.y ?? 0) - 0.2)).toBeLessThan(0.06);
    const horror = labels.find(({ text }) => text === "horror");
    expect(Math.hypot((horror?.x ?? 0) - 0.8, (horror?.y ?? 0) - 0.3)).toBeLessThan(0.06);
  });

  it("name what is particular to a place first, and nothing that only a few tracks have", () => {
    const texts = labelsOf(points).map(({ text }) => text);
    expect(texts.slice(0, 2).sort()).toEqual(["horror", "jazz"]);
    expect(texts).not.toContain("rare");
  });

  it("prefer words that are more telling", () => {
    const both = [...crowd(0.2, 0.2, ["trumpet", "jazz"]), ...crowd(0.8, 0.8, [])];
    expect(labelsOf(both).map(({ text }) => text)).toEqual(["jazz"]);
  });

  it("stand once each, and apart", () => {
    const twice = [
      ...crowd(0.2, 0.2, ["jazz", "swing"]),
      ...crowd(0.8, 0.8, ["jazz"]),
      ...crowd(0.5, 0.2, []),
    ];
    const labels = labelsOf(twice);
    expect(new Set(labels.map(({ text }) => text)).size).toBe(labels.length);
    for (const a of labels) {
      for (const b of labels) {
        if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(0.07);
      }
    }
  });

  it("are none for a map of nothing", () => {
    expect(labelsOf([])).toEqual([]);
  });
});

it("names regions by tags that are words for genre, mood, use or sound, in any number", () => {
  const words = createLabelWords({
    words: ["horror", "trumpet", "fast", "dark"],
    kinds: ["use", "instrument", "tempo", "mood"],
    vectors: new Float32Array(8),
  });
  const tags = ["Horror", "trumpets", "fast", "dark", "something else", "horror"];
  // Dark music lies everywhere, and has a colour of its own.
  expect(words.of(track("a", { tags }))).toEqual(["horror", "trumpet"]);
  expect(words.weightOf("trumpet")).toBeLessThan(words.weightOf("horror"));
});
