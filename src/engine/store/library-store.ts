import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from "idb";
import { within } from "../../shared/patience.ts";
import { storedOr } from "./stored-or.ts";

/** All local pages of a browser profile may share storage, so the name says whose it is. */
export const LIBRARY_NAME = "needledrop-library";
const LIBRARY_VERSION = 2;
/** The longest that opening may take: a store that another page upgrades never answers. */
const PATIENCE_MS = 5000;
/** Parts that are on their way while one is taken in. */
const READ_AHEAD = 8;

/** A folder of the editor's own music. */
export interface StoredFolder {
  /** See `FolderAccess`. */
  readonly id: string;
  readonly name: string;
}

/** An index file that was kept, and the key under which. */
export interface StoredIndex {
  readonly key: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What changes when a folder has been brought up to date. */
export interface FolderChange {
  /** Index files that come. */
  readonly added: readonly Uint8Array<ArrayBuffer>[];
  /** Keys of parts that go. */
  readonly removed: readonly number[];
  /** Keys of the journal whose tracks are in parts now. */
  readonly settled: readonly number[];
}

/** An index file of some tracks of a folder, made with whichever pack there was. */
interface Kept {
  readonly folder: string;
  readonly index: Uint8Array<ArrayBuffer>;
}

interface LibrarySchema extends DBSchema {
  folders: { key: string; value: StoredFolder };
  parts: { key: number; value: Kept; indexes: { folder: string } };
  journal: { key: number; value: Kept; indexes: { folder: string } };
}

/**
 * Keeps the editor's folders in IndexedDB. The index of a folder is kept in parts, so that a change
 * writes the parts that it concerns and not a hundred thousand tracks. Each write is a transaction of
 * its own, so a page that is closed at any moment leaves what was written before; and it names what it
 * replaces, so two pages lose nothing of each other's. Every call may throw a StorageError.
 */
export interface LibraryStore {
  /** All folders, by id. */
  folders(): Promise<StoredFolder[]>;
  /** The parts of a folder's index, the oldest first. The next ones are read meanwhile. */
  parts(id: string): AsyncIterable<StoredIndex>;
  /** What was kept for a folder and is in no part yet, the oldest first. */
  journal(id: string): Promise<StoredIndex[]>;
  /** Keeps the index of a track; gives its key. */
  keep(id: string, index: Uint8Array<ArrayBuffer>): Promise<number>;
  /** Changes a folder, all of it or nothing; gives the keys of the parts that came. */
  change(folder: StoredFolder, change: FolderChange): Promise<number[]>;
  /** Forgets a folder. */
  remove(id: string): Promise<void>;
  close(): void;
}

/** @throws StorageError the browser has no IndexedDB for this page */
export async function openLibraryStore(): Promise<LibraryStore> {
  const db = await stored(within(PATIENCE_MS, "IndexedDB did not open in time.", openLibrary()));
  return {
    folders: () => stored(db.getAll("folders")),
    parts: (id) => partsOf(db, id),
    journal: (id) => stored(journalOf(db, id)),
    keep: (folder, index) => stored(db.add("journal", { folder, index })),
    change: (folder, change) => stored(changeFolder(db, folder, change)),
    remove: (id) => stored(removeFolder(db, id)),
    close: () => db.close(),
  };
}

async function openLibrary(): Promise<IDBPDatabase<LibrarySchema>> {
  return openDB<LibrarySchema>(LIBRARY_NAME, LIBRARY_VERSION, {
    upgrade(db, before, _now, transaction) {
      const parts = db.createObjectStore("parts", { autoIncrement: true });
      parts.createIndex("folder", "folder");
      if (before >= 1) {
        // The upgrade waits for what it has begun, and fails with it.
        void splitFolders(transaction);
        return;
      }
      db.createObjectStore("folders", { keyPath: "id" });
      const journal = db.createObjectStore("journal", { autoIncrement: true });
      journal.createIndex("folder", "folder");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

type Upgrade = IDBPTransaction<LibrarySchema, StoreNames<LibrarySchema>[], "versionchange">;

/** In version 1 a folder held its index. */
async function splitFolders(transaction: Upgrade): Promise<void> {
  const folders = transaction.objectStore("folders");
  for (const folder of (await folders.getAll()) as (StoredFolder & Pick<Kept, "index">)[]) {
    const { id, name, index } = folder;
    await transaction.objectStore("parts").add({ folder: id, index });
    await folders.put({ id, name });
  }
}

async function journalOf(db: IDBPDatabase<LibrarySchema>, folder: string): Promise<StoredIndex[]> {
  const { store, done } = db.transaction("journal");
  const index = store.index("folder");
  const [keys, values] = await Promise.all([index.getAllKeys(folder), index.getAll(folder)]);
  await done;
  return values.map(({ index: bytes }, i) => ({ key: keys[i] ?? NaN, bytes }));
}

async function* partsOf(
  db: IDBPDatabase<LibrarySchema>,
  folder: string,
): AsyncGenerator<StoredIndex> {
  const keys = await stored(db.getAllKeysFromIndex("parts", "folder", folder));
  const read = (key: number): Promise<Kept | undefined> => {
    const reading = db.get("parts", key);
    reading.catch(() => undefined); // Told when its turn comes.
    return reading;
  };
  const begun = keys.slice(0, READ_AHEAD).map(read);
  for (const [i, key] of keys.entries()) {
    const next = keys[i + READ_AHEAD];
    if (next !== undefined) begun.push(read(next));
    const part = await stored(begun.shift() ?? Promise.resolve(undefined));
    // Another page may have replaced it by now.
    if (part !== undefined) yield { key, bytes: part.index };
  }
}

/** The result of an operation of the store, or its failure as an error with a way out. */
const stored = <T>(operation: Promise<T>): Promise<T> =>
  storedOr(operation, {
    full: {
      what: "There is no room left to keep your library.",
      next: "Free some space on the disk, or remove a folder.",
    },
    broken: {
      what: "Your library cannot be kept on this machine.",
      next: "Restart the editor. If it happens again, index the folder with the command line.",
    },
  });

async function changeFolder(
  db: IDBPDatabase<LibrarySchema>,
  folder: StoredFolder,
  { added, removed, settled }: FolderChange,
): Promise<number[]> {
  const transaction = db.transaction(["folders", "parts", "journal"], "readwrite");
  const parts = transaction.objectStore("parts");
  const journal = transaction.objectStore("journal");
  const work = Promise.all([
    ...added.map((index) => parts.add({ folder: folder.id, index })),
    transaction.objectStore("folders").put(folder),
    ...removed.map((key) => parts.delete(key)),
    ...settled.map((key) => journal.delete(key)),
  ]);
  const [results] = await Promise.all([work, transaction.done]);
  return results.slice(0, added.length).map(Number);
}

async function removeFolder(db: IDBPDatabase<LibrarySchema>, id: string): Promise<void> {
  const transaction = db.transaction(["folders", "parts", "journal"], "readwrite");
  await transaction.objectStore("folders").delete(id);
  for (const name of ["parts", "journal"] as const) {
    const store = transaction.objectStore(name);
    for (const key of await store.index("folder").getAllKeys(id)) await store.delete(key);
  }
  await transaction.done;
}
