import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** All local pages of a browser profile may share storage, so the name says whose it is. */
export const LIBRARY_NAME = "needledrop-library";
const LIBRARY_VERSION = 1;

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
 * a page that is closed at any moment leaves what was written before.
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

/** @throws DOMException the browser has no IndexedDB for this page, or not the room */
export async function openLibraryStore(): Promise<LibraryStore> {
  const db = await openDB<LibrarySchema>(LIBRARY_NAME, LIBRARY_VERSION, {
    upgrade(created) {
      created.createObjectStore("folders", { keyPath: "id" });
      const journal = created.createObjectStore("journal", { autoIncrement: true });
      journal.createIndex("folder", "folder");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
  return {
    folders: () => db.getAll("folders"),
    journal: async (id) => {
      const entries = await db.getAllFromIndex("journal", "folder", id);
      return entries.map(({ index }) => index);
    },
    keep: async (folder, index) => {
      await db.add("journal", { folder, index });
    },
    write: (folder) => change(db, folder.id, folder),
    remove: (id) => change(db, id, null),
    close: () => db.close(),
  };
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
