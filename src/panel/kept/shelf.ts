import { asNeedledropError, type NeedledropError } from "../../contract/errors.ts";
import { KeptLists, type KeptChange } from "./kept-lists.ts";
import type { KeptStore } from "./kept-store.ts";

export interface ShelfListener {
  /** Keeping does not work: what was changed last, and what will be, lasts until the page is closed. */
  failed(error: NeedledropError): void;
  /** So many records could not be read, and were put aside. */
  setAside(count: number): void;
  changed(): void;
}

/**
 * What is kept: in memory, where it can be used at once, and in the store. Without a store, or once
 * it has failed, it lasts until the page is closed. Nothing here rejects.
 */
export class Shelf {
  private current = new KeptLists();
  private store: KeptStore | null = null;
  private failure: NeedledropError | null = null;
  private writing: Promise<void> = Promise.resolve();
  private isReading = false;
  /** Counts changes of this page and of others, so that no reading takes one back. */
  private changes = 0;

  constructor(
    private readonly open: () => Promise<KeptStore>,
    private readonly listener: ShelfListener,
  ) {}

  get lists(): KeptLists {
    return this.current;
  }

  /** Why nothing is kept beyond this page, if so. */
  get problem(): NeedledropError | null {
    return this.failure;
  }

  /** Resolves when everything is there, or is not going to be. */
  start(): Promise<void> {
    this.isEnded = false;
    // What is changed meanwhile waits to be written.
    const opening = this.open().then(
      (store) => {
        if (this.isEnded) return store.close();
        this.store = store;
        store.onOthersWrite(() => void this.read());
      },
      // Told when there is something to lose.
      (thrown: unknown) => this.fail(thrown, "silently"),
    );
    this.writing = opening;
    return opening.then(() => this.read());
  }

  /** Changes what is kept; returns the change that undoes it. */
  change(change: KeptChange): KeptChange {
    this.changes += 1;
    const undo = this.current.apply(change);
    this.writing = this.writing.then(() => this.write(change));
    this.listener.changed();
    return undo;
  }

  /** Reads again what other pages may have written. */
  async read(): Promise<void> {
    this.changes += 1;
    if (this.isReading) return;
    this.isReading = true;
    for (let seen = -1; seen !== this.changes && this.failure === null;) {
      seen = this.changes;
      await this.writing;
      await this.readOnce(() => seen === this.changes);
    }
    this.isReading = false;
  }

  private async readOnce(isLast: () => boolean): Promise<void> {
    try {
      const read = await this.store?.read();
      if (read === undefined) return;
      if (read.setAside > 0) this.listener.setAside(read.setAside);
      if (!isLast()) return;
      this.current = new KeptLists(read);
      this.listener.changed();
    } catch (thrown) {
      this.fail(thrown, "silently");
    }
  }

  /** Lets go of the store; it can be opened again. */
  end(): void {
    this.isEnded = true;
    this.store?.close();
    this.store = null;
  }

  private async write(change: KeptChange): Promise<void> {
    const { failure, store } = this;
    if (failure !== null || store === null) return this.tellOnce();
    try {
      await store.write(change);
    } catch (thrown) {
      this.fail(thrown, "aloud");
    }
  }

  private wasTold = false;
  private isEnded = false;

  private fail(thrown: unknown, how: "silently" | "aloud"): void {
    this.failure = asNeedledropError(thrown);
    this.store?.close();
    this.store = null;
    if (how === "aloud") this.tellOnce();
    else this.listener.changed();
  }

  private tellOnce(): void {
    if (this.wasTold || this.failure === null) return;
    this.wasTold = true;
    this.listener.failed(this.failure);
  }
}
