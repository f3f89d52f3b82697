import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, it } from "vitest";
import {
  LIBRARY_NAME,
  openLibraryStore,
  type LibraryStore,
  type StoredIndex,
} from "../../../src/engine/store/library-store.ts";

let opened: LibraryStore | null = null;

const open = async (): Promise<LibraryStore> => (opened = await openLibraryStore());
/** As after a restart. */
const reopened = (): Promise<LibraryStore> => {
  opened?.close();
  return open();
};

afterEach(async () => {
  opened?.close();
  await deleteDB(LIBRARY_NAME);
});

const folder = (id: string) => ({ id, name: `Folder ${id}` });
const NOTHING = { added: [], removed: [], settled: [] };
const partsOf = async (store: LibraryStore, id: string): Promise<StoredIndex[]> => {
  const parts: StoredIndex[] = [];
  for await (const part of store.parts(id)) parts.push(part);
  return parts;
};
/** The first byte of each index. */
const bytesOf = (stored: readonly StoredIndex[]) => stored.map(({ bytes: [first] }) => first);

describe("the library's store", () => {
  it("is empty at first", async () => {
    const store = await open();
    expect([await store.folders(), await partsOf(store, "a"), await store.journal("a")]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it("keeps folders, parts and tracks in the order in which they come", async () => {
    const first = await open();
    await first.change(folder("b"), { ...NOTHING, added: [Uint8Array.of(1), Uint8Array.of(2)] });
    await first.change(folder("a"), { ...NOTHING, added: [Uint8Array.of(3)] });
    await first.change(folder("b"), { ...NOTHING, added: [Uint8Array.of(4)] });
    for (const byte of [7, 8, 9]) await first.keep("a", Uint8Array.of(byte));
    await first.keep("b", Uint8Array.of(5));
    const later = await reopened();
    expect(await later.folders()).toEqual([folder("a"), folder("b")]);
    expect(bytesOf(await partsOf(later, "a"))).toEqual([3]);
    expect(bytesOf(await partsOf(later, "b"))).toEqual([1, 2, 4]);
    expect(bytesOf(await later.journal("a"))).toEqual([7, 8, 9]);
  });

  it("keeps many parts in order, and leaves out those that go while they are read", async () => {
    const store = await open();
    const added = Array.from({ length: 40 }, (_, part) => Uint8Array.of(part));
    const keys = await store.change(folder("a"), { ...NOTHING, added });
    expect(bytesOf(await partsOf(store, "a"))).toEqual(added.map(([byte]) => byte));
    const seen: (number | undefined)[] = [];
    for await (const { bytes } of store.parts("a")) {
      if (seen.push(bytes[0]) !== 1) continue;
      await store.change(folder("a"), { ...NOTHING, removed: keys.slice(30) });
    }
    expect(seen).toEqual(added.slice(0, 30).map(([byte]) => byte));
  });

  it("replaces the parts and settles the tracks that a change names, and no others", async () => {
    const store = await open();
    const [one, two, other] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)];
    const [first] = await store.change(folder("a"), { ...NOTHING, added: [one, two] });
    const settled = [await store.keep("a", Uint8Array.of(7))];
    await store.keep("a", Uint8Array.of(8));
    await store.keep("b", Uint8Array.of(9));
    await store.change(folder("a"), { added: [other], removed: [first ?? NaN], settled });
    expect(bytesOf(await partsOf(store, "a"))).toEqual([2, 3]);
    expect(bytesOf(await store.journal("a"))).toEqual([8]);
    expect(bytesOf(await store.journal("b"))).toEqual([9]);
  });

  it("forgets a folder with all that was kept for it", async () => {
    const store = await open();
    await store.change(folder("a"), { ...NOTHING, added: [Uint8Array.of(1)] });
    await store.keep("a", Uint8Array.of(1));
    await store.remove("a");
    await store.remove("never there");
    expect([await store.folders(), await partsOf(store, "a"), await store.journal("a")]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it("takes over what the first version kept", async () => {
    const old = await openDB(LIBRARY_NAME, 1, {
      upgrade(db) {
        db.createObjectStore("folders", { keyPath: "id" });
        db.createObjectStore("journal", { autoIncrement: true }).createIndex("folder", "folder");
      },
    });
    await old.put("folders", { ...folder("a"), index: Uint8Array.of(6) });
    await old.add("journal", { folder: "a", index: Uint8Array.of(7) });
    old.close();
    const store = await open();
    expect(await store.folders()).toEqual([folder("a")]);
    expect(bytesOf(await partsOf(store, "a"))).toEqual([6]);
    expect(bytesOf(await store.journal("a"))).toEqual([7]);
  });
});
