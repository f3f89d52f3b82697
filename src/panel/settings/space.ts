import { deleteDB } from "idb";
import { STORES } from "../../contract/storage.ts";
import { within } from "../../shared/patience.ts";
import { SPACE } from "../words/settings.ts";
import { failure, good, type Notice } from "../words/notice.ts";

/** What is kept in the browser, in bytes. */
export interface SpaceState {
  /** All of it; null if the browser does not say. */
  readonly used: number | null;
  /** How much may be kept; null likewise. */
  readonly limit: number | null;
  /** Whether the browser may throw it away when the disk is full; null likewise. */
  readonly isEvictable: boolean | null;
  /** Whether the copy of the index is being made anew. */
  readonly isRebuilding: boolean;
}

/** What the browser says of its storage. */
export type StorageFacts = Pick<StorageManager, "estimate" | "persisted">;

/** What it needs of the panel. */
export interface SpacePanel {
  /** Undefined where the page may keep nothing. */
  readonly storage: StorageFacts | undefined;
  /** Loads the engine again; resolves when it is ready, or has failed. */
  readonly reload: () => Promise<void>;
  /** Forgets what was searched for and played. */
  readonly clearHistory: () => Promise<void>;
  readonly tell: (notice: Notice) => void;
  readonly changed: () => void;
  /** Removes a database; tests give their own. */
  readonly remove?: (name: string) => Promise<void>;
}

/** The longest that removing a database may take: another page may hold it open. */
const PATIENCE_MS = 10_000;

/** What is kept on this machine, and how it is cleared. Nothing here rejects. */
export class Space {
  private current: SpaceState = {
    used: null,
    limit: null,
    isEvictable: null,
    isRebuilding: false,
  };

  constructor(private readonly panel: SpacePanel) {}

  get state(): SpaceState {
    return this.current;
  }

  /** Asks the browser how much is kept. */
  async measure(): Promise<void> {
    const { storage } = this.panel;
    try {
      const [{ usage = null, quota = null } = {}, isPersisted = null] = await Promise.all([
        storage?.estimate(),
        storage?.persisted(),
      ]);
      const isEvictable = isPersisted === null ? null : !isPersisted;
      this.enter({ used: usage, limit: quota, isEvictable });
    } catch {
      this.enter({ used: null, limit: null, isEvictable: null });
    }
  }

  /** Throws the copy of the index away and makes it anew from what ships. */
  async rebuildIndex(): Promise<void> {
    if (this.current.isRebuilding) return;
    this.enter({ isRebuilding: true });
    await this.attempt(SPACE.rebuilt, async () => {
      const remove = this.panel.remove ?? removeDatabase;
      await remove(STORES.index);
      await this.panel.reload();
    });
    this.enter({ isRebuilding: false });
  }

  clearHistory(): Promise<void> {
    return this.attempt(SPACE.cleared, () => this.panel.clearHistory());
  }

  private async attempt(done: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.panel.tell(good(done));
    } catch (thrown) {
      this.panel.tell(failure(thrown));
    }
    await this.measure();
  }

  private enter(change: Partial<SpaceState>): void {
    this.current = { ...this.current, ...change };
    this.panel.changed();
  }
}

const removeDatabase = (name: string): Promise<void> =>
  within(PATIENCE_MS, SPACE.inUse, deleteDB(name));
