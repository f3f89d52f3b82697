import { openDB } from "idb";
import * as v from "valibot";
import { StorageError } from "../../contract/errors.ts";
import { STORES } from "../../contract/storage.ts";
import { within } from "../../shared/patience.ts";

const STORE = "settings";
const KEY = "panel";
/** The longest that a start waits for what was set: a store that never answers must not stop it. */
const PATIENCE_MS = 1000;

/** How the panel is to do things. A value that is none of these counts as not set. */
export const SettingsSchema = v.object({
  /** What the models run on. */
  device: v.fallback(v.picklist(["wasm", "webgpu"]), "wasm"),
  /** Whether tracks sound under the pointer on the map. */
  hearOnHover: v.fallback(v.boolean(), true),
});
/** See `SettingsSchema`. */
export type PanelSettings = v.InferOutput<typeof SettingsSchema>;

/** Every machine has WebAssembly, and for a single sentence it is the quicker one. */
export const DEFAULT_SETTINGS: PanelSettings = { device: "wasm", hearOnHover: true };

/** Keeps settings from start to start. */
export interface SettingsStore {
  /** What was written last, or else the defaults. @throws StorageError nothing can be kept here */
  read(): Promise<PanelSettings>;
  /** @throws StorageError it could not be kept */
  write(settings: PanelSettings): Promise<void>;
}

/** In IndexedDB; it is opened for each call, which are few. */
export const browserSettings: SettingsStore = {
  read: async () => {
    const parsed = v.safeParse(SettingsSchema, await inStore((db) => db.get(STORE, KEY)));
    return parsed.success ? parsed.output : DEFAULT_SETTINGS;
  },
  write: async (settings) => {
    await inStore((db) => db.put(STORE, settings, KEY));
  },
};

type Database = Awaited<ReturnType<typeof openSettings>>;

const openSettings = () =>
  openDB(STORES.settings, 1, {
    upgrade: (fresh) => void fresh.createObjectStore(STORE),
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });

async function inStore(act: (db: Database) => Promise<unknown>): Promise<unknown> {
  const work = async (): Promise<unknown> => {
    const db = await openSettings();
    try {
      return await act(db);
    } finally {
      db.close();
    }
  };
  try {
    return await within(PATIENCE_MS, "IndexedDB did not answer in time.", work());
  } catch (cause) {
    throw new StorageError({
      what: "Settings cannot be kept on this machine.",
      next: "They hold until the panel is closed.",
      cause,
    });
  }
}
