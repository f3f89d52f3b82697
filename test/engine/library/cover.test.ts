import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCover } from "../../../src/engine/library/cover.ts";
import { chord } from "../../cli/support/paths.ts";
import { inMemory } from "../decode/in-memory.ts";

/** A picture of an ID3v2.3 tag; kind 3 is the front cover. */
function picture(type: string, kind: number, content: Uint8Array): Buffer {
  const body = Buffer.concat([
    Buffer.from([0]),
    Buffer.from(`${type}\0`, "latin1"),
    Buffer.from([kind, 0]),
    content,
  ]);
  const header = Buffer.alloc(10);
  header.write("APIC", "latin1");
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body]);
}

/** An MP3 with these pictures in its tag. */
function song(...pictures: readonly Buffer[]): Buffer {
  const frames = Buffer.concat(pictures);
  const { length } = frames;
  const size = [21, 14, 7, 0].map((shift) => (length >> shift) & 127);
  const header = Buffer.concat([Buffer.from("ID3", "latin1"), Buffer.from([3, 0, 0, ...size])]);
  return Buffer.concat([header, frames, readFileSync(chord("mp3"))]);
}

const coverOf = (bytes: Uint8Array) => readCover({ name: "a.mp3", ...inMemory(bytes) });
const JPEG = Uint8Array.of(0xff, 0xd8, 1, 2, 3);
const PNG = Uint8Array.of(0x89, 0x50, 4, 5);

describe("the cover of a file", () => {
  it("is the picture in its tags, as it is there", async () => {
    const cover = await coverOf(song(picture("image/jpeg", 3, JPEG)));
    expect(cover?.type).toBe("image/jpeg");
    expect([...(cover?.bytes ?? [])]).toEqual([...JPEG]);
  });

  it("is the front cover if there are several", async () => {
    const both = song(picture("image/jpeg", 8, JPEG), picture("image/png", 3, PNG));
    expect((await coverOf(both))?.type).toBe("image/png");
  });

  it("is none without a picture, of another type, or in what is no music", async () => {
    expect(await coverOf(readFileSync(chord("mp3")))).toBeNull();
    expect(await coverOf(song(picture("image/svg+xml", 3, JPEG)))).toBeNull();
    expect(await coverOf(Buffer.from("ID3 and then nonsense"))).toBeNull();
    expect(await coverOf(new Uint8Array(0))).toBeNull();
  });

  it("is none if it is too large to be one, and little of it is read", async () => {
    const bytes = song(picture("image/jpeg", 3, new Uint8Array(17 << 20)));
    let read = 0;
    const file = inMemory(bytes);
    const counted = (position: number, length: number) => {
      read += length;
      return file.read(position, length);
    };
    expect(await readCover({ name: "a.mp3", size: bytes.length, read: counted })).toBeNull();
    expect(read).toBeLessThanOrEqual(16 << 20);
  });

  it("is none if the file goes away", async () => {
    const read = (): Promise<never> => Promise.reject(new Error("gone"));
    expect(await readCover({ name: "a.mp3", size: 1000, read })).toBeNull();
  });
});
