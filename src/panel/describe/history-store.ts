import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import * as v from "valibot";
import { QUERY_LIMIT } from "../../contract/search.ts";
import { within } from "../../shared/patience.ts";
import { HISTORY_LIMIT, type HistoryStore } from "./history.ts";

/** All local pages of a browser profile may share storage, so the name says whose it is. */
const NAME = "needledrop-descriptions";
const KEY = "descriptions";
/** The longest that is waited for the store, in milliseconds. */
const PATIENCE = 3000;

const EntriesSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(QUERY_LIMIT))),
  v.maxLength(HISTORY_LIMIT),
);

interface Schema extends DBSchema {
  descriptions: { key: string; value: unknown };
}

/**
 * Descriptions in IndexedDB. Where that does not work, nothing is kept from start to start, and the
 * panel works as before; so failures are not told.
 */
export function keptDescriptions(): HistoryStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const withStore = async <T>(
    otherwise: T,
    work: (db: IDBPDatabase<Schema>) => Promise<T>,
  ): Promise<T> => {
    try {
      opened ??= open();
      return await within(PATIENCE, "IndexedDB did not answer in time.", opened.then(work));
    } catch {
      opened = null;
      return otherwise;
    }
  };
  return {
    read: () => withStore([], async (db) => entriesIn(await db.get("descriptions", KEY))),
    update: (change) =>
      withStore(undefined, async (db) => {
        const work = db.transaction("descriptions", "readwrite");
        await work.store.put(change(entriesIn(await work.store.get(KEY))), KEY);
        await work.done;
      }),
  };
}

/** What was kept by another version, or damaged, counts as nothing. */
function entriesIn(kept: unknown): readonly string[] {
  const parsed = v.safeParse(EntriesSchema, kept);
  return parsed.success ? parsed.output : [];
}

async function open(): Promise<IDBPDatabase<Schema>> {
  if (typeof indexedDB === "undefined") throw new Error("This place has no IndexedDB.");
  return openDB<Schema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore("descriptions");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
