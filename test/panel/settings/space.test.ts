import { describe, expect, it } from "vitest";
import { STORES } from "../../../src/contract/storage.ts";
import { Space, type SpacePanel } from "../../../src/panel/settings/space.ts";

function bench(facts: Partial<SpacePanel> = {}) {
  const done: string[] = [];
  const told: string[] = [];
  const act = (what: string) => (): Promise<void> => Promise.resolve(void done.push(what));
  const space = new Space({
    storage: {
      estimate: () => Promise.resolve({ usage: 2e6, quota: 9e9 }),
      persisted: () => Promise.resolve(false),
    },
    reload: act("reload"),
    clearHistory: act("clear"),
    tell: ({ text }) => told.push(text),
    changed: () => undefined,
    remove: (name) => act(name)(),
    ...facts,
  });
  return { space, done, told };
}

describe("what is kept", () => {
  it("is measured by the browser", async () => {
    const { space } = bench();
    await space.measure();
    expect(space.state).toMatchObject({ used: 2e6, limit: 9e9, isEvictable: true });
  });

  it.each([
    ["has no storage", undefined],
    [
      "does not answer",
      {
        estimate: () => Promise.reject(new Error("insecure")),
        persisted: () => Promise.reject(new Error("insecure")),
      },
    ],
  ])("is not known where the browser %s", async (_, storage) => {
    const { space } = bench({ storage });
    await space.measure();
    expect(space.state).toMatchObject({ used: null, limit: null, isEvictable: null });
  });
});

describe("the copy of the index", () => {
  it("is removed, and made anew by the next load", async () => {
    const { space, done, told } = bench();
    const rebuilding = space.rebuildIndex();
    expect(space.state.isRebuilding).toBe(true);
    await space.rebuildIndex(); // It is under way.
    await rebuilding;
    expect(done).toEqual([STORES.index, "reload"]);
    expect(told).toEqual(["The catalogue was read anew."]);
    expect(space.state.isRebuilding).toBe(false);
  });

  it("stays where another window holds it, which is said", async () => {
    const { space, done, told } = bench({ remove: () => Promise.reject(new Error("In use.")) });
    await space.rebuildIndex();
    expect(done).toEqual([]);
    expect(told.join()).toContain("In use.");
    expect(space.state.isRebuilding).toBe(false);
  });
});

it("forgets the history, and nothing else", async () => {
  const { space, done, told } = bench();
  await space.clearHistory();
  expect([done, told]).toEqual([["clear"], ["History cleared."]]);
});
