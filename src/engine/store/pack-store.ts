import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { StorageError } from "../../contract/errors.ts";
import { within } from "../../shared/patience.ts";
import { storedOr } from "./stored-or.ts";

/** All local pages of a browser profile may share storage, so the name says whose it is. */
export const PACKS_NAME = "needledrop-packs";
/** Captioners are kept in the same way. */
export const CAPTIONERS_NAME = "needledrop-captioners";
type StoreName = typeof PACKS_NAME | typeof CAPTIONERS_NAME;
/** What each keeps, as messages call it. */
const WHAT: Readonly<Record<StoreName, string>> = {
  [PACKS_NAME]: "pack",
  [CAPTIONERS_NAME]: "captioner",
};
const PACKS_VERSION = 1;
/** The longest that opening may take: a store that another page upgrades never answers. */
const PATIENCE_MS = 5000;

/** A pack, or another model, that was verified and is to be kept. */
export interface ModelToKeep extends Pick<StoredPack, "hash" | "id" | "licence" | "files"> {
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** A pack that is kept. */
export interface StoredPack {
  readonly hash: string;
  readonly id: string;
  readonly licence: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

interface PacksSchema extends DBSchema {
  packs: { key: string; value: StoredPack };
  /** Keys are the pack's hash and the file's path. */
  files: { key: [string, string]; value: Uint8Array<ArrayBuffer> };
}

/**
 * Keeps the packs that the editor added in IndexedDB. A pack is there once its record is, which is
 * written last. Every call may throw a StorageError.
 */
export interface PackStore {
  /** In the order in which their hashes sort. */
  packs(): Promise<StoredPack[]>;
  /** A file of a pack. @throws StorageError it is not there */
  read(hash: string, file: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Keeps a pack, one file at a time, since they are large. */
  write(model: ModelToKeep): Promise<StoredPack>;
  remove(hash: string): Promise<void>;
  close(): void;
}

/**
 * @param name which store: that of packs, or `CAPTIONERS_NAME`
 * @throws StorageError the browser has no IndexedDB for this page
 */
export async function openPackStore(name: StoreName = PACKS_NAME): Promise<PackStore> {
  const what = WHAT[name];
  const stored = <T>(operation: Promise<T>): Promise<T> => storedAs(what, operation);
  const db = await stored(within(PATIENCE_MS, "IndexedDB did not open in time.", openPacks(name)));
  return {
    packs: () => stored(db.getAll("packs")),
    read: async (hash, file) => {
      const bytes = await stored(db.get("files", [hash, file]));
      if (bytes !== undefined) return bytes;
      throw new StorageError({
        what: `A file of an added ${what} is gone.`,
        input: file,
        next: `Remove the ${what}, and add it again.`,
      });
    },
    write: async (model) => {
      try {
        return await write(db, model, stored);
      } catch (error) {
        await remove(db, model.hash).catch(() => undefined);
        throw error;
      }
    },
    remove: (hash) => stored(remove(db, hash)),
    close: () => db.close(),
  };
}

async function openPacks(name: StoreName): Promise<IDBPDatabase<PacksSchema>> {
  return openDB<PacksSchema>(name, PACKS_VERSION, {
    upgrade(created) {
      created.createObjectStore("packs", { keyPath: "hash" });
      created.createObjectStore("files");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

async function write(
  db: IDBPDatabase<PacksSchema>,
  model: ModelToKeep,
  stored: <T>(operation: Promise<T>) => Promise<T>,
): Promise<StoredPack> {
  const { hash, id, licence, files } = model;
  let bytes = 0;
  for (const file of files) {
    const content = await model.read(file);
    bytes += content.length;
    await stored(db.put("files", content, [hash, file]));
  }
  const pack = { hash, id, licence, files, bytes };
  await stored(db.put("packs", pack));
  return pack;
}

async function remove(db: IDBPDatabase<PacksSchema>, hash: string): Promise<void> {
  const transaction = db.transaction(["packs", "files"], "readwrite");
  await transaction.objectStore("packs").delete(hash);
  await transaction.objectStore("files").delete(IDBKeyRange.bound([hash], [hash, []]));
  await transaction.done;
}

/** The result of an operation of the store, or its failure as an error with a way out. */
const storedAs = <T>(what: string, operation: Promise<T>): Promise<T> =>
  storedOr(operation, {
    full: {
      what: `There is no room left to keep the ${what}.`,
      next: `Free some space on the disk, or remove another ${what}.`,
    },
    broken: {
      what: `No ${what} can be kept on this machine.`,
      next: `Restart the editor. If it happens again, use the ${what} with the command line.`,
    },
  });
