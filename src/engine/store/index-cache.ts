import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import { STORES } from "../../contract/storage.ts";
import { within } from "../../shared/patience.ts";

export const CACHE_NAME = STORES.index;
const CACHE_VERSION = 1;
const KEY = "bundled";
const PROBE = "probe";
/** The longest that a start waits for a single operation of the store. */
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
 * Keeps the bundled index between starts. It does not check what it returns. All methods reject if
 * the store fails or takes too long.
 */
export interface IndexCache {
  read(): Promise<CachedIndex | undefined>;
  write(index: CachedIndex): Promise<void>;
  remove(): Promise<void>;
  close(): void;
}

/**
 * Opens the store and checks that it keeps what is written: in some hosts IndexedDB exists but does
 * nothing, or never answers.
 * @throws Error a sentence that says why nothing can be kept.
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
  // A database that opens too late must be closed, or it would block the next version.
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
    // A newer Needledrop left it. It is only a cache, so it can be deleted.
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
