import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { StorageError } from "../../contract/errors.ts";
import { within } from "./patience.ts";

/** All local pages of a browser profile may share storage, so the name says whose it is. */
export const LIBRARY_NAME = "needledrop-library";
const LIBRARY_VERSION = 1;
/** The longest that opening may take: a store that another page upgrades never answers. */
const PATIENCE_MS = 5000;

/** A folder of the editor's own music, and the index of it. */
export interface StoredFolder {
  /** See `FolderAccess`. */
  readonly id: string;
  readonly name: string;
  /** The index file, made with whichever pack there was. */
  readonly index: Uint8Array<ArrayBuffer>;
}

/** An index file of one track that is not in the folder's index yet. */
interface JournalEntry {
  readonly folder: string;
  readonly index: Uint8Array<ArrayBuffer>;
}

interface LibrarySchema extends DBSchema {
  folders: { key: string; value: StoredFolder };
  journal: { key: number; value: JournalEntry; indexes: { folder: string } };
}

/**
 * Keeps the indexes of the editor's folders in IndexedDB. Each write is a transaction of its own, so
 * a page that is closed at any moment leaves what was written before. Every call may throw a
 * StorageError.
 */
export interface LibraryStore {
  /** All folders, by id. */
  folders(): Promise<StoredFolder[]>;
  /** What was kept for a folder since its index was written, the oldest first. */
  journal(id: string): Promise<Uint8Array<ArrayBuffer>[]>;
  /** Keeps the index of a track. */
  keep(id: string, index: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Replaces the index of a folder, which holds all that was kept for it. */
  write(folder: StoredFolder): Promise<void>;
  /** Forgets a folder. */
  remove(id: string): Promise<void>;
  close(): void;
}

/** @throws StorageError the browser has no IndexedDB for this page */
export async function openLibraryStore(): Promise<LibraryStore> {
  const db = await stored(within(PATIENCE_MS, "IndexedDB did not open in time.", openLibrary()));
  return {
    folders: () => stored(db.getAll("folders")),
    journal: async (id) => {
      const entries = await stored(db.getAllFromIndex("journal", "folder", id));
      return entries.map(({ index }) => index);
    },
    keep: async (folder, index) => {
      await stored(db.add("journal", { folder, index }));
    },
    write: (folder) => stored(change(db, folder.id, folder)),
    remove: (id) => stored(change(db, id, null)),
    close: () => db.close(),
  };
}

async function openLibrary(): Promise<IDBPDatabase<LibrarySchema>> {
  return openDB<LibrarySchema>(LIBRARY_NAME, LIBRARY_VERSION, {
    upgrade(created) {
      created.createObjectStore("folders", { keyPath: "id" });
      const journal = created.createObjectStore("journal", { autoIncrement: true });
      journal.createIndex("folder", "folder");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** The result of an operation of the store, or its failure as an error with a way out. */
async function stored<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === "QuotaExceededError";
    throw new StorageError({
      what: isFull
        ? "There is no room left to keep your library."
        : "Your library cannot be kept on this machine.",
      next: isFull
        ? "Free some space on the disk, or remove a folder."
        : "Restart the editor. If it happens again, index the folder with the command line.",
      cause,
    });
  }
}

/** Writes or removes a folder, and removes its journal, both or neither. */
async function change(
  db: IDBPDatabase<LibrarySchema>,
  id: string,
  folder: StoredFolder | null,
): Promise<void> {
  const transaction = db.transaction(["folders", "journal"], "readwrite");
  const folders = transaction.objectStore("folders");
  await (folder === null ? folders.delete(id) : folders.put(folder));
  const journal = transaction.objectStore("journal");
  for (const key of await journal.index("folder").getAllKeys(id)) await journal.delete(key);
  await transaction.done;
}
