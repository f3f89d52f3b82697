import { describe, expect, it } from "vitest";
import type { SearchRequest, SearchResult } from "../../../src/contract/search.ts";
import type { Track } from "../../../src/contract/track.ts";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { createFusedSearcher, K } from "../../../src/engine/query/fuse.ts";
import { createSearcher, type SearcherInParts } from "../../../src/engine/query/search.ts";
import { planeIndex, randomNumbers, remote, sections, track } from "../toy.ts";

type Place = readonly [Track, readonly [number, number]];

/** A pack in which calm lies to one side, drums to another, and music where the test puts it. */
function packOf(calm: readonly [number, number], places: readonly Place[]): SearcherInParts {
  const drums = [-calm[1], calm[0]] as const;
  const embed = (text: string): Promise<Float32Array> =>
    Promise.resolve(Float32Array.from(text.includes("drums") ? drums : calm));
  const tower = { embed, knows: () => true, release: () => Promise.resolve() };
  const vocabulary = {
    words: ["calm", "drums", "vocals"],
    kinds: ["mood", "instrument", "instrument"] as const,
    vectors: Float32Array.of(...calm, ...drums, -calm[1], -calm[0]),
  };
  const entries = places.map(([of, [x, y]]) => ({
    track: of,
    sections: sections([x / Math.hypot(x, y), y / Math.hypot(x, y)]),
  }));
  return createSearcher({
    index: joinIndexes([planeIndex(entries)]),
    tower,
    vocabulary,
    device: "wasm",
  });
}

const tracks = Object.fromEntries(
  ["a", "b", "c", "d"].map((id, i) => [id, track(id, { bpm: 60 + 20 * i })]),
) as Record<"a" | "b" | "c" | "d", Track>;
/** Its order for "calm" is a, b, c. */
const FIRST = packOf(
  [1, 0],
  [
    [tracks.a, [9, 1]],
    [tracks.b, [9, 4]],
    [tracks.c, [1, 9]],
  ],
);
/** Its order for "calm" is d, b, a. */
const SECOND = packOf(
  [0, 1],
  [
    [tracks.d, [1, 9]],
    [tracks.b, [4, 9]],
    [tracks.a, [9, 1]],
  ],
);

async function found(
  searchers: readonly SearcherInParts[],
  query: string,
  more: Partial<SearchRequest> = {},
): Promise<readonly SearchResult[]> {
  const answer = await createFusedSearcher(searchers).search({ query, limit: 10, ...more });
  return answer.results;
}
const ids = (results: readonly SearchResult[]): string[] => results.map(({ track: { id } }) => id);

/** The same from the answers of each pack, written out plainly. */
async function naively(searchers: readonly SearcherInParts[], query: string): Promise<string[]> {
  const lists: string[][] = [];
  for (const searcher of searchers) {
    const { results } = await searcher.search({ query, limit: 10_000 });
    const byScore = [...results].sort(
      (x, y) => y.score - x.score || (x.track.id < y.track.id ? -1 : 1),
    );
    lists.push(byScore.map(({ track: { id } }) => id));
  }
  const all = new Set(lists.flat()).size;
  const sums = new Map<string, number>();
  for (const list of lists) {
    list.forEach((id, place) => {
      const among = ((place + 1) * (all + 1)) / (list.length + 1);
      sums.set(id, (sums.get(id) ?? 0) + 1 / (60 + among));
    });
  }
  return [...sums].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).map(([id]) => id);
}

describe("a search over two packs", () => {
  it("adds up one over sixty plus the place", async () => {
    const same = packOf(
      [0, 1],
      [
        [tracks.c, [1, 9]],
        [tracks.b, [4, 9]],
        [tracks.a, [9, 1]],
      ],
    );
    const results = await found([FIRST, same], "calm");
    // b is second twice; a and c are first and third.
    expect(ids(results)).toEqual(["a", "c", "b"]);
    const scores = results.map(({ score }) => (score * 2) / (K + 1));
    expect(scores[0]).toBeCloseTo(1 / 61 + 1 / 63, 10);
    expect(scores[2]).toBeCloseTo(2 / 62, 10);
  });

  it("finds what one pack knows, at the place that it would have among all tracks", async () => {
    const results = await found([FIRST, SECOND], "calm");
    expect(ids(results)).toEqual(["a", "b", "d", "c"]);
    // The first of three is expected at 5/4 of its place among four.
    const shown = results.find(({ track: { id } }) => id === "d")?.score ?? 0;
    expect((shown * 2) / (K + 1)).toBeCloseTo(1 / (60 + 5 / 4), 10);
  });

  it("does not put the few tracks of a pack first that knows no others", async () => {
    const catalogue = Array.from({ length: 200 }, (_, i): Place => {
      const angle = (Math.PI * i) / 200;
      return [track(`t${String(i).padStart(3, "0")}`), [Math.cos(angle), Math.sin(angle)]];
    });
    const last = catalogue.at(-1);
    const bundled = packOf([1, 0], catalogue);
    const added = packOf([1, 0], last === undefined ? [] : [last]);
    const fused = ids(await found([bundled, added], "calm", { limit: 200 }));
    expect(fused.indexOf("t199")).toBeGreaterThan(10);
  });

  it("agrees with a plain computation on many tracks, however the packs overlap", async () => {
    const next = randomNumbers(11);
    const all = Array.from({ length: 400 }, (_, i) => track(`t${i}`));
    const some = (share: number): Place[] =>
      all.filter(() => next() < share).map((each) => [each, [next() - 0.5, next() - 0.5]]);
    const packs = [
      packOf([1, 0], some(0.9)),
      packOf([0, 1], some(0.5)),
      packOf([0.6, 0.8], some(0.2)),
    ];
    for (const query of ["calm", "calm, no drums", "drums"]) {
      const fused = ids(await found(packs, query, { limit: 10_000 }));
      expect(fused.length).toBeGreaterThan(300);
      expect(fused).toEqual(await naively(packs, query));
    }
  });

  it("orders by id what has the same score", async () => {
    const one = packOf([1, 0], [[tracks.b, [1, 0]]]);
    const other = packOf([1, 0], [[tracks.a, [1, 0]]]);
    expect(ids(await found([one, other], "calm"))).toEqual(["a", "b"]);
    expect(ids(await found([other, one], "calm"))).toEqual(["a", "b"]);
  });

  it("gives the same list each time, and while another search is under way", async () => {
    const fused = createFusedSearcher([FIRST, SECOND]);
    const alone = await fused.search({ query: "calm", limit: 10 });
    const [again, other] = await Promise.all([
      fused.search({ query: "calm", limit: 10 }),
      fused.search({ query: "drums", limit: 10 }),
    ]);
    expect(again.results).toEqual(alone.results);
    expect(ids(other.results)).not.toEqual(ids(alone.results));
  });

  it("takes the section from the pack in which the track has the better place", async () => {
    const results = await found([FIRST, SECOND], "calm");
    const alone = await FIRST.search({ query: "calm", limit: 10 });
    const better = results.find(({ track: { id } }) => id === "a");
    expect(better?.section).toEqual(alone.results[0]?.section);
    expect(better?.why).toEqual(alone.results[0]?.why);
  });

  it("holds to tempo, place and phrases that stay words, as with one pack", async () => {
    expect(ids(await found([FIRST, SECOND], "calm, 80 bpm"))).toEqual(["b"]);
    expect(ids(await found([FIRST, SECOND], "calm, 80 bpm", { literal: ["80 bpm"] }))).toHaveLength(
      4,
    );
    expect(await found([FIRST, SECOND], "calm", { limit: 2 })).toHaveLength(2);
    const far = packOf([1, 0], [[remote("far"), [1, 0]]]);
    expect(ids(await found([FIRST, far], "calm"))).toContain("far");
    expect(ids(await found([FIRST, far], "calm", { filters: { playable: true } }))).not.toContain(
      "far",
    );
  });

  it("puts a quoted title first, and counts the tracks that have it in either pack", async () => {
    const answer = await createFusedSearcher([FIRST, SECOND]).search({
      query: 'calm "title of d"',
      limit: 10,
    });
    expect(answer.results[0]?.track.id).toBe("d");
    expect(answer.understood.items).toMatchObject([{ kind: "title", label: { tracks: 1 } }]);
  });

  it("keeps tracks of different catalogues apart that have the same id", async () => {
    const other = packOf([1, 0], [[track("a", { catalogue: "Other" }), [1, 0]]]);
    const results = await found([FIRST, other], "calm");
    expect(ids(results).sort()).toEqual(["Other/a", "a", "b", "c"]);
  });

  it("refuses what one pack refuses", async () => {
    await expect(found([FIRST, SECOND], "calm", { limit: 0 })).rejects.toMatchObject({
      code: "usage",
    });
  });
});

it("is the pack's own search with one pack", async () => {
  const request = { query: "calm", limit: 10 };
  const fused = await createFusedSearcher([FIRST]).search(request);
  expect(fused.results).toEqual((await FIRST.search(request)).results);
});

it("gives the waveform of a track from the pack that knows it", () => {
  const fused = createFusedSearcher([FIRST, SECOND]);
  expect(fused.tracks.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  expect(fused.peaks("d")).toHaveLength(0);
  expect(fused.peaks("none")).toBeUndefined();
});
