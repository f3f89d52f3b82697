import { beforeEach, describe, expect, it } from "vitest";
import { FakeDisk, PLUGIN_FOLDER } from "./disk.ts";
import { FakeFs } from "./fs.ts";

let disk: FakeDisk;
let fs: FakeFs;
beforeEach(() => {
  disk = new FakeDisk();
  disk.addFile("/Music/a.wav", "abcdef");
  disk.addFile(`${PLUGIN_FOLDER}/a.wav`, "abcdef");
  disk.grant("/Music");
  fs = new FakeFs(disk);
});

async function read(offset: number, length: number, position: number): Promise<[number, string]> {
  const descriptor = await fs.open(`${PLUGIN_FOLDER}/a.wav`, "r");
  const buffer = new ArrayBuffer(4);
  const { bytesRead } = await fs.read(descriptor, buffer, offset, length, position);
  return [bytesRead, Buffer.from(buffer).toString()];
}

describe("the imitation of UXP's fs", () => {
  it("opens nothing outside the plugin's folders without fullAccess, unless a build does", async () => {
    await expect(fs.open("/Music/a.wav", "r")).rejects.toThrow(/Permission denied/);
    fs.opensChosen = true;
    expect(await fs.open("/Music/a.wav", "r")).toBeGreaterThan(2);
    await expect(fs.open("/Other/a.wav", "r")).rejects.toThrow(/Permission denied/);
  });

  it("reads from a place into a place, and no more than there is", async () => {
    expect(await read(1, 2, 3)).toEqual([2, "\0de\0"]);
    expect(await read(0, 4, 4)).toEqual([2, "ef\0\0"]);
    expect(await read(0, 4, 6)).toEqual([0, "\0\0\0\0"]);
    fs.mostAtOnce = 1;
    expect(await read(0, 4, 0)).toEqual([1, "a\0\0\0"]);
  });

  it("refuses what lies outside the buffer, and descriptors that are closed", async () => {
    await expect(read(2, 3, 0)).rejects.toThrow("Invalid parameter.");
    await expect(read(0, 1, -1)).rejects.toThrow("Invalid parameter.");
    const descriptor = await fs.open(`${PLUGIN_FOLDER}/a.wav`, "r");
    await fs.close(descriptor);
    await expect(fs.close(descriptor)).rejects.toThrow(/descriptor/);
    const reading = fs.read(descriptor, new ArrayBuffer(1), 0, 1, 0);
    await expect(reading).rejects.toThrow(/descriptor/);
  });
});
