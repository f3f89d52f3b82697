import { describe, expect, it, vi } from "vitest";
import { HostError, StorageError } from "../../../src/contract/errors.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { OwnFolders } from "../../../src/engine/library/own-folders.ts";
import { openLibraryStore } from "../../../src/engine/store/library-store.ts";
import { music, tone, type ToyFolder } from "../toy-folder.ts";
import { allParts, open, openBeside, opened, openStore, pack, tower } from "./own-folders-bench.ts";

const FULL = { what: "There is no room left.", next: "Free some space." };
const GONE = { what: "The folder is gone.", next: "Plug it in." };

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
    expect(await opened().journal("mine")).toEqual([]);
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
    const store = await openStore();
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
