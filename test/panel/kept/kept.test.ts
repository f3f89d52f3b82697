import { beforeEach, describe, expect, it } from "vitest";
import type { KeptEntry } from "../../../src/contract/kept.ts";
import type { Project } from "../../../src/contract/place.ts";
import { Kept } from "../../../src/panel/kept/kept.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { resultOf, settled } from "../results.ts";
import { MemoryStore } from "./memory-store.ts";

const trackOf = (id: string) => resultOf({ track: { id, title: id.toUpperCase() } }).track;
const DAWN = trackOf("dawn");
const DUSK = trackOf("dusk");
const FILM: Project = { id: "film", name: "Film" };

let store: MemoryStore;
let kept: Kept;
let notices: Notice[];
let project: Project | null;
let clock: number;

beforeEach(async () => {
  store = new MemoryStore();
  notices = [];
  project = FILM;
  clock = 1000;
  kept = await opened();
});

async function opened(openStore = () => Promise.resolve(store)): Promise<Kept> {
  const made = new Kept({
    openStore,
    project: () => project,
    tell: (notice) => notices.push(notice),
    changed: () => undefined,
    now: () => clock++,
  });
  await made.start();
  return made;
}

const ids = (entries: readonly KeptEntry[]): string[] => entries.map(({ tag }) => tag.trackId);

describe("favourites", () => {
  it("are there at the next start, the last first, with what is shown of them", async () => {
    kept.toggleFavourite(DAWN);
    kept.toggleFavourite(DUSK);
    await settled();
    const again = await opened();
    expect(ids(again.lists.entries("favourites"))).toEqual(["dusk", "dawn"]);
    expect(again.lists.entries("favourites")[0]?.tag).toEqual({
      trackId: "dusk",
      title: "DUSK",
      artist: "Mara",
      licence: { id: "CC0-1.0", name: "CC0 1.0" },
    });
  });

  it("go when they are asked for again, and come back where they were", async () => {
    kept.toggleFavourite(DAWN);
    kept.toggleFavourite(DUSK);
    kept.toggleFavourite(DAWN);
    expect(kept.isFavourite("dawn")).toBe(false);
    expect(kept.removed).toBe("“DAWN” removed.");
    kept.undo();
    expect(kept.removed).toBeNull();
    expect(ids(kept.lists.entries("favourites"))).toEqual(["dusk", "dawn"]);
    await settled();
    expect(ids((await opened()).lists.entries("favourites"))).toEqual(["dusk", "dawn"]);
  });

  it("can be kept before the store has opened", async () => {
    const slow = opened();
    kept.toggleFavourite(DAWN);
    await slow;
    await settled();
    expect(ids((await opened()).lists.entries("favourites"))).toEqual(["dawn"]);
  });

  it("take no more than a list holds", () => {
    kept.merge({
      entries: Array.from({ length: 10_000 }, (_, at) => ({
        list: "favourites",
        tag: { trackId: `t${at}`, title: "", artist: "", licence: DAWN.licence },
        at,
      })),
    });
    kept.toggleFavourite(DAWN);
    expect(kept.isFavourite("dawn")).toBe(false);
    expect(notices.at(-1)?.text).toContain("This list is full: it takes 10000 tracks");
  });
});

describe("recent tracks", () => {
  it("are those played or inserted, the last first, each once", () => {
    kept.played(DAWN);
    kept.inserted(DUSK);
    kept.played(DAWN);
    expect(ids(kept.lists.entries("recent"))).toEqual(["dawn", "dusk"]);
  });

  it("are at most 200, and the oldest go", async () => {
    for (let at = 0; at < 201; at++) kept.played(trackOf(`t${at}`));
    const recent = ids(kept.lists.entries("recent"));
    expect(recent).toHaveLength(200);
    expect(recent[0]).toBe("t200");
    expect(recent).not.toContain("t0");
    await settled();
    expect((await opened()).lists.entries("recent")).toHaveLength(200);
  });

  it("are used in the project that was open, if one was", () => {
    kept.inserted(DAWN);
    project = null;
    kept.inserted(DUSK);
    expect(ids(kept.lists.entries("used:film"))).toEqual(["dawn"]);
    expect(kept.lists.listIds).toEqual(["recent", "used:film"]);
  });
});

describe("collections", () => {
  it("hold tracks, and a track may be in many", () => {
    const [chase, calm] = [
      kept.makeCollection("Chase", true),
      kept.makeCollection(" Calm ", false),
    ];
    expect([chase?.project, calm?.project, calm?.name]).toEqual([FILM, null, "Calm"]);
    for (const one of [chase, calm]) kept.add(`collection:${one?.id ?? ""}`, tag(DAWN));
    expect(kept.lists.has(`collection:${chase?.id ?? ""}`, "dawn")).toBe(true);
    expect(kept.lists.has(`collection:${calm?.id ?? ""}`, "dawn")).toBe(true);
  });

  it("are listed by name, and made once for one project", () => {
    const made = ["b", "a", "b"].map((name) => kept.makeCollection(name, true));
    expect(made[2]).toBe(made[0]);
    expect(kept.lists.collections.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(kept.makeCollection("b", false)?.id).not.toBe(made[0]?.id);
    expect(kept.makeCollection("  ", false)).toBeNull();
  });

  it("are renamed, and moved between the project and all", async () => {
    const id = kept.makeCollection("Chase", true)?.id ?? "";
    kept.changeCollection(id, { name: "Hunt" });
    kept.changeCollection(id, { forProject: false });
    kept.changeCollection(id, { name: " " });
    expect(kept.lists.collection(id)).toMatchObject({ name: "Hunt", project: null });
    await settled();
    expect((await opened()).lists.collection(id)).toMatchObject({ name: "Hunt", project: null });
  });

  it("are deleted with what is in them, and come back with it", async () => {
    const id = kept.makeCollection("Chase", true)?.id ?? "";
    kept.add(`collection:${id}`, tag(DAWN));
    kept.deleteCollection(id);
    expect(kept.lists.collections).toEqual([]);
    expect(kept.lists.entries(`collection:${id}`)).toEqual([]);
    expect(kept.removed).toBe("Collection “Chase” with 1 track deleted.");
    kept.undo();
    await settled();
    const again = await opened();
    expect(again.lists.collection(id)?.name).toBe("Chase");
    expect(ids(again.lists.entries(`collection:${id}`))).toEqual(["dawn"]);
  });
});

describe("without a store", () => {
  it("everything works until the page is closed, and that is said once", async () => {
    const broken = await opened(() => Promise.reject(new Error("Not here.")));
    expect(notices).toEqual([]);
    broken.toggleFavourite(DAWN);
    broken.toggleFavourite(DUSK);
    await settled();
    expect(notices.map(({ text }) => text)).toEqual([expect.stringContaining("Not here.")]);
    expect(ids(broken.lists.entries("favourites"))).toEqual(["dusk", "dawn"]);
    broken.follow();
    await settled();
    expect(broken.lists.entries("favourites")).toHaveLength(2);
    expect(broken.problem).not.toBeNull();
  });

  it("so does it where the store takes no more", async () => {
    store.isFull = true;
    kept.toggleFavourite(DAWN);
    await settled();
    kept.toggleFavourite(DUSK);
    kept.follow();
    await settled();
    expect(notices).toHaveLength(1);
    expect(ids(kept.lists.entries("favourites"))).toEqual(["dusk", "dawn"]);
  });
});

describe("two pages", () => {
  it("see what the other keeps, and lose nothing of each other's", async () => {
    const other = await opened();
    kept.toggleFavourite(DAWN);
    other.toggleFavourite(DUSK);
    await settled();
    for (const one of [kept, other])
      expect(ids(one.lists.entries("favourites")).sort()).toEqual(["dawn", "dusk"]);
    other.toggleFavourite(DAWN);
    await settled();
    expect(ids(kept.lists.entries("favourites"))).toEqual(["dusk"]);
  });

  it("takes nothing back that was kept while it read", async () => {
    const release = store.holdReads();
    kept.follow();
    kept.toggleFavourite(DAWN);
    release();
    await settled();
    expect(kept.isFavourite("dawn")).toBe(true);
  });
});

it("says how many records could not be read", async () => {
  store.setAside = 2;
  await opened();
  expect(notices.map(({ text }) => text)).toEqual([
    "2 kept items could not be read and were set aside.",
  ]);
});

const tag = ({ id, title, artist, licence }: typeof DAWN) => ({
  trackId: id,
  title,
  artist,
  licence,
});
