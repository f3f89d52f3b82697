import { describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import { ChosenFolders, audioUrl } from "../../../src/panel/own-music/chosen-folders.ts";

/** A file as a directory picker gives it. */
function chosen(path: string, content: string): File {
  const file = new File([content], path.slice(path.lastIndexOf("/") + 1), { lastModified: 7 });
  return Object.defineProperty(file, "webkitRelativePath", { value: path });
}

const FILES = [chosen("Music/a.wav", "abcdef"), chosen("Music/sub/b.mp3", "gh")];

describe("chosen folders", () => {
  it("list their files, by names within the folder", async () => {
    const folder = new ChosenFolders().add(FILES);
    expect(folder).toMatchObject({ id: "browser:/Music", name: "Music", path: "browser:/Music" });
    expect((await folder?.list())?.files).toEqual([
      { name: "a.wav", bytes: 6, modified: 7 },
      { name: "sub/b.mp3", bytes: 2, modified: 7 },
    ]);
  });

  it("read parts of files, and fewer bytes at the end", async () => {
    const folder = new ChosenFolders().add(FILES);
    const read = async (...place: [number, number]) =>
      new TextDecoder().decode(await folder?.read("a.wav", ...place));
    expect([await read(0, 2), await read(4, 9), await read(9, 9)]).toEqual(["ab", "ef", ""]);
    await expect(folder?.read("c.wav", 0, 1)).rejects.toBeInstanceOf(HostError);
  });

  it("are the same folder when chosen again, with the files that it has then", async () => {
    const folders = new ChosenFolders();
    folders.add(FILES);
    const again = folders.add([chosen("Music/c.wav", "x")]);
    expect(again?.id).toBe("browser:/Music");
    expect((await again?.list())?.files.map(({ name }) => name)).toEqual(["c.wav"]);
    expect(folders.urlOf("browser:/Music/a.wav")).toBeNull();
    expect(folders.urlOf("browser:/Music/c.wav")).toMatch(/^blob:/);
  });

  it("are none without files", () => {
    expect(new ChosenFolders().add([])).toBeNull();
  });

  it("play from an address of the browser; other files from their own", () => {
    const folders = new ChosenFolders();
    folders.add(FILES);
    const mine = { kind: "file", path: "browser:/Music/sub/b.mp3" } as const;
    expect(audioUrl(mine, folders)).toBe(audioUrl(mine, folders));
    expect(audioUrl(mine, folders)).toMatch(/^blob:/);
    expect(audioUrl({ kind: "file", path: "/x/a.wav" }, folders)).toBe("file:///x/a.wav");
    expect(audioUrl({ kind: "bundled", path: "audio/a.mp3" }, folders)).toBe("audio/a.mp3");
  });
});
