import { openDB } from "idb";
import { fails, works, type Finding } from "./probe.ts";

const DATABASE = "needledrop-host-check";
const STORE = "starts";
const KEY = "last";

interface Start {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Identifies this start of the page. */
const THIS_START: Start = {
  id: Math.random().toString(36).slice(2),
  at: new Date().toISOString(),
};

/** Writes, reads back, and says whether what an earlier start of the page wrote is still there. */
export async function lookAtStorage(start: Start = THIS_START): Promise<Finding> {
  const db = await openDB(DATABASE, 1, { upgrade: (fresh) => fresh.createObjectStore(STORE) });
  try {
    const earlier = asStart(await db.get(STORE, KEY));
    await db.put(STORE, start, KEY);
    const back = asStart(await db.get(STORE, KEY));
    if (back?.id !== start.id) return fails("The written value did not come back.");
    return works(
      earlier === null || earlier.id === start.id
        ? "Written and read back. No earlier value was found. Restart and check again."
        : `Written and read back. The value written at ${earlier.at} is still there.`,
    );
  } finally {
    db.close();
  }
}

function asStart(value: unknown): Start | null {
  if (typeof value !== "object" || value === null) return null;
  const { id, at } = value as Partial<Record<keyof Start, unknown>>;
  return typeof id === "string" && typeof at === "string" ? { id, at } : null;
}
