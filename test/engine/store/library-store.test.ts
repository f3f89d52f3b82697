import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { afterEach, describe, expect, it } from "vitest";
import {
  LIBRARY_NAME,
  openLibraryStore,
  type LibraryStore,
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

const folder = (id: string, ...bytes: number[]) => ({
  id,
  name: `Folder ${id}`,
  index: Uint8Array.from(bytes),
});

describe("the library's store", () => {
  it("is empty at first", async () => {
    const store = await open();
    expect([await store.folders(), await store.journal("a")]).toEqual([[], []]);
  });

  it("keeps folders, and tracks in the order in which they come", async () => {
    const first = await open();
    await first.write(folder("b", 1, 2));
    await first.write(folder("a", 3));
    for (const byte of [7, 8, 9]) await first.keep("a", Uint8Array.of(byte));
    await first.keep("b", Uint8Array.of(5));
    const later = await reopened();
    expect(await later.folders()).toEqual([folder("a", 3), folder("b", 1, 2)]);
    expect((await later.journal("a")).map(([byte]) => byte)).toEqual([7, 8, 9]);
  });

  it("empties the journal of a folder whose index is written, and of no other", async () => {
    const store = await open();
    await store.keep("a", Uint8Array.of(1));
    await store.keep("b", Uint8Array.of(2));
    await store.write(folder("a", 4));
    expect([await store.journal("a"), await store.journal("b")]).toEqual([[], [Uint8Array.of(2)]]);
    expect(await store.folders()).toEqual([folder("a", 4)]);
  });

  it("forgets a folder with its journal", async () => {
    const store = await open();
    await store.write(folder("a", 1));
    await store.keep("a", Uint8Array.of(1));
    await store.remove("a");
    await store.remove("never there");
    expect([await store.folders(), await store.journal("a")]).toEqual([[], []]);
  });
});
