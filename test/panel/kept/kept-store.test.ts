import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, it } from "vitest";
import { StorageError } from "../../../src/contract/errors.ts";
import type { Collection, KeptEntry, ListId } from "../../../src/contract/kept.ts";
import { KEPT_NAME, openKeptStore, type KeptStore } from "../../../src/panel/kept/kept-store.ts";

const stores: KeptStore[] = [];
const open = async (): Promise<KeptStore> => {
  const store = await openKeptStore();
  stores.push(store);
  return store;
};

afterEach(async () => {
  for (const store of stores.splice(0)) store.close();
  await deleteDB(KEPT_NAME);
});

const entry = (list: ListId, trackId: string, at = 1): KeptEntry => ({
  list,
  tag: { trackId, title: trackId, artist: "", licence: { id: "CC0-1.0", name: "CC0 1.0" } },
  at,
});
const CHASE: Collection = { id: "c1", name: "Chase", project: null, at: 5 };

/** Writes into the database past the store. */
async function scribble(store: "entries" | "collections", key: IDBValidKey, value: unknown) {
  const db = await openDB(KEPT_NAME);
  await db.put(store, value, key);
  db.close();
}

describe("the store of what is kept", () => {
  it("has at the next start what was written, and not what was dropped", async () => {
    const store = await open();
    expect(await store.read()).toEqual({ entries: [], collections: [], setAside: 0 });
    await store.write({
      entries: [entry("favourites", "a"), entry("favourites", "b"), entry("collection:c1", "a")],
      collections: [CHASE],
    });
    await store.write({ droppedEntries: [["favourites", "a"]] });
    store.close();
    const { entries, collections } = await (await open()).read();
    expect(entries).toEqual([entry("collection:c1", "a"), entry("favourites", "b")]);
    expect(collections).toEqual([CHASE]);
  });

  it("keeps the last writing of an item, and every other page's items", async () => {
    const [one, other] = [await open(), await open()];
    await one.write({ entries: [entry("favourites", "a", 1)] });
    await other.write({ entries: [entry("favourites", "b", 2)] });
    await other.write({ entries: [entry("favourites", "a", 3)] });
    expect((await one.read()).entries).toEqual([
      entry("favourites", "a", 3),
      entry("favourites", "b", 2),
    ]);
  });

  it("lets other pages know, and not the one that wrote", async () => {
    const [one, other] = [await open(), await open()];
    const told: string[] = [];
    one.onOthersWrite(() => told.push("one"));
    const heard = new Promise<void>((resolve) => other.onOthersWrite(resolve));
    await one.write({ entries: [entry("recent", "a")] });
    await heard;
    expect(told).toEqual([]);
  });

  it.each<[string, IDBValidKey, unknown]>([
    ["is no record", ["favourites", "x"], 7],
    ["names no list", ["wishes", "x"], { ...entry("recent", "x"), list: "wishes" }],
    ["has a time that is none", ["recent", "x"], { ...entry("recent", "x"), at: "now" }],
    ["lies at another's place", ["recent", "y"], entry("recent", "x")],
    ["lies at a place that is none", "x", entry("recent", "x")],
  ])("puts aside what %s, once, and reads the rest", async (_, key, record) => {
    const store = await open();
    await store.write({ entries: [entry("favourites", "a")], collections: [CHASE] });
    await scribble("entries", key, record);
    await scribble("collections", "c2", { ...CHASE, id: "c2", name: "" });
    expect(await store.read()).toEqual({
      entries: [entry("favourites", "a")],
      collections: [CHASE],
      setAside: 2,
    });
    expect((await store.read()).setAside).toBe(0);
    const db = await openDB(KEPT_NAME);
    expect(await db.getAll("aside")).toEqual([
      expect.objectContaining({ from: "entries", record }),
      expect.objectContaining({ from: "collections" }),
    ]);
    db.close();
  });

  it("leaves alone what a newer version has written, and says so", async () => {
    (await openDB(KEPT_NAME, 99)).close();
    const error = await openKeptStore().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StorageError);
    expect((error as StorageError).what).toContain("A newer Needledrop keeps your lists");
    const db = await openDB(KEPT_NAME);
    expect(db.version).toBe(99);
    db.close();
  });
});
