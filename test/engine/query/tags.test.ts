import { describe, expect, it } from "vitest";
import type { Calibration } from "../../../src/engine/encode/vocabulary.ts";
import { createTagSearch, heardTags, heardTagsOf } from "../../../src/engine/query/tags.ts";
import { planeIndex, remote, sections, track } from "../toy.ts";

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

const hearing = (scale: number, bias: number): Calibration => ({ scale, bias, reliability: 0.8 });

/** Words in the plane, all calibrated alike unless `calibration` says otherwise. */
function vocabulary(
  words: Record<string, readonly [number, number]>,
  calibration: (Calibration | null)[] = Object.keys(words).map(() => hearing(8, -4)),
) {
  return {
    words: Object.keys(words),
    vectors: Float32Array.from(Object.values(words).flat()),
    calibration,
  };
}

const COMPASS = vocabulary({ east: [1, 0], north: [0, 1], west: [-1, 0] });
const vectors = (...rows: readonly (readonly number[])[]) =>
  rows.map((row) => Float32Array.from(row));

describe("the tags of a track by its audio", () => {
  it("are the words whose mean presence is above one half, the most probable first", () => {
    const found = heardTags(COMPASS, vectors([1, 0], [0.8, 0.6], [1, 0]));
    expect(found.map(({ word }) => word)).toEqual(["east"]);
    const cosines = [1, Math.fround(0.8), 1];
    const mean = cosines.reduce((sum, x) => sum + 1 / (1 + Math.exp(4 - 8 * x)), 0) / 3;
    expect(found[0]?.presence).toBeCloseTo(mean, 12);
    const both = heardTags(COMPASS, vectors([0.6, 0.8]));
    expect(both.map(({ word }) => word)).toEqual(["north", "east"]);
  });

  it("are not what a single section has among many", () => {
    expect(heardTags(COMPASS, vectors([0, 1]))).toHaveLength(1);
    expect(heardTags(COMPASS, vectors([0, 1], [0, -1], [0, -1]))).toEqual([]);
  });

  it("are no words that cannot be heard well enough", () => {
    const deaf = { ...COMPASS, calibration: [null, hearing(8, -4), null] };
    expect(heardTags(deaf, vectors([0.7, 0.7])).map(({ word }) => word)).toEqual(["north"]);
  });

  it("are at most twelve", () => {
    const many = Array.from({ length: 20 }, (_, i) => [`word ${i}`, [1 - i / 100, 0]] as const);
    const found = heardTags(vocabulary(Object.fromEntries(many)), vectors([1, 0]));
    expect(found.map(({ word }) => word)).toEqual(many.slice(0, 12).map(([word]) => word));
  });

  it("are none without sections, or if the pack does not say how words are heard", () => {
    const { words, vectors: table } = COMPASS;
    expect(heardTags(COMPASS, [])).toEqual([]);
    expect(heardTags({ words, vectors: table }, vectors([1, 0]))).toEqual([]);
  });

  it("can be read from an index, for tracks that were embedded from their audio", () => {
    const index = planeIndex([
      { track: track("a"), sections: sections([1, 0]) },
      { track: track("b"), sections: sections([0, 1], [0, 1], [0.8, 0.6]) },
      { track: remote("c"), sections: sections([1, 0]) },
      { track: remote("d", { evidence: "audio" }), sections: sections([-1, 0]) },
    ]);
    const tags = [0, 1, 2, 3].map((t) => heardTagsOf(COMPASS, index, t));
    expect(tags.map((found) => found.map(({ word }) => word))).toEqual([
      ...[["east"], ["north"], [], ["west"]],
    ]);
    const exact = heardTags(COMPASS, vectors([0, 1], [0, 1], [0.8, 0.6]));
    expect(tags[1]?.[0]?.presence).toBeCloseTo(exact[0]?.presence ?? NaN, 2);
    expect(heardTagsOf(COMPASS, index, 4)).toEqual([]);
  });
});
