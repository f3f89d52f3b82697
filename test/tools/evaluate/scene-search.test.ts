import { expect, it } from "vitest";
import { measureScenes } from "../../../tools/evaluate/scene-search.ts";
import type { Ranker } from "../../../tools/evaluate/rankers.ts";
import { bm25, chance } from "../../../tools/evaluate/rankers.ts";
import type { Scene } from "../../../tools/evaluate/scenes.ts";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { planeIndex, sections, track } from "../../engine/toy.ts";
import { answering } from "./answering.ts";

const fits = {
  moods: ["dark"],
  genres: ["jazz"],
  instruments: [],
  uses: [],
  tempo: "slow",
} as const;
const SCENE: Scene = {
  kind: "heist",
  fits: { ...fits, moods: [...fits.moods], genres: [...fits.genres], instruments: [], uses: [] },
  avoid: ["happy"],
  texts: [
    { register: "keywords", text: "right" },
    { register: "sentence", text: "right" },
    { register: "typo", text: "wrong" },
  ],
};

const TRACKS = [track("good", { tags: ["dark", "jazz"] }), track("bad", { tags: ["happy"] })];
const POOL = {
  name: "all",
  index: joinIndexes([
    planeIndex(TRACKS.map((one) => ({ track: one, sections: sections([1, 0]) }))),
  ]),
  searcher: { ...answering(() => TRACKS), find: () => [] },
};

/** Finds the good track first for what is spelled right, and nothing good otherwise. */
const careful: Ranker = {
  name: "careful",
  rank: (text) => Promise.resolve(text === "right" ? ["good", "bad"] : ["bad", "unknown"]),
};
const hopeless: Ranker = { name: "hopeless", rank: () => Promise.resolve(["bad"]) };

it("figures are means over scenes of the means over their texts, and differences are in pairs", async () => {
  const found = await measureScenes(POOL, [careful, hopeless], [SCENE]);
  expect(found).toMatchObject({
    tracks: 2,
    scenes: 1,
    texts: 3,
    grades: [1, 0, 0, 1],
    scenesWithoutGoodTracks: 0,
  });
  const [first, second] = found.rows;
  expect(first).toMatchObject({
    system: "careful",
    registers: { keywords: 1, sentence: 1, typo: 0 },
  });
  expect(first?.ndcgAt10.value).toBeCloseTo(2 / 3);
  expect(first?.precisionAt5.value).toBeCloseTo((2 * (1 / 5)) / 3);
  expect(first?.typoRatio?.value).toBe(0);
  expect(first?.behind).toBeUndefined();
  expect(second?.behind?.value).toBeCloseTo(2 / 3);
});

it("a scene without good tracks counts as 0", async () => {
  const lost = { ...SCENE, fits: { ...SCENE.fits, moods: ["sunny"], genres: ["polka"] } };
  const { scenesWithoutGoodTracks, rows } = await measureScenes(POOL, [careful], [SCENE, lost]);
  expect(scenesWithoutGoodTracks).toBe(1);
  expect(rows[0]?.ndcgAt10.value).toBeCloseTo(1 / 3);
});

it("baselines rank the pool's own tracks: by words of the tags, and at random but repeatably", async () => {
  expect(await bm25(POOL).rank("a happy tune")).toEqual(["bad", "good"]);
  const random = await chance(POOL).rank("anything");
  expect([...random].sort()).toEqual(["bad", "good"]);
  expect(await chance(POOL).rank("anything")).toEqual(random);
});
