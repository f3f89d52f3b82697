import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as v from "valibot";
import { PremiereHost } from "../../../plugin/premiere-host.ts";
import { COMMANDS, isSmall } from "../../../src/bridge/messages.ts";
import type { UxpFile } from "../../../plugin/uxp/uxp.ts";
import { HostError } from "../../../src/contract/errors.ts";
import {
  isPlainName,
  type FolderPage,
  type HostFolder,
} from "../../../src/contract/host-folders.ts";
import { LONG_AGO } from "../fake/disk.ts";
import { FakeFolder } from "../fake/files.ts";
import { fakePremiere } from "../fake/premiere.ts";
import { addBelow, openPremiere, OWN_FOLDER, type PremiereHarness } from "../premiere-harness.ts";
import { refusal } from "../cues.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const put = (name: string, content = "abcdef"): void =>
  addBelow(editor.disk, OWN_FOLDER, name, Uint8Array.from(Buffer.from(content)));

async function add(path = OWN_FOLDER): Promise<HostFolder> {
  editor.willPick(path);
  const folder = await editor.host.addFolder();
  if (folder === null) throw new Error("No folder was added.");
  return folder;
}

/** All pages of a folder. */
async function pages(folder: string): Promise<FolderPage[]> {
  const all: FolderPage[] = [];
  for (let from = 0; all.at(-1)?.done !== true;) {
    const page = await editor.host.listFolder({ folder, from });
    from += page.files.length + page.unreadable.length;
    all.push(page);
  }
  return all;
}

async function names(folder: string): Promise<{ files: string[]; unreadable: string[] }> {
  const all = await pages(folder);
  return {
    files: all.flatMap(({ files }) => files.map(({ name }) => name)).sort(),
    unreadable: all.flatMap(({ unreadable }) => unreadable).sort(),
  };
}

const readFile = (folder: string, name: string): Promise<string> =>
  editor.host.readFile({ folder, name, position: 0, length: 9 });

describe("folders of the editor's own", () => {
  it("are reached after a restart, without asking", async () => {
    put("a.wav");
    const folder = await add();
    const { state, events, uxp, document, memory, fetch } = editor;
    const premiere = fakePremiere(state, events);
    const restarted = new PremiereHost({ premiere, uxp, fs: null, document, memory, fetch });
    const asked = uxp.fileSystem.asked;
    expect(await restarted.knownFolders()).toEqual([folder]);
    expect(await restarted.listFolder({ folder: folder.id, from: 0 })).toMatchObject({
      files: [{ name: "a.wav", bytes: 6, modified: LONG_AGO }],
      done: true,
    });
    expect(uxp.fileSystem.asked).toBe(asked);
  });

  it("have an id of their own that a reinstallation does not change", async () => {
    const [one, other] = [await add(), await add("/Volumes/Drive/Other")];
    expect(one.id).not.toBe(other.id);
    editor = openPremiere();
    expect((await add()).id).toBe(one.id);
  });

  it("stay known while their drive is away, and are there again with it", async () => {
    put("a.wav");
    const { id } = await add();
    editor.disk.unplug(OWN_FOLDER);
    expect((await refusal(editor.host.listFolder({ folder: id, from: 0 }))).input).toBe(OWN_FOLDER);
    editor.disk.plugIn(OWN_FOLDER);
    expect((await names(id)).files).toEqual(["a.wav"]);
  });

  it("whose token went stale are to be added again, and keep their id", async () => {
    put("a.wav");
    const { id } = await add();
    editor.uxp.fileSystem.tokens.clear();
    const error = await refusal(editor.host.listFolder({ folder: id, from: 0 }));
    expect(error.next).toMatch(/again/);
    expect((await add()).id).toBe(id);
    expect((await names(id)).files).toEqual(["a.wav"]);
  });

  it("are none where the memory holds something else", async () => {
    for (const text of ["no JSON", '{"a":1}', '[{"id":7}]']) {
      editor.memory.setItem("needledrop.own-folders", text);
      expect(await editor.host.knownFolders()).toEqual([]);
    }
    expect(await add()).toMatchObject({ path: OWN_FOLDER });
  });
});

describe("the list of a folder", () => {
  it("names an entry that cannot be read, and goes on", async () => {
    put("a.wav");
    put("b.wav");
    put("closed/c.wav");
    editor.disk.withoutMetadata.add(`${OWN_FOLDER}/a.wav`);
    const list = editor.disk.list.bind(editor.disk);
    vi.spyOn(editor.disk, "list").mockImplementation((path) => {
      if (path.endsWith("/closed")) throw new Error(`Permission denied: ${path}`);
      return list(path);
    });
    const { id } = await add();
    expect(await names(id)).toEqual({ files: ["b.wav"], unreadable: ["a.wav", "closed"] });
  });

  it("does not wait for a drive that stalls", async () => {
    put("a.wav");
    put("b.wav");
    editor.disk.stalled.add(`${OWN_FOLDER}/a.wav`);
    const { id } = await add();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const listed = names(id);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await listed).toEqual({ files: ["b.wav"], unreadable: ["a.wav"] });
  });

  it("does not go round in circles", async () => {
    put("a.wav");
    put("sub/b.wav");
    editor.disk.links.set(`${OWN_FOLDER}/round`, OWN_FOLDER);
    editor.disk.links.set(`${OWN_FOLDER}/sub/up`, OWN_FOLDER);
    const { id } = await add();
    expect(await names(id)).toEqual({ files: ["a.wav", "sub/b.wav"], unreadable: [] });
  });

  it("ends at a depth that no library has", async () => {
    put(`${"d/".repeat(40)}deep.wav`);
    for (let depth = 0; depth < 40; depth++)
      editor.disk.modified.set(OWN_FOLDER + "/d".repeat(depth), LONG_AGO + depth);
    const { id } = await add();
    const { files, unreadable } = await names(id);
    expect(files).toEqual([]);
    expect(unreadable).toEqual(["d/".repeat(33).slice(0, -1)]);
  });

  it("comes in pages that fit into a message", { timeout: 120_000 }, async () => {
    const name = (at: number): string => `${"n".repeat(120)} ${at}.wav`;
    for (let at = 0; at < 12_000; at++) put(name(at), "");
    const { id } = await add();
    const all = await pages(id);
    expect(all.length).toBeGreaterThan(1);
    expect(all.every((page) => isSmall(page))).toBe(true);
    expect(new Set(all.flatMap(({ files }) => files.map((file) => file.name))).size).toBe(12_000);
  });

  it("is begun anew, and refused where another had begun", async () => {
    put("a.wav");
    const { id } = await add();
    expect((await refusal(editor.host.listFolder({ folder: id, from: 3 }))).what).toMatch(/anew/);
    expect((await names(id)).files).toEqual(["a.wav"]);
    put("b.wav");
    expect((await names(id)).files).toEqual(["a.wav", "b.wav"]);
  });

  it("ends with an error when the folder vanishes midway", async () => {
    for (let at = 0; at < 100; at++) put(`${at}.wav`);
    const { id } = await add();
    let looked = 0;
    const times = editor.disk.times.bind(editor.disk);
    vi.spyOn(editor.disk, "times").mockImplementation((path) => {
      if (++looked === 50) editor.disk.unplug(OWN_FOLDER);
      return times(path);
    });
    vi.spyOn(editor.disk, "size").mockImplementation((path) => editor.disk.text(path).length);
    expect((await refusal(pages(id))).what).toMatch(/not there/);
  });
});

describe("the files of a folder", () => {
  it.each([
    "../Secret/diary.txt",
    "a/../../diary.txt",
    "/etc/passwd",
    "C:/Windows/a.wav",
    "..\\diary.txt",
    "a//b.wav",
    ".hidden.wav",
    "./a.wav",
    "",
  ])("never lie outside it: “%s”", (name) => {
    const request = { folder: "folder-1", name, position: 0, length: 1 };
    expect(v.safeParse(COMMANDS.readFile.takes, request).success).toBe(false);
    expect(isPlainName(name)).toBe(false);
  });

  it("are not reached through a link that leads elsewhere by another path", async () => {
    put("a.wav");
    const { id } = await add();
    const { nativePath } = await editor.uxp.fileSystem.getPluginFolder();
    const getEntry = vi.spyOn(FakeFolder.prototype, "getEntry");
    const elsewhere = new FakeFolder(editor.disk, `${nativePath}/page`);
    getEntry.mockImplementation(() => elsewhere.getEntries().then(([first]) => first as UxpFile));
    expect((await refusal(readFile(id, "a.wav"))).what).toMatch(/not in the folder/);
  });

  it("are those that it holds when it is read", async () => {
    const { id } = await add();
    expect((await refusal(readFile(id, "a.wav"))).what).toMatch(/not in the folder/);
    put("a.wav");
    expect(Buffer.from(await readFile(id, "a.wav"), "base64").toString()).toBe("abcdef");
  });

  it("say why they cannot be read", async () => {
    put("a.wav");
    const { id } = await add();
    editor.disk.unreadable.add(`${OWN_FOLDER}/a.wav`);
    const error = await refusal(readFile(id, "a.wav"));
    expect([error.input, error.what]).toEqual(["a.wav", "The file cannot be read."]);
    editor.disk.unplug(OWN_FOLDER);
    expect((await refusal(readFile(id, "a.wav"))).what).toMatch(/not there/);
  });

  it("are not read once the folder is forgotten", async () => {
    put("a.wav");
    const { id } = await add();
    await readFile(id, "a.wav");
    await editor.host.forgetFolder(id);
    await expect(readFile(id, "a.wav")).rejects.toBeInstanceOf(HostError);
  });
});
