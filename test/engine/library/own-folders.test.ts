import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
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
} from "../../../src/engine/store/library-store.ts";
import { TOY_PACK } from "../../cli/support/paths.ts";
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
}

/** Opens the library, as a start of the panel does; `now` is its clock. */
async function open({ by = pack, now = (): number => 0 } = {}): Promise<Opened> {
  store?.close();
  store = await openLibraryStore();
  const searched: string[][] = [];
  let sections = 0;
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
    onIndexes: (indexes: readonly SectionIndex[]) =>
      searched.push(indexes.flatMap(({ tracks }) => tracks.map(({ id }) => id.slice(-5)))),
    now,
  });
  return { own, searched, embedded: () => sections };
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
