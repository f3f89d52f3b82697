import { describe, expect, it } from "vitest";
import type { SearchRequest } from "../../../src/contract/search.ts";
import type { Track } from "../../../src/contract/track.ts";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { createFusedSearcher, type FusedSearcher } from "../../../src/engine/query/fuse.ts";
import { createSearcher } from "../../../src/engine/query/search.ts";
import { planeIndex, randomNumbers, sections, track } from "../toy.ts";

/** A pack of a plane in which "calm" lies to the right. */
function packOf(tracks: readonly Track[], seed: number) {
  const next = randomNumbers(seed);
  const calm = Float32Array.of(1, 0);
  const vector = (): [number, number] => {
    const angle = 2 * Math.PI * next();
    return [Math.cos(angle), Math.sin(angle)];
  };
  return createSearcher({
    index: joinIndexes([
      planeIndex(tracks.map((of) => ({ track: of, sections: sections(vector(), vector()) }))),
    ]),
    tower: {
      embed: () => Promise.resolve(calm),
      knows: () => true,
      release: () => Promise.resolve(),
    },
    vocabulary: {
      words: ["calm", "drums"],
      kinds: ["mood", "instrument"] as const,
      vectors: Float32Array.of(1, 0, 0, 1),
    },
    device: "wasm",
  });
}

const TRACKS = Array.from({ length: 90 }, (_, i) =>
  track(`t${i}`, { artist: `Artist ${i % 4}`, bpm: i % 3 === 0 ? null : 60 + i }),
);
const REQUEST: SearchRequest = { query: "calm, over 70 bpm", limit: 10 };

describe.each([
  ["one pack", () => createFusedSearcher([packOf(TRACKS, 1)])],
  ["two packs", () => createFusedSearcher([packOf(TRACKS, 1), packOf(TRACKS.slice(40), 2)])],
])("with %s", (_, open: () => FusedSearcher) => {
  it("more results go on where the answer ends", async () => {
    const searcher = open();
    const all = await searcher.search({ ...REQUEST, limit: 1000 });
    expect(all.results).toHaveLength(all.total);
    await searcher.search(REQUEST);
    const pages = [];
    for (let from = 0; from < all.total + 20; from += 20) {
      pages.push(...(await searcher.results(REQUEST, from, 20)));
    }
    expect(pages).toEqual(all.results);
  });

  it("more results are the same after other searches, and without one before", async () => {
    const searcher = open();
    const expected = await searcher.results(REQUEST, 10, 30);
    await searcher.search({ query: "drums", limit: 3 });
    expect(await searcher.results(REQUEST, 10, 30)).toEqual(expected);
    expect(expected.map(({ rank }) => rank)[0]).toBe(11);
  });

  it("more results of a search hold while another is made", async () => {
    const searcher = open();
    const { results } = await searcher.search({ ...REQUEST, limit: 40 });
    const [page] = await Promise.all([
      searcher.results(REQUEST, 20, 20),
      searcher.search({ query: "drums", limit: 3 }),
    ]);
    expect(page).toEqual(results.slice(20));
  });

  it("the total counts all that fit, however few are asked for", async () => {
    const { total, results } = await open().search({ ...REQUEST, limit: 2 });
    expect([results.length, total]).toEqual([
      2,
      30 + TRACKS.filter(({ bpm }) => bpm !== null && bpm >= 70).length,
    ]);
  });

  it("tracks by id come in the order in which they are asked for", () => {
    const found = open().tracksById(["t50", "none", "t3"]);
    expect(found.map((result) => result?.track.id)).toEqual(["t50", undefined, "t3"]);
  });

  it.each([
    ["a limit of 0", { limit: 0 }, '"limit"'],
    ["a query that is no text", { query: 7 }, '"query"'],
    ["a share above 1", { second: { query: "a", weight: 2 } }, '"second.weight"'],
    [
      "a span that is no number",
      { filters: { tempo: [{ least: NaN, most: null }] } },
      "filters.tempo",
    ],
    ["an energy that there is not", { filters: { energy: ["loud"] } }, "filters.energy"],
    ["too many tracks", { filters: { tracks: new Array(10_001).fill("t") } }, "filters.tracks"],
    ["a level beyond 1", { levels: { energy: 1.5 } }, '"levels.energy"'],
    ["a likeness to nothing", { like: [{ weight: 1 }] }, "like.0"],
  ])("%s is refused, by name", async (_what, wrong, name) => {
    const searching = open().search({ ...REQUEST, ...wrong } as unknown as SearchRequest);
    await expect(searching).rejects.toMatchObject({ code: "usage" });
    await expect(searching).rejects.toThrow(name);
  });

  it.each([
    [-1, 10],
    [0.5, 10],
    [0, 10_001],
    [0, NaN],
  ])("results from %d on, %d of them, are refused", async (from, count) => {
    await expect(open().results(REQUEST, from, count)).rejects.toMatchObject({ code: "usage" });
  });
});

it("a track by id has the section that is nearest to its mean", () => {
  const index = joinIndexes([
    planeIndex([{ track: track("a"), sections: sections([1, 0], [0.6, 0.8], [0, 1]) }]),
  ]);
  const searcher = createSearcher({
    index,
    tower: {
      embed: () => Promise.resolve(Float32Array.of(1, 0)),
      knows: () => true,
      release: () => Promise.resolve(),
    },
    vocabulary: { words: ["calm"], kinds: ["mood"] as const, vectors: Float32Array.of(1, 0) },
    device: "wasm",
  });
  expect(searcher.tracksById(["a"])[0]).toMatchObject({ rank: 1, section: { start: 5, end: 15 } });
});
