import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FileParts, MOST_WHOLE } from "../../../plugin/files/file-parts.ts";
import type { UxpFile } from "../../../plugin/uxp/uxp.ts";
import { HostError } from "../../../src/contract/errors.ts";
import { FakeDisk } from "../fake/disk.ts";
import { BINARY, FakeFileSystem } from "../fake/files.ts";
import { FakeFs } from "../fake/fs.ts";

let disk: FakeDisk;
let fs: FakeFs;
let parts: FileParts;
/** Paths that were read, whole or in part. */
let reads: string[];
beforeEach(() => {
  disk = new FakeDisk();
  disk.folders.add("/Music");
  disk.grant("/Music");
  reads = [];
  disk.onRead = (path) => reads.push(path);
  fs = new FakeFs(disk);
  parts = new FileParts(fs, BINARY);
});
afterEach(() => vi.useRealTimers());

async function file(name: string, content = "abcdef"): Promise<UxpFile> {
  const path = `/Music/${name}`;
  disk.addFile(path, content);
  const fileSystem = new FakeFileSystem(disk);
  fileSystem.picks.push("/Music");
  return (await (await fileSystem.getFolder())?.getEntry(name)) as UxpFile;
}

const read = async (...of: Parameters<FileParts["read"]>): Promise<string> =>
  Buffer.from(await parts.read(...of)).toString();

describe.each([
  ["in parts", true],
  ["whole, where the build refuses parts", false],
])("reading a file %s", (_, opensChosen) => {
  beforeEach(() => {
    fs.opensChosen = opensChosen;
  });

  it("gives what was asked for, and less only at the end", async () => {
    const a = await file("a.wav");
    expect([await read(a, 0, 2), await read(a, 2, 3)]).toEqual(["ab", "cde"]);
    expect([await read(a, 4, 9), await read(a, 6, 1), await read(a, 99, 1)]).toEqual([
      "ef",
      "",
      "",
    ]);
    expect(fs.openFiles).toBe(0);
  });

  it("gives what the file holds now", async () => {
    const a = await file("a.wav");
    await read(a, 0, 2);
    disk.addFile("/Music/a.wav", "ABCDEFGH");
    expect(await read(a, 2, 9)).toBe("CDEFGH");
    disk.addFile("/Music/a.wav", "xyzXYZ!!");
    disk.modified.set("/Music/a.wav", 7);
    expect(await read(a, 2, 3)).toBe("zXY");
  });

  it("fails where the file cannot be read, and reads others all the same", async () => {
    const [a, b] = [await file("a.wav"), await file("b.wav")];
    disk.unreadable.add("/Music/a.wav");
    await expect(parts.read(a, 0, 2)).rejects.toThrow(/Read error/);
    expect(await read(b, 0, 2)).toBe("ab");
    expect(fs.openFiles).toBe(0);
  });
});

describe("reading in parts", () => {
  beforeEach(() => {
    fs.opensChosen = true;
  });

  it("goes on where a read comes short", async () => {
    fs.mostAtOnce = 1;
    expect(await read(await file("a.wav"), 1, 4)).toBe("bcde");
  });

  it.each([[-1], [Number.NaN], [99]])("does not believe that %d bytes were read", async (claim) => {
    fs.claims = () => claim;
    expect(await read(await file("a.wav"), 1, 4)).toBe("bcde");
    expect(fs.openFiles).toBe(0);
  });
});

describe("reading whole", () => {
  it("reads two files in turn, each once", async () => {
    const [a, b] = [await file("a.wav"), await file("b.wav")];
    for (const one of [a, b, a, b]) await read(one, 0, 3);
    expect(reads).toEqual(["/Music/a.wav", "/Music/b.wav"]);
  });

  it("keeps no more than two files, and none for long", async () => {
    const [a, b, c] = [await file("a.wav"), await file("b.wav"), await file("c.wav")];
    for (const one of [a, b, c, a]) await read(one, 0, 3);
    expect(reads).toHaveLength(4);
    vi.useFakeTimers();
    await read(a, 3, 3);
    expect(reads).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(60_000);
    await read(a, 0, 3);
    expect(reads).toHaveLength(5);
  });

  it("refuses a file that would fill the memory, by name", async () => {
    const a = await file("a.wav");
    vi.spyOn(disk, "size").mockReturnValue(MOST_WHOLE + 1);
    const failure = parts.read(a, 0, 1);
    await expect(failure).rejects.toBeInstanceOf(HostError);
    await expect(failure).rejects.toMatchObject({ input: "/Music/a.wav" });
    expect(reads).toEqual([]);
  });

  it("does without fs where the host has none", async () => {
    parts = new FileParts(null, BINARY);
    expect(await read(await file("a.wav"), 1, 4)).toBe("bcde");
  });
});
