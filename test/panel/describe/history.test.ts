import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  HISTORY_LIMIT,
  History,
  STANDING,
  type HistoryStore,
} from "../../../src/panel/describe/history.ts";

/** A store in memory. */
class FakeStore implements HistoryStore {
  constructor(public entries: readonly string[] = []) {}
  read(): Promise<readonly string[]> {
    return Promise.resolve(this.entries);
  }
  update(change: (entries: readonly string[]) => readonly string[]): Promise<void> {
    this.entries = change(this.entries);
    return Promise.resolve();
  }
}

let store: FakeStore;
let history: History;

async function opened(...entries: string[]): Promise<void> {
  store = new FakeStore(entries);
  history = new History(store, () => undefined);
  await history.open();
}

beforeEach(async () => {
  vi.useFakeTimers();
  await opened();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a description enters the history", () => {
  it("when it is searched for on purpose, but not while it is typed", () => {
    history.written("ca", false);
    history.written("calm", false);
    history.written("calm ", true);
    expect(store.entries).toEqual(["calm"]);
  });

  it("when it has stood for a while", () => {
    history.written("ca", false);
    vi.advanceTimersByTime(STANDING - 1);
    history.written("calm", false);
    vi.advanceTimersByTime(STANDING - 1);
    expect(store.entries).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(store.entries).toEqual(["calm"]);
  });

  it("when its results are acted on, and then not a second time", () => {
    history.written("calm", false);
    history.enter("calm");
    vi.advanceTimersByTime(STANDING);
    expect(store.entries).toEqual(["calm"]);
  });

  it("once, as the newest; a blank one never", () => {
    for (const text of ["calm", "tense", "calm", "  "]) history.enter(text);
    expect(store.entries).toEqual(["calm", "tense"]);
  });

  it("in place of the oldest where there are too many", () => {
    for (let n = 0; n <= HISTORY_LIMIT; n++) history.enter(`scene ${n}`);
    expect(store.entries).toHaveLength(HISTORY_LIMIT);
    expect(store.entries[0]).toBe(`scene ${HISTORY_LIMIT}`);
    expect(store.entries.at(-1)).toBe("scene 1");
  });

  it("beside those that another panel has entered meanwhile", () => {
    store.entries = ["from elsewhere"];
    history.enter("calm");
    expect(store.entries).toEqual(["calm", "from elsewhere"]);
  });
});

describe("going through the history", () => {
  beforeEach(() => opened("newest", "middle", "oldest"));

  it("leads to older ones, stops at the oldest, and back to what was typed", () => {
    expect(history.older("typed")).toBe("newest");
    expect(history.older("newest")).toBe("middle");
    expect(history.older("middle")).toBe("oldest");
    expect(history.older("oldest")).toBeNull();
    expect(history.recalled).toBe("oldest");
    expect(history.newer()).toBe("middle");
    expect(history.newer()).toBe("newest");
    expect(history.newer()).toBe("typed");
    expect(history.recalled).toBeNull();
    expect(history.newer()).toBeNull();
  });

  it("begins anew once the box is written in", () => {
    history.older("");
    history.older("newest");
    history.written("middle with drums", false);
    expect(history.recalled).toBeNull();
    expect(history.older("")).toBe("newest");
  });

  it("goes on from the newest when the recalled one was acted on", () => {
    history.older("");
    history.older("newest");
    history.enter("middle");
    expect(store.entries).toEqual(["middle", "newest", "oldest"]);
    expect(history.recalled).toBe("middle");
    expect(history.older("middle")).toBe("newest");
  });

  it("finds what was entered while the store was still opening", async () => {
    const early = new History(store, () => undefined);
    early.enter("at once");
    await early.open();
    expect(early.older("")).toBe("at once");
    expect(early.older("at once")).toBe("newest");
  });

  it("finds nothing once all were forgotten", async () => {
    history.older("");
    await history.clear();
    expect(store.entries).toEqual([]);
    expect(history.recalled).toBeNull();
    expect(history.older("")).toBeNull();
  });
});
