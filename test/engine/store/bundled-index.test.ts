import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore, IDBOpenDBRequest, IDBRequest } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AssetSource } from "../../../src/contract/engine.ts";
import { AssetError, IndexPackMismatchError } from "../../../src/contract/errors.ts";
import { writeIndex } from "../../../src/engine/index/writer.ts";
import { sha256 } from "../../../src/engine/sha256.ts";
import { loadBundledIndex } from "../../../src/engine/store/bundled-index.ts";
import {
  CACHE_NAME,
  openIndexCache,
  type CachedIndex,
} from "../../../src/engine/store/index-cache.ts";
import { PLANE, sections, track } from "../toy.ts";

/** An index whose only track has this id, and the asset source that bundles it. */
async function bundle(id: string) {
  const entry = { track: track(id), peaks: new Uint8Array(0), sections: sections([1, 0]) };
  const bytes = writeIndex(PLANE, [entry]);
  const read: string[] = [];
  const assets: AssetSource = {
    read: (name) => {
      read.push(name);
      return Promise.resolve(bytes);
    },
  };
  return { bytes, read, assets, wanted: { pack: PLANE, indexHash: await sha256(bytes) } };
}

async function planted(change: Partial<CachedIndex>): Promise<void> {
  const { bytes, wanted } = await bundle("old");
  const cache = await openIndexCache();
  await cache.write({ packHash: PLANE.hash, indexHash: wanted.indexHash, bytes, ...change });
  cache.close();
}

async function cached(): Promise<CachedIndex | undefined> {
  const cache = await openIndexCache();
  const entry = await cache.read();
  cache.close();
  return entry;
}

const only = (loaded: { index: { tracks: readonly { id: string }[] } }): string | undefined =>
  loaded.index.tracks[0]?.id;

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("the bundled index", () => {
  it("comes from the bundle the first time and from the cache after that", async () => {
    const { assets, wanted, read } = await bundle("a");
    expect((await loadBundledIndex(assets, wanted)).origin).toEqual({ from: "bundle" });
    const again = await loadBundledIndex(assets, wanted);
    expect(again.origin).toEqual({ from: "cache" });
    expect(only(again)).toBe("a");
    expect(read).toEqual(["index"]);
  });

  it("is refused when it is not the one that belongs to this build", async () => {
    const { assets } = await bundle("a");
    const wanted = { pack: PLANE, indexHash: "0".repeat(64) };
    await expect(loadBundledIndex(assets, wanted)).rejects.toBeInstanceOf(AssetError);
  });

  it("is refused when it was made with another pack, and is not cached", async () => {
    const { assets, wanted } = await bundle("a");
    const pack = { ...PLANE, hash: "1".repeat(64) };
    await expect(loadBundledIndex(assets, { ...wanted, pack })).rejects.toBeInstanceOf(
      IndexPackMismatchError,
    );
    expect(await cached()).toBeUndefined();
  });
});

describe("a cached copy is replaced when it is", () => {
  it("of another index", async () => {
    await planted({});
    const { assets, wanted } = await bundle("new");
    const loaded = await loadBundledIndex(assets, wanted);
    expect([only(loaded), loaded.origin.from]).toEqual(["new", "bundle"]);
    expect((await cached())?.indexHash).toBe(wanted.indexHash);
  });

  it("of another pack", async () => {
    const { assets, wanted } = await bundle("old");
    await planted({ packHash: "2".repeat(64) });
    expect((await loadBundledIndex(assets, wanted)).origin).toEqual({ from: "bundle" });
    expect((await cached())?.packHash).toBe(PLANE.hash);
  });

  it.each([
    ["torn", (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -5)],
    [
      "altered",
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, i) => (i === 70 ? byte ^ 1 : byte)),
    ],
    ["empty", () => new Uint8Array(0)],
    ["not bytes", () => "index" as unknown as Uint8Array<ArrayBuffer>],
  ])("%s", async (_, change) => {
    const { assets, wanted, bytes } = await bundle("old");
    await planted({ bytes: change(bytes) });
    const loaded = await loadBundledIndex(assets, wanted);
    expect([only(loaded), loaded.origin.from]).toEqual(["old", "bundle"]);
    expect((await cached())?.bytes).toEqual(bytes);
  });

  it("bytes that carry the right hash but are no index of this pack", async () => {
    // The hash says it is the file asked for, the reader says it cannot be used: it is removed.
    const bytes = new Uint8Array(100);
    const indexHash = await sha256(bytes);
    await planted({ bytes, indexHash });
    const assets: AssetSource = { read: () => Promise.resolve(bytes) };
    await expect(loadBundledIndex(assets, { pack: PLANE, indexHash })).rejects.toMatchObject({
      code: "index-format",
    });
    expect(await cached()).toBeUndefined();
  });
});

describe("without a working store the bundle is used and the problem told when", () => {
  const loadedWith = async (patienceMs?: number) => {
    const { assets, wanted } = await bundle("a");
    const loaded = await loadBundledIndex(assets, wanted, () => openIndexCache(patienceMs));
    expect(only(loaded)).toBe("a");
    expect(loaded.origin.from).toBe("bundle");
    return loaded.origin.cacheProblem;
  };

  it("there is no IndexedDB", async () => {
    vi.stubGlobal("indexedDB", undefined);
    expect(await loadedWith()).toBe("This place has no IndexedDB.");
  });

  it("opening it throws", async () => {
    vi.stubGlobal("indexedDB", {
      open: () => {
        throw new Error("The operation is insecure.");
      },
    });
    expect(await loadedWith()).toBe("The operation is insecure.");
  });

  it("opening it is never answered", async () => {
    vi.spyOn(IDBFactory.prototype, "open").mockReturnValue(new IDBOpenDBRequest());
    expect(await loadedWith(20)).toBe("IndexedDB did not open in time.");
  });

  it("another page holds it open and will not let go", async () => {
    const request = indexedDB.open(CACHE_NAME, 99);
    await new Promise((resolve) => (request.onsuccess = resolve));
    expect(await loadedWith(20)).toBe("IndexedDB did not open in time.");
  });

  it("it forgets what is written", async () => {
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore) {
      return this.count();
    });
    expect(await loadedWith()).toBe("IndexedDB does not keep what is written to it.");
  });

  it("writing is never answered", async () => {
    const silent = new IDBRequest() as IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, "put").mockReturnValue(silent);
    expect(await loadedWith(20)).toBe("IndexedDB did not answer in time.");
  });

  it("there is no room for the index", async () => {
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ) {
      if (typeof value === "number") return this.add(value, key); // The probe.
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    });
    expect(await loadedWith()).toBe("The quota has been exceeded.");
  });
});

it("a store left by a newer version is started anew", async () => {
  const request = indexedDB.open(CACHE_NAME, 99);
  await new Promise((resolve) => (request.onsuccess = resolve));
  request.result.close();
  const { assets, wanted } = await bundle("a");
  expect((await loadBundledIndex(assets, wanted)).origin).toEqual({ from: "bundle" });
  expect((await loadBundledIndex(assets, wanted)).origin).toEqual({ from: "cache" });
});
