import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isProtectedMp4 } from "../../../src/engine/decode/mp4-protection.ts";
import { chord } from "../../cli/support/paths.ts";
import { inMemory } from "./in-memory.ts";
import { box, mp4Boxes } from "./mp4-boxes.ts";

const mdat = box("mdat", Buffer.alloc(5000, 7));
const isProtected = (...boxes: readonly Buffer[]): Promise<boolean> =>
  isProtectedMp4(inMemory(Buffer.concat(boxes)));

describe("isProtectedMp4", () => {
  it.each(["drms", "enca"])("knows %s, before and behind the sound", async (kind) => {
    const { ftyp, moov } = mp4Boxes(kind);
    expect(await isProtected(ftyp, moov, mdat)).toBe(true);
    expect(await isProtected(ftyp, mdat, moov)).toBe(true);
  });

  it("lets plain audio pass", async () => {
    const { ftyp, moov } = mp4Boxes("mp4a");
    expect(await isProtected(ftyp, moov, mdat)).toBe(false);
    expect(await isProtectedMp4(inMemory(readFileSync(chord("m4a"))))).toBe(false);
  });

  it("finds a second track that is protected, and sizes of 64 bits", async () => {
    const plain = mp4Boxes("mp4a");
    const { moov } = mp4Boxes("drms");
    const long = Buffer.alloc(16 + mdat.length - 8);
    long.writeUInt32BE(1, 0);
    long.write("mdat", 4, "latin1");
    long.writeBigUInt64BE(BigInt(long.length), 8);
    expect(await isProtected(plain.ftyp, plain.moov, long, moov)).toBe(true);
  });

  it("ends with files that are cut, lie about their sizes, or have boxes without end", async () => {
    const { ftyp, moov } = mp4Boxes("drms");
    const whole = Buffer.concat([ftyp, moov]);
    for (let length = 0; length < whole.length - 60; length += 7) {
      expect(await isProtected(whole.subarray(0, length))).toBe(false);
    }
    const lying = Buffer.from(whole);
    lying.writeUInt32BE(4, ftyp.length);
    expect(await isProtected(lying)).toBe(false);
    expect(await isProtected(ftyp, ...Array<Buffer>(5000).fill(box("free")))).toBe(false);
  });
});
