import { QUERY_LIMIT } from "../../contract/search.ts";
import { after } from "../../shared/clock.ts";

/** Most descriptions that are kept. */
export const HISTORY_LIMIT = 100;
/** Milliseconds that a description stands unchanged until it counts as one. */
export const STANDING = 4000;

/** Where descriptions are kept from start to start. Nothing here rejects. */
export interface HistoryStore {
  /** Newest first; none where nothing can be kept. */
  read(): Promise<readonly string[]>;
  /** Changes what is kept, which another panel may have done meanwhile. */
  update(change: (entries: readonly string[]) => readonly string[]): Promise<void>;
}

/** `entries` with `description` as the newest; the same one appears once. */
export function withNewest(entries: readonly string[], description: string): readonly string[] {
  const others = entries.filter((entry) => entry !== description);
  return [description, ...others].slice(0, HISTORY_LIMIT);
}

/**
 * Earlier descriptions. One enters when it was searched for on purpose, when a result of it was acted
 * on, or when it has stood for a while; what was only typed through does not.
 */
export class History {
  private entries: readonly string[] = [];
  /** Which one is in the box, and what stood there before the first one; null: none is. */
  private recall: { readonly at: number; readonly typed: string } | null = null;
  private stopWaiting = (): void => undefined;

  constructor(
    private readonly store: HistoryStore,
    private readonly changed: () => void,
  ) {}

  /** The description that was recalled and stands unchanged in the box; null if none does. */
  get recalled(): string | null {
    return this.recall === null ? null : (this.entries[this.recall.at] ?? null);
  }

  /** Reads what is kept. */
  async open(): Promise<void> {
    const kept = await this.store.read();
    // What was entered while the store opened is newer.
    const fresh = this.entries;
    this.entries = [...fresh, ...kept.filter((entry) => !fresh.includes(entry))].slice(
      0,
      HISTORY_LIMIT,
    );
  }

  /** The box was written in; `isDeliberate`: and it was searched for on purpose. */
  written(description: string, isDeliberate: boolean): void {
    this.recall = null;
    this.stopWaiting();
    if (isDeliberate) this.enter(description);
    else this.stopWaiting = after(STANDING, () => this.enter(description));
  }

  /** Enters a description whose results were acted on. */
  enter(description: string): void {
    this.stopWaiting();
    const text = description.trim().slice(0, QUERY_LIMIT);
    if (text === "" || this.entries[0] === text) return;
    this.entries = withNewest(this.entries, text);
    if (this.recall !== null) this.recall = { ...this.recall, at: 0 };
    void this.store.update((kept) => withNewest(kept, text));
  }

  /** The description before the one in the box; null where there is none. */
  older(inBox: string): string | null {
    this.stopWaiting();
    const next = { typed: inBox, ...this.recall, at: (this.recall?.at ?? -1) + 1 };
    const entry = this.entries[next.at];
    if (entry === undefined) return null;
    this.recall = next;
    this.changed();
    return entry;
  }

  /** The description after the one in the box; past the newest, what was typed there before. */
  newer(): string | null {
    if (this.recall === null) return null;
    const { at, typed } = this.recall;
    this.recall = at === 0 ? null : { at: at - 1, typed };
    this.changed();
    return this.recalled ?? typed;
  }

  /** Forgets them all, here and in the store. */
  async clear(): Promise<void> {
    this.stopWaiting();
    this.entries = [];
    this.recall = null;
    this.changed();
    await this.store.update(() => []);
  }
}
