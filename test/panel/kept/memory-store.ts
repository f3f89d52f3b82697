import { KeptLists, type KeptChange } from "../../../src/panel/kept/kept-lists.ts";
import type { KeptReading, KeptStore } from "../../../src/panel/kept/kept-store.ts";

/** What several pages share in place of a browser's store. */
export class MemoryStore implements KeptStore {
  isFull = false;
  /** How many records the next reading cannot read. */
  setAside = 0;
  private readonly kept = new KeptLists();
  private readonly listeners: (() => void)[] = [];
  private held: Promise<void> = Promise.resolve();

  async read(): Promise<KeptReading> {
    const { lists, setAside } = { lists: this.kept, setAside: this.setAside };
    this.setAside = 0;
    const entries = lists.listIds.flatMap((list) => lists.entries(list));
    const reading = { entries, collections: lists.collections, setAside };
    await this.held;
    return reading;
  }

  write(change: KeptChange): Promise<void> {
    if (this.isFull) return Promise.reject(new Error("There is no room."));
    this.kept.apply(change);
    for (const listener of this.listeners) listener();
    return Promise.resolve();
  }

  onOthersWrite(listener: () => void): void {
    this.listeners.push(listener);
  }

  close(): void {
    return;
  }

  /** Readings have what is there now, and arrive when the returned function is called. */
  holdReads(): () => void {
    let release = (): void => undefined;
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }
}
