import { beforeEach, describe, expect, it } from "vitest";
import { PackError } from "../../../src/contract/errors.ts";
import type { AddedPack, PackAccess } from "../../../src/contract/pack.ts";
import { ModelShelf, packsOf, type PackEngine } from "../../../src/panel/packs/model-shelf.ts";
import { NO_FOLDERS } from "../no-folders.ts";

const PACK: AddedPack = {
  ...{ hash: "ab", id: "clap@1", licence: "Apache-2.0", bytes: 5e6, tracks: 0 },
};
const ACCESS: PackAccess = {
  name: "clap",
  files: ["config.json"],
  read: () => Promise.resolve(new Uint8Array(0)),
};

let engine: PackEngine;
let shelf: ModelShelf<AddedPack>;
let told: string[];

beforeEach(() => {
  engine = NO_FOLDERS;
  told = [];
  shelf = new ModelShelf(() => Promise.resolve(packsOf(engine)), {
    added: () => told.push("added"),
    removed: () => told.push("removed"),
    changed: () => undefined,
  });
});

/** An engine that keeps what it is given. */
function keeping(...packs: AddedPack[]): PackEngine {
  return {
    packs: () => Promise.resolve([...packs]),
    addPack: (_access, onProgress) => {
      onProgress?.(0.5);
      packs.push(PACK);
      return Promise.resolve(PACK);
    },
    removePack: (hash) => {
      const at = packs.findIndex((pack) => pack.hash === hash);
      packs.splice(at, 1);
      return Promise.resolve();
    },
  };
}

describe("a shelf of models", () => {
  it("shows what the engine has", async () => {
    engine = keeping(PACK);
    await shelf.open();
    expect(shelf.state).toEqual({ added: [PACK], adding: null, error: null });
  });

  it("shows how far adding has come, and tells when a pack has come", async () => {
    engine = keeping();
    const seen: (number | undefined)[] = [];
    const listener = { added: () => told.push("added"), removed: () => undefined };
    const watched: ModelShelf<AddedPack> = new ModelShelf(() => Promise.resolve(packsOf(engine)), {
      ...listener,
      changed: () => seen.push(watched.state.adding?.done),
    });
    await watched.add(ACCESS);
    expect(seen).toEqual(expect.arrayContaining([0, 0.5, undefined]));
    expect(watched.state).toEqual({ added: [PACK], adding: null, error: null });
    expect(told).toEqual(["added"]);
  });

  it("shows why a pack was refused, keeps the others, and can try again", async () => {
    const error = new PackError({ what: "No pack.", next: "Choose another." });
    engine = { ...keeping(PACK), addPack: () => Promise.reject(error) };
    await shelf.open();
    await shelf.add(ACCESS);
    expect(shelf.state).toEqual({ added: [PACK], adding: null, error });
    expect(told).toEqual([]);
    engine = keeping();
    await shelf.add(ACCESS);
    expect(shelf.state.error).toBeNull();
  });

  it("adds one pack at a time", async () => {
    let runs = 0;
    engine = { ...NO_FOLDERS, addPack: () => ((runs += 1), new Promise(() => undefined)) };
    void shelf.add(ACCESS);
    await shelf.add(ACCESS);
    expect(runs).toBe(1);
  });

  it("forgets a pack, and tells so", async () => {
    engine = keeping(PACK);
    await shelf.open();
    await shelf.remove(PACK.hash);
    expect(shelf.state.added).toEqual([]);
    expect(told).toEqual(["removed"]);
  });
});
