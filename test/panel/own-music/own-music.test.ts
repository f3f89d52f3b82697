import { beforeEach, describe, expect, it } from "vitest";
import { HostError, StorageError } from "../../../src/contract/errors.ts";
import type { FolderAccess, FolderProgress, FolderReport } from "../../../src/contract/folder.ts";
import {
  OwnMusic,
  type FolderEngine,
  type FolderPlaces,
} from "../../../src/panel/own-music/own-music.ts";
import { NO_FOLDERS } from "../no-folders.ts";
import { byHand, settled } from "../results.ts";

const MINE: FolderAccess = {
  id: "mine",
  name: "Mine",
  path: "/mine",
  list: () => Promise.resolve({ files: [], unreadable: [] }),
  read: () => Promise.resolve(new Uint8Array(0)),
  decode: () => Promise.reject(new Error("not asked for")),
};

/** Nobody remembers a folder. */
const BROWSER: FolderPlaces = {
  isOffered: false,
  remembered: () => Promise.resolve([]),
  forget: () => Promise.resolve(),
};

const report = (changes: Partial<FolderReport> = {}): FolderReport => ({
  folder: { id: "mine", name: "Mine", tracks: 3 },
  embedded: 3,
  missing: [],
  copies: 0,
  skipped: [],
  skippedFiles: 0,
  stopped: false,
  ...changes,
});

let engine: FolderEngine;
let places: FolderPlaces;
let told: string[];
let time: number;
let music: OwnMusic;

beforeEach(() => {
  engine = NO_FOLDERS;
  places = BROWSER;
  told = [];
  time = 0;
  const listener = { found: () => told.push("found"), changed: () => told.push("changed") };
  music = new OwnMusic(
    () => Promise.resolve(engine),
    {
      get isOffered() {
        return places.isOffered;
      },
      remembered: () => places.remembered(),
      forget: (id) => places.forget(id),
    },
    listener,
    () => time,
  );
});

const only = () => music.state.folders[0];

describe("the editor's own music", () => {
  it("is what the engine knows, by name; after a restart none of it can be read", async () => {
    const known = [
      { id: "b", name: "Zither", tracks: 2 },
      { id: "a", name: "Accordion", tracks: 1 },
    ];
    engine = { ...NO_FOLDERS, folders: () => Promise.resolve(known) };
    await music.open();
    expect(
      music.state.folders.map(({ name, tracks, isReachable }) => [name, tracks, isReachable]),
    ).toEqual([
      ["Accordion", 1, false],
      ["Zither", 2, false],
    ]);
    await music.update("a");
    expect(only()?.activity.name).toBe("idle");
  });

  it("can be read after a restart where the editing application remembers folders", async () => {
    engine = {
      ...NO_FOLDERS,
      folders: () => Promise.resolve([{ id: "mine", name: "Mine", tracks: 3 }]),
      updateFolder: (access) => Promise.resolve(report({ embedded: access === MINE ? 1 : 0 })),
      removeFolder: () => Promise.resolve(),
    };
    const forgotten: string[] = [];
    places = {
      isOffered: true,
      remembered: () => Promise.resolve([MINE]),
      forget: (id) => Promise.resolve(void forgotten.push(id)),
    };
    await music.open();
    expect(music.state.asksHost).toBe(true);
    expect(only()).toMatchObject({ name: "Mine", tracks: 3, isReachable: true });
    await music.update("mine");
    expect(only()).toMatchObject({ tracks: 3, report: { embedded: 1 } });
    await music.remove("mine");
    expect([forgotten, music.state.folders]).toEqual([["mine"], []]);
  });

  it("shows how reading goes, and what came of it", async () => {
    const run = byHand<FolderReport>();
    let progress: (progress: FolderProgress) => void = () => undefined;
    engine = {
      ...NO_FOLDERS,
      updateFolder: (access, onProgress) => {
        expect(access).toBe(MINE);
        progress = onProgress ?? progress;
        return run.promise;
      },
    };
    const adding = music.add(MINE);
    expect(only()).toMatchObject({ name: "Mine", tracks: 0, isReachable: true });
    expect(only()?.activity).toEqual({ name: "reading", done: 0, total: null, seconds: 0 });
    await settled();
    time = 5000;
    progress({ done: 2, total: 10 });
    expect(only()?.activity).toEqual({ name: "reading", done: 2, total: 10, seconds: 5 });
    expect(told).not.toContain("found");
    run.resolve(report());
    await adding;
    expect(only()).toMatchObject({
      tracks: 3,
      activity: { name: "idle" },
      report: { embedded: 3 },
    });
    expect(told.at(-1)).toBe("found");
  });

  it("searches again only where tracks have come or gone", async () => {
    const tracks = [3, 3, 2];
    engine = {
      ...NO_FOLDERS,
      updateFolder: () =>
        Promise.resolve(
          report({
            embedded: 0,
            folder: { id: "mine", name: "Mine", tracks: tracks.shift() ?? 0 },
          }),
        ),
    };
    const finds = async (): Promise<number> => {
      await music.add(MINE);
      return told.filter((one) => one === "found").length;
    };
    expect([await finds(), await finds(), await finds()]).toEqual([1, 1, 2]);
  });

  it("reads a folder once more where something has come while it was read", async () => {
    const runs = [byHand<FolderReport>(), byHand<FolderReport>()];
    let begun = 0;
    engine = {
      ...NO_FOLDERS,
      updateFolder: () => runs[begun++]?.promise ?? Promise.reject(new Error("a third run")),
    };
    const adding = music.add(MINE);
    const again = music.updateAgain("mine");
    await settled();
    expect(begun).toBe(1);
    runs[0]?.resolve(report());
    await adding;
    await settled();
    expect(begun).toBe(2);
    runs[1]?.reject(new HostError({ what: "Gone.", next: "Wait." }));
    expect(await again).toBe(false);
    expect(await music.updateAgain("mine")).toBe(false);
  });

  it("reads a folder once at a time", async () => {
    let runs = 0;
    const run = byHand<FolderReport>();
    engine = { ...NO_FOLDERS, updateFolder: () => ((runs += 1), run.promise) };
    const adding = music.add(MINE);
    await music.update("mine");
    await music.add(MINE);
    run.resolve(report());
    await adding;
    expect(runs).toBe(1);
  });

  it("says why a folder cannot be read, and reads it when it can", async () => {
    const error = new HostError({ what: "Gone.", input: "/mine", next: "Plug it in." });
    engine = { ...NO_FOLDERS, updateFolder: () => Promise.reject(error) };
    await music.add(MINE);
    expect(only()?.activity).toEqual({ name: "failed", error });
    engine = { ...NO_FOLDERS, updateFolder: () => Promise.resolve(report()) };
    await music.update("mine");
    expect(only()?.activity).toEqual({ name: "idle" });
  });

  it("stops, and forgets", async () => {
    const asked: string[] = [];
    engine = {
      ...NO_FOLDERS,
      updateFolder: () => Promise.resolve(report({ stopped: true })),
      stopFolder: (id) => Promise.resolve(void asked.push(`stop ${id}`)),
      removeFolder: (id) => Promise.resolve(void asked.push(`remove ${id}`)),
    };
    await music.add(MINE);
    await music.stop("mine");
    await music.remove("mine");
    expect(asked).toEqual(["stop mine", "remove mine"]);
    expect(music.state.folders).toEqual([]);
    await music.update("mine");
    expect(music.state.folders).toEqual([]);
  });

  it("says why nothing can be kept", async () => {
    const error = new StorageError({ what: "No room.", next: "Make some." });
    engine = { ...NO_FOLDERS, folders: () => Promise.reject(error) };
    await music.open();
    expect(music.state).toEqual({ folders: [], error, asksHost: false });
    engine = NO_FOLDERS;
    await music.open();
    expect(music.state.error).toBeNull();
  });

  it("reads folders again that a new pack, or a new version of it, has not embedded, once", async () => {
    const asked: string[] = [];
    const other = { ...MINE, id: "other" };
    engine = {
      ...NO_FOLDERS,
      folders: () =>
        Promise.resolve([
          { id: "mine", name: "Mine", tracks: 0, stale: 3 },
          { id: "other", name: "Other", tracks: 3, waiting: 3 },
          { id: "away", name: "Away", tracks: 0, stale: 1 },
        ]),
      updateFolder: ({ id, name }) => {
        asked.push(id);
        return Promise.resolve(report({ folder: { id, name, tracks: 2, stale: 1 } }));
      },
    };
    places = { ...BROWSER, isOffered: true, remembered: () => Promise.resolve([MINE, other]) };
    await music.open();
    await settled();
    await music.open();
    expect(asked.sort()).toEqual(["mine", "other"]);
    expect(music.state.folders.find(({ id }) => id === "mine")).toMatchObject({ stale: 3 });
    expect(music.state.folders.find(({ id }) => id === "away")).toMatchObject({ stale: 1 });
  });

  it("reads all folders that can be read, and shows with which pack", async () => {
    const run = byHand<FolderReport>();
    let progress: (progress: FolderProgress) => void = () => undefined;
    engine = { ...NO_FOLDERS, updateFolder: () => Promise.resolve(report()) };
    await music.add(MINE);
    engine = {
      ...NO_FOLDERS,
      updateFolder: (_access, onProgress) => {
        progress = onProgress ?? progress;
        return run.promise;
      },
    };
    const updating = music.updateAll();
    await settled();
    progress({ done: 1, total: 3, pack: "clap@1" });
    expect(only()?.activity).toMatchObject({ name: "reading", done: 1, total: 3, pack: "clap@1" });
    run.resolve(report());
    await updating;
    expect(only()?.activity.name).toBe("idle");
  });
});

describe("listening to a folder again", () => {
  it("forgets what was read of it, and reads all of it", async () => {
    const asked: string[] = [];
    engine = {
      ...NO_FOLDERS,
      removeFolder: (id) => Promise.resolve(void asked.push(`remove ${id}`)),
      updateFolder: ({ id }) => {
        asked.push(`read ${id}`);
        return Promise.resolve(report());
      },
    };
    await music.add(MINE);
    await music.listenAgain("mine");
    expect(asked).toEqual(["read mine", "remove mine", "read mine"]);
    expect(music.state.folders).toMatchObject([{ id: "mine", tracks: 3, isReachable: true }]);
  });

  it("leaves one that cannot be read now as it is", async () => {
    const removed: string[] = [];
    engine = {
      ...NO_FOLDERS,
      removeFolder: (id) => Promise.resolve(void removed.push(id)),
    };
    await music.listenAgain("elsewhere");
    expect(removed).toEqual([]);
  });
});
