import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import * as v from "valibot";
import { StorageError } from "../../contract/errors.ts";
import {
  CollectionSchema,
  KeptEntrySchema,
  type Collection,
  type KeptEntry,
} from "../../contract/kept.ts";
import { within } from "../../shared/patience.ts";
import { keyOf, type KeptChange, type KeptRecords } from "./kept-lists.ts";

/** All local pages of a browser profile may share storage, so the name says whose it is. */
export const KEPT_NAME = "needledrop-kept";
const KEPT_VERSION = 1;
/** The longest that one operation may take: a store that another page upgrades never answers. */
const PATIENCE_MS = 5000;

/** A record that cannot be read; it stays, as it was, where nothing reads it. */
interface Aside {
  readonly from: "entries" | "collections";
  readonly key: IDBValidKey;
  readonly record: unknown;
  readonly why: string;
}

interface KeptSchema extends DBSchema {
  entries: { key: [string, string]; value: KeptEntry };
  collections: { key: string; value: Collection };
  aside: { key: number; value: Aside };
}

/** What was read, and how many records could not be. */
export interface KeptReading extends KeptRecords {
  readonly setAside: number;
}

/**
 * Keeps favourites, collections and the like in IndexedDB, a record for each item. So the last write
 * of an item wins, and two pages lose nothing of each other's lists. Calls may throw a StorageError.
 */
export interface KeptStore {
  /** Reads all. Records that are not what they should be are put aside. */
  read(): Promise<KeptReading>;
  /** Writes a change, all of it or nothing, and lets other pages know. */
  write(change: KeptChange): Promise<void>;
  /** Calls `listener` when another page has written. */
  onOthersWrite(listener: () => void): void;
  close(): void;
}

/** @throws StorageError the browser has no IndexedDB for this page, or a newer version wrote it */
export async function openKeptStore(): Promise<KeptStore> {
  const db = await stored(Promise.resolve().then(openKept));
  const others = openChannel();
  return {
    read: () => stored(readAll(db)),
    write: async (change) => {
      await stored(writeChange(db, change));
      others?.postMessage("written");
    },
    onOthersWrite: (listener) => others?.addEventListener("message", listener),
    close: () => {
      db.close();
      others?.close();
    },
  };
}

const openKept = (): Promise<IDBPDatabase<KeptSchema>> =>
  openDB<KeptSchema>(KEPT_NAME, KEPT_VERSION, {
    upgrade(db) {
      db.createObjectStore("entries");
      db.createObjectStore("collections");
      db.createObjectStore("aside", { autoIncrement: true });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });

/** Without it, the other page reads again when it is looked at. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(KEPT_NAME);
  } catch {
    return null;
  }
}

async function readAll(db: IDBPDatabase<KeptSchema>): Promise<KeptReading> {
  const transaction = db.transaction(["entries", "collections"]);
  const entries = transaction.objectStore("entries");
  const collections = transaction.objectStore("collections");
  const [entryKeys, entryRecords, collectionKeys, collectionRecords] = await Promise.all([
    entries.getAllKeys(),
    entries.getAll(),
    collections.getAllKeys(),
    collections.getAll(),
    transaction.done,
  ]);
  const bad: Aside[] = [];
  const checked = <T>(
    from: Aside["from"],
    schema: v.GenericSchema<unknown, T>,
    isAt: (record: T, key: IDBValidKey) => boolean,
    keys: readonly IDBValidKey[],
    records: readonly unknown[],
  ): T[] =>
    records.flatMap((record, at) => {
      const key = keys[at] ?? "";
      const result = v.safeParse(schema, record);
      if (result.success && isAt(result.output, key)) return result.output;
      const why = result.success ? "It lies at another's place." : v.summarize(result.issues);
      bad.push({ from, key, record, why: why.slice(0, 1000) });
      return [];
    });
  const read: KeptRecords = {
    entries: checked(
      "entries",
      KeptEntrySchema,
      (entry, key) => JSON.stringify(key) === JSON.stringify(keyOf(entry)),
      entryKeys,
      entryRecords,
    ),
    collections: checked(
      "collections",
      CollectionSchema,
      ({ id }, key) => id === key,
      collectionKeys,
      collectionRecords,
    ),
  };
  if (bad.length > 0) await putAside(db, bad);
  return { ...read, setAside: bad.length };
}

async function putAside(db: IDBPDatabase<KeptSchema>, bad: readonly Aside[]): Promise<void> {
  const transaction = db.transaction(["entries", "collections", "aside"], "readwrite");
  for (const one of bad) {
    await transaction.objectStore("aside").add(one);
    // A key of any kind: the types admit only those that good records have.
    await transaction.objectStore(one.from).delete(IDBKeyRange.only(one.key));
  }
  await transaction.done;
}

async function writeChange(db: IDBPDatabase<KeptSchema>, change: KeptChange): Promise<void> {
  const transaction = db.transaction(["entries", "collections"], "readwrite");
  const entries = transaction.objectStore("entries");
  const collections = transaction.objectStore("collections");
  await Promise.all([
    ...(change.entries ?? []).map((entry) => entries.put(entry, [...keyOf(entry)])),
    ...(change.droppedEntries ?? []).map((key) => entries.delete([...key])),
    ...(change.collections ?? []).map((one) => collections.put(one, one.id)),
    ...(change.droppedCollections ?? []).map((id) => collections.delete(id)),
    transaction.done,
  ]);
}

/** The result of an operation of the store, or its failure as an error with a way out. */
async function stored<T>(operation: Promise<T>): Promise<T> {
  try {
    return await within(PATIENCE_MS, "IndexedDB did not answer in time.", operation);
  } catch (cause) {
    throw new StorageError({ ...wayOut(cause), cause });
  }
}

function wayOut(cause: unknown): Pick<StorageError, "what" | "next"> {
  const name = cause instanceof DOMException ? cause.name : "";
  if (name === "QuotaExceededError") {
    return {
      what: "There is no room left to keep your lists.",
      next: "Export them to a file (Kept tab), then free some space on the disk.",
    };
  }
  if (name === "VersionError") {
    return {
      what: "A newer Needledrop keeps your lists, and this one cannot read them.",
      next: "Update Needledrop. What you keep now lasts until the panel is closed.",
    };
  }
  return {
    what: "Your lists cannot be kept on this machine.",
    next: "They last until the panel is closed. Export them to a file (Kept tab).",
  };
}
