import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { TextFileSchema, type TrackTag } from "../../../src/contract/cue-sheet.ts";
import { UsageError } from "../../../src/contract/errors.ts";
import type { Collection, KeptEntry, ListId } from "../../../src/contract/kept.ts";
import { keptFile, readKeptFile } from "../../../src/panel/kept/kept-file.ts";
import { KeptLists } from "../../../src/panel/kept/kept-lists.ts";
import { mergeOf, type Merge } from "../../../src/panel/kept/merge.ts";

const tagOf = (trackId: string): TrackTag => ({
  trackId,
  title: trackId.toUpperCase(),
  artist: "Mara",
  licence: { id: "CC0-1.0", name: "CC0 1.0" },
});
const entry = (list: ListId, trackId: string, at = 1): KeptEntry => ({
  list,
  tag: tagOf(trackId),
  at,
});
const CHASE: Collection = { id: "c1", name: "Chase", project: { id: "p", name: "Film" }, at: 5 };
const NOW = 1000;

const FULL = new KeptLists({
  entries: [
    entry("favourites", "a", 2),
    entry("recent", "a", 3),
    entry("used:p", "b", 4),
    entry("collection:c1", "a", 5),
    entry("collection:c1", "b", 6),
  ],
  collections: [CHASE],
});

/** What is there once a file was taken in. */
function taken(into: KeptLists, text: string): { lists: KeptLists; merge: Merge } {
  const merge = mergeOf(into, readKeptFile("kept.json", text), NOW);
  into.apply(merge.change);
  return { lists: into, merge };
}

const allOf = (lists: KeptLists) => ({
  entries: lists.listIds.flatMap((list) => lists.entries(list)).sort((a, b) => a.at - b.at),
  collections: lists.collections,
});

/** A file that says `items`, and is well formed else. */
const written = (items: object): string =>
  JSON.stringify({
    ...{ needledrop: "kept", version: 1, collections: [], tracks: [tagOf("a")], lists: [] },
    ...items,
  });

const failureOf = (text: string): unknown => {
  try {
    readKeptFile("x.json", text);
    return null;
  } catch (thrown) {
    return thrown;
  }
};

describe("a file of kept lists", () => {
  it("brings all of it back where nothing is left", () => {
    const file = keptFile(FULL, null);
    expect(v.parse(TextFileSchema, file)).toEqual(file);
    expect(file.name).toBe("Needledrop - kept.json");
    const { lists, merge } = taken(new KeptLists(), file.text);
    expect(allOf(lists)).toEqual(allOf(FULL));
    expect(merge).toMatchObject({ entries: 5, collections: 1, leftOut: [] });
  });

  it("holds one collection where that is asked for, under its name", () => {
    const file = keptFile(FULL, "collection:c1");
    expect(file.name).toBe("Chase - collection.json");
    const { lists } = taken(new KeptLists(), file.text);
    expect(lists.listIds).toEqual(["collection:c1"]);
    expect(lists.collections).toEqual([CHASE]);
  });

  it.each(["", "null", "[]", "{", '{"needledrop":"kept"}', written({ lists: 7 })])(
    "is refused where it is none: %s",
    (text) => {
      expect(failureOf(text)).toBeInstanceOf(UsageError);
      expect((failureOf(text) as UsageError).what).toBe("This is no file of kept lists.");
    },
  );

  it("is refused where a newer version made it, with the way out", () => {
    const error = failureOf(written({ version: 2 })) as UsageError;
    expect(error.what).toBe("A newer Needledrop made this file.");
    expect(error.input).toBe("x.json");
  });

  it("is read but for its bad items, which are named", () => {
    const brought = readKeptFile(
      "x.json",
      written({
        tracks: [tagOf("a"), { ...tagOf("b"), licence: null }, 7],
        collections: [CHASE, { ...CHASE, id: "../c2" }],
        lists: [
          {
            list: "favourites",
            entries: [{ track: "a", at: 1 }, { track: "b", at: 1 }, { at: 1 }],
          },
          { list: "wishes", entries: [] },
        ],
      }),
    );
    expect(brought.entries).toEqual([entry("favourites", "a")]);
    expect(brought.collections).toEqual([CHASE]);
    expect(brought.leftOut).toEqual([
      expect.stringMatching(/^Collection 2: .*must be a plain id/),
      expect.stringMatching(/^Track 2: .*licence/),
      expect.stringMatching(/^Track 3: /),
      expect.stringMatching(/^List 2: .*must name a list/),
      expect.stringMatching(/^favourites, entry 3: .*track/),
      "favourites: nothing is said of the track “b”.",
    ]);
  });

  it.each(["__proto__", "constructor"])("takes %s for a name like any other", (name) => {
    const text = written({
      tracks: [tagOf(name)],
      lists: [{ list: "favourites", entries: [{ track: name, at: 1 }] }],
    });
    const { lists } = taken(new KeptLists(), text);
    expect(lists.entries("favourites")).toEqual([entry("favourites", name)]);
  });
});

describe("taking in a file", () => {
  it("overwrites nothing, and changes nothing the second time", () => {
    const file = keptFile(FULL, null).text;
    const mine = new KeptLists({
      entries: [entry("favourites", "a", 700), entry("favourites", "mine", 800)],
      collections: [{ ...CHASE, name: "My name" }],
    });
    const { lists, merge } = taken(mine, file);
    expect(merge.entries).toBe(4);
    expect(lists.find(["favourites", "a"])?.at).toBe(700);
    expect(lists.has("favourites", "mine")).toBe(true);
    expect(lists.collection("c1")?.name).toBe("My name");
    expect(lists.entries("collection:c1")).toHaveLength(2);
    expect(taken(lists, file).merge).toMatchObject({ entries: 0, collections: 0, leftOut: [] });
  });

  it("joins a collection of the same name and project, and no other", () => {
    const other = { ...CHASE, id: "c9" };
    const ours = new KeptLists({ entries: [entry("collection:c9", "z")], collections: [other] });
    const { lists } = taken(ours, keptFile(FULL, null).text);
    expect(lists.collections).toEqual([other]);
    expect(lists.entries("collection:c9").map(({ tag }) => tag.trackId)).toEqual(["b", "a", "z"]);
    const apart = new KeptLists({ entries: [], collections: [{ ...other, project: null }] });
    expect(taken(apart, keptFile(FULL, null).text).lists.collections).toHaveLength(2);
  });

  it("takes the later time of a recent track, and none that is still to come", () => {
    const text = (at: number) =>
      written({ lists: [{ list: "recent", entries: [{ track: "a", at }] }] });
    const recent = (at: number) =>
      new KeptLists({ entries: [entry("recent", "a", at)], collections: [] });
    expect(taken(recent(5), text(9)).lists.find(["recent", "a"])?.at).toBe(9);
    expect(taken(recent(50), text(9)).lists.find(["recent", "a"])?.at).toBe(50);
    expect(taken(recent(5), text(8e15)).lists.find(["recent", "a"])?.at).toBe(NOW);
  });

  it("keeps the recent tracks to 200", () => {
    const mine = Array.from({ length: 150 }, (_, at) => entry("recent", `m${at}`, 2 * at));
    const theirs = Array.from({ length: 150 }, (_, at) => entry("recent", `t${at}`, 2 * at + 1));
    const file = keptFile(new KeptLists({ entries: theirs, collections: [] }), null).text;
    const { lists } = taken(new KeptLists({ entries: mine, collections: [] }), file);
    const recent = lists.entries("recent");
    expect(recent).toHaveLength(200);
    expect([recent[0]?.at, recent.at(-1)?.at]).toEqual([299, 100]);
  });

  it("leaves out what belongs to no collection, and what a list has no room for", () => {
    const full = Array.from({ length: 10_000 }, (_, at) => entry("favourites", `m${at}`));
    const text = written({
      lists: [
        { list: "favourites", entries: [{ track: "a", at: 1 }] },
        { list: "collection:nowhere", entries: [{ track: "a", at: 1 }] },
      ],
    });
    const { merge } = taken(new KeptLists({ entries: full, collections: [] }), text);
    expect(merge.entries).toBe(0);
    expect(merge.leftOut).toEqual([
      "“A”: the list is full.",
      "“A”: its collection is not in the file.",
    ]);
  });
});
