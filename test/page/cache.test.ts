import { afterEach, expect, it } from "vitest";
import { CACHE_NAME } from "../../src/engine/store/index-cache.ts";
import { Demo } from "./demo.ts";

let demo: Demo;

afterEach(async () => {
  expect(demo.asked).toEqual([]);
  await demo.close();
});

const origin = (): Promise<string | null> => demo.panel.getAttribute("data-index");

async function startAgain(): Promise<void> {
  await demo.page.reload();
  await demo.ready();
}

/** Changes the record of the cached index from the page, as a fault of the disk might. */
function tamper(how: "flip a byte" | "cut it short" | "claim another index"): Promise<void> {
  return demo.panel.evaluate(
    async (_panel, { name, how }) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error("IndexedDB failed."));
        });
      const db = await done(indexedDB.open(name));
      const store = db.transaction("indexes", "readwrite").objectStore("indexes");
      const [key] = await done(store.getAllKeys());
      if (key === undefined) throw new Error("Nothing is cached.");
      const record = (await done(store.get(key))) as { indexHash: string; bytes: Uint8Array };
      if (how === "flip a byte") record.bytes.fill(255 - (record.bytes[100] ?? 0), 100, 101);
      if (how === "cut it short") record.bytes = record.bytes.slice(0, 1000);
      if (how === "claim another index") record.indexHash = "0".repeat(64);
      await done(store.put(record, key));
      db.close();
    },
    { name: CACHE_NAME, how },
  );
}

it("reads the index from the bundle at first and from the cache from then on", async () => {
  demo = await Demo.open();
  await demo.ready();
  expect(await origin()).toBe("bundle");
  await startAgain();
  expect(await origin()).toBe("cache");
  await demo.search("calm piano");
  expect(demo.errors).toEqual([]);
});

it("rebuilds a cached index that was altered in any way, and trusts the new one", async () => {
  demo = await Demo.open();
  await demo.ready();
  for (const how of ["flip a byte", "cut it short", "claim another index"] as const) {
    await tamper(how);
    await startAgain();
    expect(await origin()).toBe("bundle");
    await startAgain();
    expect(await origin()).toBe("cache");
  }
  expect(demo.errors).toEqual([]);
});

it("works from memory where IndexedDB is missing, and says so", async () => {
  demo = await Demo.open({ before: withoutIndexedDbInWorkers });
  await demo.ready();
  await startAgain();
  expect(await origin()).toBe("bundle");
  await demo.frame.getByText(/loads anew at every start.*IndexedDB/).waitFor();
  await demo.search("calm piano");
  expect(demo.errors).toEqual([]);
});

/** Scripts that tests add do not reach workers, so the worker's own script is made to begin so. */
function withoutIndexedDbInWorkers(): void {
  const PlainBlob = window.Blob;
  window.Blob = class extends PlainBlob {
    constructor(parts: BlobPart[] = [], options: BlobPropertyBag = {}) {
      const isScript = options.type === "text/javascript";
      const first = 'Object.defineProperty(self, "indexedDB", { value: undefined });';
      super(isScript ? [first, ...parts] : parts, options);
    }
  };
}
