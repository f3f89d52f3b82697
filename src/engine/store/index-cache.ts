import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import { within } from "./patience.ts";

/** Storage may be shared by all local pages of a profile, so the name carries ours. */
export const CACHE_NAME = "needledrop-index";
const CACHE_VERSION = 1;
const KEY = "bundled";
const PROBE = "probe";
/** A start never waits longer than this for any one thing the store is asked to do. */
const PATIENCE_MS = 3000;

/** A cached copy of the bundled index, and which one it claims to be. */
export interface CachedIndex {
  /** SHA-256 (hex) of the pack's pack.json. */
  readonly packHash: string;
  /** SHA-256 (hex) of the bytes. */
  readonly indexHash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface CacheSchema extends DBSchema {
  indexes: { key: string; value: CachedIndex };
  probe: { key: string; value: number };
}

/**
 * Remembers the bundled index between starts. What it gives back has only been stored, not
 * checked. All methods reject when the store fails or takes too long.
 */
export interface IndexCache {
  read(): Promise<CachedIndex | undefined>;
  write(index: CachedIndex): Promise<void>;
  remove(): Promise<void>;
  close(): void;
}

/**
 * Opens the store and makes sure that it keeps what it is given: in some hosts IndexedDB is there
 * and does nothing, or never answers.
 * @throws Error saying in one sentence why nothing can be remembered.
 */
export async function openIndexCache(patienceMs = PATIENCE_MS): Promise<IndexCache> {
  if (typeof indexedDB === "undefined") throw new Error("This place has no IndexedDB.");
  const db = await openPatiently(patienceMs);
  const patiently = <T>(work: Promise<T>): Promise<T> =>
    within(patienceMs, "IndexedDB did not answer in time.", work);
  try {
    await patiently(probe(db));
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    read: () => patiently(db.get("indexes", KEY)),
    write: async (index) => {
      await patiently(db.put("indexes", index, KEY));
    },
    remove: () => patiently(db.delete("indexes", KEY)),
    close: () => db.close(),
  };
}

async function openPatiently(patienceMs: number): Promise<IDBPDatabase<CacheSchema>> {
  let gaveUp = false;
  const opening = open();
  // An open that is answered after all must not stay open, or it would block the next version.
  opening.then(
    (db) => {
      if (gaveUp) db.close();
    },
    () => undefined,
  );
  try {
    return await within(patienceMs, "IndexedDB did not open in time.", opening);
  } catch (error) {
    gaveUp = true;
    throw error;
  }
}

async function open(): Promise<IDBPDatabase<CacheSchema>> {
  try {
    return await openVersion();
  } catch (error) {
    // Left by a newer Needledrop; it is only a cache.
    if (!(error instanceof DOMException) || error.name !== "VersionError") throw error;
    await deleteDB(CACHE_NAME);
    return openVersion();
  }
}

function openVersion(): Promise<IDBPDatabase<CacheSchema>> {
  return openDB<CacheSchema>(CACHE_NAME, CACHE_VERSION, {
    upgrade(db) {
      db.createObjectStore("indexes");
      db.createObjectStore("probe");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

async function probe(db: IDBPDatabase<CacheSchema>): Promise<void> {
  const token = Date.now();
  await db.put("probe", token, PROBE);
  if ((await db.get("probe", PROBE)) !== token) {
    throw new Error("IndexedDB does not keep what is written to it.");
  }
}
