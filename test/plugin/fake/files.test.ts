import { beforeEach, describe, expect, it } from "vitest";
import type { UxpFile, UxpFolder } from "../../../plugin/uxp/uxp.ts";
import { FakeDisk, LONG_AGO, PLUGIN_FOLDER } from "./disk.ts";
import { BINARY, FakeFileSystem, UTF8 } from "./files.ts";

let disk: FakeDisk;
let fileSystem: FakeFileSystem;
beforeEach(() => {
  disk = new FakeDisk();
  disk.addFile(`${PLUGIN_FOLDER}/page/a.mp3`, "abc");
  disk.folders.add("/Music").add("/Secret");
  disk.addFile("/Secret/diary.txt", "private");
  fileSystem = new FakeFileSystem(disk);
});

async function pick(path: string): Promise<UxpFolder> {
  fileSystem.picks.push(path);
  const folder = await fileSystem.getFolder();
  if (folder === null) throw new Error("No folder was picked.");
  return folder;
}

function write(file: UxpFile, text: string): Promise<number> {
  return file.write(text, { format: UTF8 });
}

describe("the imitation of UXP's files refuses", () => {
  it("file: addresses without fullAccess", async () => {
    await expect(fileSystem.getEntryWithUrl("file:/Music")).rejects.toThrow(/fullAccess/);
  });

  it("to write into the plugin's folder", async () => {
    const folder = await fileSystem.getPluginFolder();
    await expect(folder.createFile("x", { overwrite: true })).rejects.toThrow(/Read-only/);
  });

  it("what lies outside the folders the person has opened", async () => {
    const music = await pick("/Music");
    await expect(music.getEntry("../Secret/diary.txt")).rejects.toThrow();
    await expect(fileSystem.getEntryForPersistentToken("forged")).rejects.toThrow();
  });

  it("data of another format than was said", async () => {
    const file = await (await pick("/Music")).createFile("a", { overwrite: true });
    await expect(file.read({ format: Symbol("binary") })).rejects.toThrow("Invalid parameter.");
    await expect(file.write("text", { format: BINARY })).rejects.toThrow(/format/);
    await expect(file.write(new ArrayBuffer(1), { format: UTF8 })).rejects.toThrow(/format/);
    await write(file, "Länge");
    expect(await file.read({ format: UTF8 })).toBe("Länge");
    expect(((await file.read({ format: BINARY })) as ArrayBuffer).byteLength).toBe(6);
  });
});

describe("a folder", () => {
  it.each([
    ["/Music", "/Music/a.mp3"],
    ["C:\\Film\\Music", "C:\\Film\\Music\\a.mp3"],
    ["D:\\", "D:\\a.mp3"],
    ["\\\\nas\\music", "\\\\nas\\music\\a.mp3"],
    ["\\\\?\\C:\\Film", "\\\\?\\C:\\Film\\a.mp3"],
  ])("at %s holds %s, lists it and lets it go", async (path, expected) => {
    const folder = await pick(path);
    const file = await folder.createFile("a.mp3", { overwrite: false });
    expect([file.nativePath, file.name]).toEqual([expected, "a.mp3"]);
    expect((await folder.getEntries()).map((entry) => entry.nativePath)).toEqual([expected]);
    expect((await folder.getEntry("a.mp3")).isFile).toBe(true);
    await expect(folder.createFile("a.mp3", { overwrite: false })).rejects.toThrow(/exists/);
    await file.delete();
    await expect(folder.getEntry("a.mp3")).rejects.toThrow(/No such entry/);
  });

  it("that is gone is still answered for its token, and then fails", async () => {
    const token = await fileSystem.createPersistentToken(await pick("/Volumes/Drive/Music"));
    disk.unplug("/Volumes/Drive");
    const folder = (await fileSystem.getEntryForPersistentToken(token)) as UxpFolder;
    expect(folder.isFolder).toBe(true);
    await expect(folder.getEntries()).rejects.toThrow(/No such folder/);
    await expect(folder.getEntry("a.mp3")).rejects.toThrow(/No such entry/);
    await expect(folder.createFile("a.mp3", { overwrite: true })).rejects.toThrow(/No such folder/);
    disk.plugIn("/Volumes/Drive");
    expect(await folder.getEntries()).toEqual([]);
  });

  it("that was deleted fails as well", async () => {
    const folder = await pick("/Music");
    disk.folders.delete("/Music");
    await expect(folder.getEntries()).rejects.toThrow(/No such folder/);
    await expect(folder.createFile("a", { overwrite: true })).rejects.toThrow(/No such folder/);
  });

  it("may be withdrawn midway, also from its token, until it is picked anew", async () => {
    const folder = await pick("/Music");
    const token = await fileSystem.createPersistentToken(folder);
    const file = await folder.createFile("a.txt", { overwrite: true });
    disk.revoke("/Music");
    await expect(write(file, "text")).rejects.toThrow(/Permission denied/);
    await fileSystem.getEntryForPersistentToken(token);
    await expect(folder.getEntries()).rejects.toThrow(/Permission denied/);
    await pick("/Music");
    expect(await folder.getEntries()).toHaveLength(1);
  });
});

describe("a folder of music", () => {
  const names = async (folder: UxpFolder) => (await folder.getEntries()).map(({ name }) => name);

  it("shows a link as a folder, with what lies behind it and its times", async () => {
    disk.addFile("/Music/a.wav", "a");
    disk.links.set("/Music/round", "/Music");
    disk.modified.set("/Music", 5);
    const folder = await pick("/Music");
    const link = (await folder.getEntry("round")) as UxpFolder;
    expect([link.isFolder, link.nativePath]).toEqual([true, "/Music/round"]);
    expect(await names(link)).toEqual(await names(folder));
    expect((await link.getMetadata()).dateModified).toEqual(new Date(5));
    const file = (await link.getEntry("round/a.wav")) as UxpFile;
    expect(await file.read({ format: UTF8 })).toBe("a");
  });

  it("may hold entries of which nothing is told, or never", async () => {
    disk.addFile("/Music/a.wav", "a");
    disk.addFile("/Music/b.wav", "b");
    disk.withoutMetadata.add("/Music/a.wav");
    disk.stalled.add("/Music/b.wav");
    const [a, b] = await (await pick("/Music")).getEntries();
    await expect(a?.getMetadata()).rejects.toThrow(/No metadata/);
    const silence = Promise.resolve("silence");
    expect(await Promise.race([b?.getMetadata(), silence.then(() => silence)])).toBe("silence");
  });

  it("grows a file by what is appended, until the disk is full", async () => {
    disk.bytesLeft = 5;
    const file = await (await pick("/Music")).createFile("a.wav", { overwrite: true });
    await file.write("abc", { format: UTF8, append: true });
    expect(await file.write("def", { format: UTF8, append: true })).toBe(2);
    expect(disk.text("/Music/a.wav")).toBe("abcde");
  });
});

describe("a file", () => {
  it.each([
    ["cutsShort", "ab"],
    ["throws", ""],
  ] as const)("on a full disk: %s", async (whenFull, kept) => {
    Object.assign(disk, { bytesLeft: 2, whenFull });
    const file = await (await pick("/Music")).createFile("a.txt", { overwrite: true });
    const writing = write(file, "abc");
    if (whenFull === "throws") await expect(writing).rejects.toThrow(/No space left/);
    else expect(await writing).toBe(2);
    expect(disk.text("/Music/a.txt")).toBe(kept);
  });

  it("may be there and not be readable", async () => {
    disk.addFile("/Music/a.txt", "text");
    disk.unreadable.add("/Music/a.txt");
    const file = (await (await pick("/Music")).getEntry("a.txt")) as UxpFile;
    expect(await file.getMetadata()).toMatchObject({ size: 4, dateModified: new Date(LONG_AGO) });
    await expect(file.read({ format: UTF8 })).rejects.toThrow(/Read error/);
  });

  it("moves, under another name, and over another only if told to", async () => {
    const folder = await pick("/Music");
    const part = await folder.createFile("a.part", { overwrite: true });
    await write(part, "new");
    disk.addFile("/Music/a.wav", "old");
    await expect(part.moveTo(folder, { newName: "a.wav", overwrite: false })).rejects.toThrow();
    await part.moveTo(folder, { newName: "a.wav", overwrite: true });
    expect((await folder.getEntries()).map(({ name }) => name)).toEqual(["a.wav"]);
    expect(disk.text("/Music/a.wav")).toBe("new");
  });

  it("is saved where the person says, or nowhere", async () => {
    fileSystem.picks.push("/Desktop/cues.csv", null);
    const file = await fileSystem.getFileForSaving("cues.csv", { types: ["csv"] });
    if (file === null) throw new Error("No file was picked.");
    await write(file, "a;b");
    expect(await fileSystem.getFileForSaving("cues.csv", { types: ["csv"] })).toBeNull();
    expect([fileSystem.saved, disk.text("/Desktop/cues.csv")]).toEqual([
      ["/Desktop/cues.csv"],
      "a;b",
    ]);
  });

  it("may be put into the temporary folder without asking", async () => {
    const folder = await fileSystem.getTemporaryFolder();
    await write(await folder.createFile("a.txt", { overwrite: true }), "text");
    expect((await folder.getEntries()).map(({ name }) => name)).toEqual(["a.txt"]);
    expect(fileSystem.asked).toBe(0);
  });
});
