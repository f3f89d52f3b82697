import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Project } from "../../../src/contract/place.ts";
import type { SearchResult } from "../../../src/contract/search.ts";
import { KeptLists } from "../../../src/panel/kept/kept-lists.ts";
import { KeptTab } from "../../../src/panel/kept/kept-tab.ts";
import { rowOf, sheetOf } from "../cue-sheet/sheets.ts";
import { resultOf, settled } from "../results.ts";
import { TestEditor } from "../test-editor.ts";

const tag = (trackId: string) => ({
  ...{ trackId, title: trackId, artist: "" },
  licence: { id: "CC0-1.0", name: "CC0 1.0" },
});

let editor: TestEditor | null;
let project: Project | null;
let known: Map<string, SearchResult>;
let lists: KeptLists;
let tab: KeptTab;
const tracks = vi.fn((ids: readonly string[]) =>
  Promise.resolve(ids.map((id) => known.get(id) ?? null)),
);
const found = vi.fn();

beforeEach(() => {
  tracks.mockClear();
  editor = new TestEditor();
  project = { id: "film", name: "Film" };
  known = new Map(["a", "b"].map((id) => [id, resultOf({ track: { id } })]));
  lists = new KeptLists({
    entries: [
      { list: "favourites", tag: tag("a"), at: 2 },
      { list: "favourites", tag: tag("gone"), at: 1 },
      { list: "used:film", tag: tag("b"), at: 7 },
      { list: "used:other", tag: tag("c"), at: 8 },
      { list: "collection:c1", tag: tag("b"), at: 9 },
    ],
    collections: [{ id: "c1", name: "Chase", project: null, at: 1 }],
  });
  tab = new KeptTab({
    kept: { lists },
    tracks,
    host: () => editor,
    project: () => project,
    found,
    changed: () => undefined,
  });
});

const shown = () =>
  tab.entries.map(({ tag: { trackId }, isInSequence, at }) => [trackId, isInSequence, at]);

describe("a kept list in sight", () => {
  it("has its tracks as the index knows them, and what is stored of those it does not", async () => {
    expect(tab.entries.map(({ result }) => result)).toEqual([undefined, undefined]);
    await tab.show("favourites");
    expect(tab.entries.map(({ result }) => result)).toEqual([known.get("a"), null]);
    expect(tab.results).toEqual([known.get("a")]);
    expect(found).toHaveBeenCalled();
  });

  it("looks tracks up once, until the index changes", async () => {
    await tab.show("favourites");
    await tab.refresh();
    expect(tracks).toHaveBeenCalledTimes(1);
    known.set("gone", resultOf({ track: { id: "gone" } }));
    tab.isInSight = true;
    tab.forget();
    await settled();
    expect(tab.results).toHaveLength(2);
  });

  it("asks again after the engine has failed", async () => {
    tracks.mockRejectedValueOnce(new Error("It is gone."));
    await tab.show("favourites");
    expect(tab.results).toEqual([]);
    await tab.refresh();
    expect(tab.results).toHaveLength(1);
  });

  it("gives way to the favourites when it is deleted", async () => {
    await tab.show("collection:c1");
    expect(tab.shown).toBe("collection:c1");
    lists.apply({ droppedCollections: ["c1"] });
    expect(tab.shown).toBe("favourites");
  });
});

describe("what is used in the project", () => {
  it("is what the sequence holds, once each, and then what else was inserted", async () => {
    editor?.readCueSheet.mockResolvedValue(
      sheetOf([rowOf({ trackId: "x" }), rowOf({ trackId: "y" }), rowOf({ trackId: "x" })]),
    );
    lists.apply({ entries: [{ list: "used:film", tag: tag("x"), at: 5 }] });
    await tab.show("used");
    expect(shown()).toEqual([
      ["x", true, 5],
      ["y", true, null],
      ["b", false, 7],
    ]);
    expect(tab.problem).toBeNull();
  });

  it("is what was inserted where the sequence cannot be read, and says why", async () => {
    editor?.readCueSheet.mockRejectedValue(new Error("Premiere is busy."));
    await tab.show("used");
    expect(shown()).toEqual([["b", false, 7]]);
    expect(tab.problem).toContain("Premiere is busy.");
    await tab.show("favourites");
    expect(tab.problem).toBeNull();
  });

  it("is only what the sequence holds in a project that is not known", async () => {
    project = null;
    editor?.readCueSheet.mockResolvedValue(sheetOf([rowOf({ trackId: "x" })]));
    await tab.show("used");
    expect(shown()).toEqual([["x", true, null]]);
  });

  it("is nothing without an editor, and that is said", async () => {
    editor = null;
    project = null;
    await tab.show("used");
    expect(tab.entries).toEqual([]);
    expect(tab.problem).toContain("No editor is connected");
  });
});
