import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keptDescriptions } from "../../../src/panel/describe/history-store.ts";

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("descriptions in IndexedDB", () => {
  it("are there at the next start", async () => {
    await keptDescriptions().update(() => ["calm"]);
    await keptDescriptions().update((entries) => ["tense", ...entries]);
    expect(await keptDescriptions().read()).toEqual(["tense", "calm"]);
  });

  it.each([[["calm", 7]], ["calm"], [[""]], [Array<string>(101).fill("calm")]])(
    "count as none if what is kept is malformed",
    async (kept) => {
      await keptDescriptions().read();
      const db = await openDB("needledrop-descriptions", 1);
      await db.put("descriptions", kept, "descriptions");
      db.close();
      expect(await keptDescriptions().read()).toEqual([]);
    },
  );

  it("are none where there is no IndexedDB, and entering one is no failure", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const store = keptDescriptions();
    await store.update(() => ["calm"]);
    expect(await store.read()).toEqual([]);
  });
});
