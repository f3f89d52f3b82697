import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { HostError, StorageError } from "../../../src/contract/errors.ts";
import type { AudioTower } from "../../../src/engine/encode/audio-tower.ts";
import type { Pack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { OwnFolders } from "../../../src/engine/library/own-folders.ts";
import { loadPack, openAudioTower } from "../../../src/engine/open.ts";
import {
  LIBRARY_NAME,
  openLibraryStore,
  type LibraryStore,
  type StoredIndex,
} from "../../../src/engine/store/library-store.ts";
import { TOY_PACK } from "../../cli/support/paths.ts";
import type { Track } from "../../../src/contract/track.ts";
import { remote } from "../toy.ts";
import { music, tone, type ToyFolder } from "../toy-folder.ts";

let pack: Pack;
let tower: AudioTower;
let store: LibraryStore | null = null;

beforeAll(async () => {
  pack = await loadPack(diskAssets({ pack: TOY_PACK }));
  tower = await openAudioTower({ pack, runtime: nodeRuntime() });
});

afterEach(async () => {
  store?.close();
  await deleteDB(LIBRARY_NAME);
});

interface Opened {
  readonly own: OwnFolders;
  /** Ids of the tracks to search, each time they change. */
  readonly searched: string[][];
  readonly embedded: () => number;
  /** The tracks that are there to search. */
  readonly tracks: () => readonly Track[];
}

/** Opens the library, as a start of the panel does; `now` is its clock. */
async function open({
  by = pack,
  now = (): number => 0,
  catalogue = [] as readonly Track[],
} = {}): Promise<Opened> {
  store?.close();
  store = await openLibraryStore();
  const searched: string[][] = [];
  let sections = 0;
  let last: readonly Track[] = [];
  const counting: AudioTower = {
    ...tower,
    embed: async function* (chunks) {
      sections += 1;
      yield* tower.embed(chunks);
    },
  };
  const own = await OwnFolders.open({
    model: { pack: by, runtime: nodeRuntime() },
    store,
    openTower: () => Promise.resolve(counting),
    catalogue: () => catalogue,
    onIndexes: (indexes: readonly SectionIndex[]) => {
      last = indexes.flatMap(({ tracks }) => tracks);
      searched.push(indexes.flatMap(({ tracks }) => tracks.map(({ id }) => id.slice(-5))));
    },
    now,
  });
  return { own, searched, embedded: () => sections, tracks: () => last };
}

/** The library of a second panel on the same store. */
async function openBeside(): Promise<OwnFolders> {
  const beside = await openLibraryStore();
  onTestFinished(() => beside.close());
  return OwnFolders.open({
    model: { pack, runtime: nodeRuntime() },
    store: beside,
    openTower: () => Promise.resolve(tower),
    onIndexes: () => undefined,
  });
}

const opened = (): LibraryStore => {
  if (store === null) throw new Error("The store is not open.");
  return store;
};
const FULL = { what: "There is no room left.", next: "Free some space." };
const GONE = { what: "The folder is gone.", next: "Plug it in." };

async function allParts(): Promise<StoredIndex[]> {
  const parts: StoredIndex[] = [];
  for await (const part of store?.parts("mine") ?? []) parts.push(part);
  return parts;
}

describe("the editor's own folders", () => {
  it("are searched as soon as they are read, and at the next start", async () => {
    const first = await open();
    expect(first.searched).toEqual([[]]);
    const report = await first.own.update(music());
    expect(report).toMatchObject({
      folder: { id: "mine", name: "My music", tracks: 3 },
      embedded: 3,
      missing: [],
      skipped: [],
      stopped: false,
    });
    expect(first.searched.at(-1)).toEqual(["a.wav", "b.wav", "c.wav"]);

    const next = await open();
    expect(next.searched).toEqual([["a.wav", "b.wav", "c.wav"]]);
    expect(next.own.list()).toEqual([report.folder]);
    expect(next.embedded()).toBe(0);
  });

  it("report how far they have come", async () => {
    const { own } = await open();
    const told: string[] = [];
    await own.update(music(), ({ done, total }) => told.push(`${done}/${total}`));
    expect(told).toEqual(["0/3", "1/3", "2/3", "3/3"]);
  });

  it("embed only what is new, and keep what is missing", async () => {
    const { own, embedded } = await open();
    const folder = music();
    await own.update(folder);
    folder.files.delete("b.wav");
    folder.files.set("d.wav", tone(5, 600));
    const report = await own.update(folder);
    expect(embedded()).toBe(4);
    expect(report).toMatchObject({ embedded: 1, missing: ["b.wav"], folder: { tracks: 3 } });
  });

  it("show new tracks while they are still read", async () => {
    let time = 0;
    const { own, searched } = await open({ now: () => (time += 4000) });
    await own.update(music());
    expect(searched).toEqual([[], ["a.wav", "b.wav"], ["a.wav", "b.wav", "c.wav"]]);
  });

  it("go on where they were stopped", async () => {
    const { own, searched, embedded } = await open();
    const folder = music();
    folder.onRead = (name) => {
      if (name === "b.wav") own.stop("mine");
    };
    const stopped = await own.update(folder);
    expect(stopped).toMatchObject({ stopped: true, embedded: 2 });
    expect(searched.at(-1)).toEqual(["a.wav", "b.wav"]);
    folder.onRead = () => undefined;
    expect(await own.update(folder)).toMatchObject({ stopped: false, embedded: 1 });
    expect(embedded()).toBe(3);
  });

  it("go on where a page was closed", async () => {
    const before = await open();
    const folder = music();
    // The page goes while the third file is read: nothing after that happens.
    const gone = new Promise<void>((resolve) => {
      folder.onRead = (name) => {
        if (name === "c.wav") resolve();
      };
    });
    const never: ToyFolder = {
      ...folder,
      read: (name, ...place) => {
        const reading = folder.read(name, ...place);
        return name === "c.wav" ? new Promise<never>(() => undefined) : reading;
      },
    };
    void before.own.update(never);
    await gone;
    const after = await open();
    expect(await after.own.update(music())).toMatchObject({ embedded: 1, folder: { tracks: 3 } });
  });

  it("keep what was embedded when they vanish midway, and name the other files", async () => {
    const { own } = await open();
    const folder = music();
    folder.onRead = (name) => {
      if (name === "b.wav") folder.files.clear();
    };
    const report = await own.update({ ...folder, list: () => music().list() });
    expect(report.folder.tracks).toBeGreaterThanOrEqual(1);
    expect(report.embedded + report.skippedFiles).toBe(3);
    const gone = { ...folder, list: () => Promise.reject(new HostError(GONE)) };
    await expect(own.update(gone)).rejects.toThrow("The folder is gone.");
    expect(own.list()).toEqual([report.folder]);
  });

  it("keep what was kept when the store is full, and go on once there is room", async () => {
    const { own, embedded } = await open();
    const folder = music();
    let room = 2;
    const keep = vi.spyOn(opened(), "keep").mockImplementation(async (...kept) => {
      if (room === 0) throw new StorageError(FULL);
      room -= 1;
      return (await openLibraryStore()).keep(...kept);
    });
    await expect(own.update(folder)).rejects.toBeInstanceOf(StorageError);
    keep.mockRestore();
    const after = await open();
    expect(await after.own.update(folder)).toMatchObject({ folder: { tracks: 3 }, embedded: 1 });
    expect([embedded(), after.embedded()]).toEqual([3, 1]);
  });

  it("are searched as they were when the store is full at the end", async () => {
    const { own } = await open();
    const report = await own.update(music());
    const change = vi.spyOn(opened(), "change").mockRejectedValue(new StorageError(FULL));
    const folder = music();
    folder.files.set("d.wav", tone(5, 600));
    await expect(own.update(folder)).rejects.toBeInstanceOf(StorageError);
    change.mockRestore();
    expect((await open()).own.list()).toEqual([report.folder]);
  });

  it("lose nothing where two panels read one folder at once", async () => {
    const [one, other] = [await open(), await openBeside()];
    const [first, second] = [music(), music()];
    second.files.set("d.wav", tone(5, 600));
    // The other panel reads the folder from its beginning to its end meanwhile.
    const beside: Promise<unknown>[] = [];
    first.onRead = (name) => {
      if (name === "b.wav" && beside.length === 0) beside.push(other.update(second));
    };
    await one.own.update(first);
    await Promise.all(beside);
    const after = await open();
    expect(new Set(after.searched.at(-1))).toEqual(new Set(["a.wav", "b.wav", "c.wav", "d.wav"]));
    expect(after.own.list()).toMatchObject([{ tracks: 4 }]);
    const all = music();
    all.files.set("d.wav", tone(5, 600));
    expect(await after.own.update(all)).toMatchObject({ embedded: 0, folder: { tracks: 4 } });
  });

  it("lose nothing where a run is ended by the next", async () => {
    const { own } = await open();
    const folder = music();
    const next: Promise<unknown>[] = [];
    folder.onRead = (name) => {
      if (name === "b.wav" && next.length === 0) next.push(own.update(music()));
    };
    await own.update(folder);
    await Promise.all(next);
    expect(own.list()).toMatchObject([{ tracks: 3 }]);
    const after = await open();
    expect(after.own.list()).toMatchObject([{ tracks: 3 }]);
    expect(await after.own.update(music())).toMatchObject({ embedded: 0, folder: { tracks: 3 } });
    expect(after.searched.at(-1)?.sort()).toEqual(["a.wav", "b.wav", "c.wav"]);
  });

  it("stay forgotten if they are removed while they are read", async () => {
    const { own } = await open();
    const folder = music();
    const removed: Promise<unknown>[] = [];
    folder.onRead = (name) => {
      if (name === "b.wav") removed.push(own.remove("mine"));
    };
    await own.update(folder);
    await Promise.all(removed);
    expect(own.list()).toEqual([]);
    expect((await open()).searched).toEqual([[]]);
  });

  it("write only the parts that have changed", async () => {
    const { own } = await open();
    const folder = music();
    await own.update(folder);
    const parts = (await allParts()).map(({ key }) => key);
    await own.update(folder);
    expect((await allParts()).map(({ key }) => key)).toEqual(parts);
    folder.files.set("d.wav", tone(5, 600));
    await own.update(folder);
    expect((await allParts()).map(({ key }) => key)).not.toEqual(parts);
    expect(await store?.journal("mine")).toEqual([]);
  });

  it("are several, each with tracks of its own", async () => {
    const { own, searched } = await open();
    await own.update(music("one"));
    await own.update(music("two"));
    expect(searched.at(-1)).toHaveLength(6);
    await own.remove("one");
    expect(own.list().map(({ id }) => id)).toEqual(["two"]);
    expect((await open()).searched).toEqual([["a.wav", "b.wav", "c.wav"]]);
  });

  it("made with another pack are embedded again when they are read", async () => {
    await (await open()).own.update(music());
    const other = { ...pack, hash: "ab".repeat(32) };
    const { own, searched } = await open({ by: other });
    expect(searched).toEqual([[]]);
    expect(await own.update(music())).toMatchObject({ embedded: 3 });
  });

  it("name the files that cannot be read, and keep the others", async () => {
    const { own } = await open();
    const folder = music();
    folder.files.set("bad.mp3", new TextEncoder().encode("a text"));
    expect(await own.update(folder)).toMatchObject({
      embedded: 3,
      skippedFiles: 1,
      skipped: [{ name: "bad.mp3" }],
    });
  });

  it("without music, or stopped at once, are an error", async () => {
    const { own } = await open();
    const empty = music();
    empty.files.clear();
    await expect(own.update(empty)).rejects.toThrow("holds no audio files");
    const folder = music();
    const stopping: ToyFolder = {
      ...folder,
      list: () => {
        own.stop("mine");
        return folder.list();
      },
    };
    await expect(own.update(stopping)).rejects.toThrow("stopped before the first file");
    expect(own.list()).toEqual([]);
  });

  it.each([
    ["/Volumes/Music", "/Volumes/Music/sub/a.wav"],
    ["C:\\Music", "C:\\Music\\sub\\a.wav"],
    ["\\\\nas\\music\\", "\\\\nas\\music\\sub\\a.wav"],
  ])("in %s hold files at paths like %s", async (path, expected) => {
    let found: string | undefined;
    store = await openLibraryStore();
    const own = await OwnFolders.open({
      model: { pack, runtime: nodeRuntime() },
      store,
      openTower: () => Promise.resolve(tower),
      onIndexes: ([index]) => {
        const audio = index?.tracks[0]?.audio;
        found = audio?.kind === "file" ? audio.path : undefined;
      },
    });
    const folder = { ...music(), path };
    folder.files.clear();
    folder.files.set("sub/a.wav", tone(2, 300));
    await own.update(folder);
    expect(found).toBe(expected);
  });
});

describe("a folder with files of a catalogue", () => {
  const licence = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "Far by Ann" };
  const far = (id: string, file: string, seconds: number): Track =>
    remote(id, {
      audio: { kind: "remote", file: `https://music.example/${file}` },
      ...{ seconds, licence, tags: ["polka"], catalogue: "Acme", artist: "Ann" },
    });
  const CATALOGUE = [
    far("acme/b", "b.wav", 3),
    far("acme/c", "c.wav", 60),
    far("acme/d", "d.wav", 9),
  ];
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it("takes those of its name and length as the tracks of the catalogue", async () => {
    const { own, searched, tracks } = await open({ catalogue: CATALOGUE });
    await own.update(music());
    expect(searched.at(-1)?.sort()).toEqual(["a.wav", "acme/b".slice(-5), "c.wav"].sort());
    const found = tracks().find(({ id }) => id === "acme/b");
    expect(found).toMatchObject({
      ...{ licence, artist: "Ann", catalogue: "Acme", tags: ["polka"], seconds: 3 },
      audio: { kind: "file", path: "/music/b.wav" },
    });
  });

  it("takes one that is said to be a track of the catalogue, however long it is", async () => {
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    const folder = music();
    folder.files.set("a.txt", bytes("Some text\nTrack: acme/c\n"));
    await own.update(folder);
    const id = (name: string) => tracks().find(({ file }) => file?.name === name)?.id;
    expect([id("a.wav"), id("b.wav"), id("c.wav")]).toEqual(["acme/c", "acme/b", "mine/c.wav"]);
  });

  it("may be one for downloads, of which only these are taken in", async () => {
    const downloads = { ...music(), takes: "catalogue" } as const;
    const { own, tracks, embedded } = await open({ catalogue: CATALOGUE });
    const report = await own.update(downloads);
    expect(report).toMatchObject({ embedded: 2, folder: { tracks: 2 }, skipped: [] });
    expect(embedded()).toBe(2);
    expect(
      tracks()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["acme/b", "mine/c.wav"]);
    expect((await own.update(downloads)).embedded).toBe(0);
  });

  it("may hold none of them", async () => {
    const { own, tracks } = await open();
    const report = await own.update({ ...music(), takes: "catalogue" });
    expect(report).toMatchObject({ embedded: 0, folder: { tracks: 0 }, skippedFiles: 0 });
    expect(tracks()).toEqual([]);
  });

  it("knows a file that was downloaded again under another name", async () => {
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    const folder = music();
    await own.update(folder);
    folder.files.delete("b.wav");
    folder.files.set("b (1).wav", tone(3, 410));
    const report = await own.update(folder);
    expect(report).toMatchObject({ missing: [], embedded: 1 });
    const of = (id: string) => tracks().filter((each) => each.id === id);
    expect(of("acme/b").map(({ file }) => file?.name)).toEqual(["b (1).wav"]);
  });

  it("offers the one of two copies that the catalogue knows", async () => {
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    const folder = music();
    folder.files.set("b (1).wav", tone(3, 400));
    expect(await own.update(folder)).toMatchObject({ copies: 1 });
    const copy = tracks().find(({ file }) => file?.duplicateOf !== undefined);
    expect([copy?.id, copy?.file?.duplicateOf]).toEqual(["mine/b (1).wav", "acme/b"]);
  });

  it("recognises what it embedded before it knew the catalogue", async () => {
    await (await open()).own.update(music());
    const { own, tracks } = await open({ catalogue: CATALOGUE });
    await own.update(music());
    expect(tracks().map(({ id }) => id)).toContain("acme/b");
    expect(tracks().map(({ id }) => id)).not.toContain("mine/b.wav");
  });
});
