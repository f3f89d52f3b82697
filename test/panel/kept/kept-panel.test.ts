import { beforeEach, describe, expect, it } from "vitest";
import type { SearchResult } from "../../../src/contract/search.ts";
import { tagOf } from "../../../src/panel/kept/kept.ts";
import { ModelBench, DAWN, DUSK } from "../model/model-bench.ts";
import { resultOf, settled } from "../results.ts";

/** The same tracks as the index gives them by id: other objects, with another section. */
const BY_ID: readonly SearchResult[] = [DAWN, DUSK].map(({ track }) => ({
  ...resultOf({ rank: 1, section: { start: 0, end: 10 } }),
  track,
}));

let bench: ModelBench;
beforeEach(async () => {
  bench = new ModelBench();
  bench.folders = {
    tracks: (ids) =>
      Promise.resolve(ids.map((id) => BY_ID.find(({ track }) => track.id === id) ?? null)),
  };
  await bench.kept.write({
    entries: [DAWN, DUSK].map(({ track }, at) => ({ list: "favourites", tag: tagOf(track), at })),
  });
  await bench.start();
  await bench.model.search("dusk");
});

const selected = () => bench.model.view.selected?.track.id;

describe("the panel with a kept list in sight", () => {
  it("steps through it, and comes back to where it was in the results", async () => {
    await bench.model.act("kept");
    expect(bench.model.view.tab).toBe("kept");
    expect(bench.model.view.kept.lists.slice(0, 2).map(({ count }) => count)).toEqual([2, 0]);
    expect(selected()).toBe("dawn");
    await bench.model.act("first");
    expect(selected()).toBe("dusk");
    await bench.model.act("next");
    await bench.model.act("next");
    expect(selected()).toBe("dawn");
    await bench.model.act("kept");
    expect(bench.model.view.tab).toBe("results");
    expect(bench.model.view.results.selectedAt).toBe(0);
  });

  it("keeps the same track selected in the results, though it was selected here too", async () => {
    bench.model.select(DUSK);
    await bench.model.act("kept");
    bench.model.select(BY_ID[1] as SearchResult);
    await bench.model.act("kept");
    expect(bench.model.view.results.selectedAt).toBe(1);
  });

  it("selects the next track when one goes", async () => {
    await bench.model.act("kept");
    await bench.model.act("first");
    await bench.model.act("favourite");
    expect(selected()).toBe("dawn");
    expect(bench.model.view.kept.removed).toContain("removed.");
    await bench.model.act("favourite");
    expect(bench.model.view.kept.isEmpty).toBe(true);
  });

  it("stays with its track while the search is answered anew", async () => {
    await bench.model.act("kept");
    await bench.model.act("first");
    await bench.model.parts.flow.retry();
    expect(selected()).toBe("dusk");
  });

  it("goes to the results when something is searched for", async () => {
    await bench.model.act("kept");
    await bench.model.search("dawn");
    expect(bench.model.view.tab).toBe("results");
  });
});

it("remembers what was inserted, and in which project", async () => {
  await bench.model.act("insert", DAWN);
  await settled();
  const { lists } = bench.model.parts.kept;
  expect(lists.has("recent", "dawn")).toBe(true);
  expect(lists.has("used:film", "dawn")).toBe(true);
});

it("asks for the collections of a track, and puts it there", async () => {
  await bench.model.act("collect", DAWN);
  expect(bench.model.view.sheet).toMatchObject({ name: "collect", tag: { trackId: "dawn" } });
  expect(bench.model.view.kept.choices).toEqual([]);
  const made = bench.model.parts.kept.makeCollection("Chase", true);
  expect(bench.model.view.kept.choices).toEqual([{ collection: made, name: "Chase", isIn: false }]);
});
