import { describe, expect, it } from "vitest";
import {
  IndexFormatError,
  IndexPackMismatchError,
  NeedledropError,
} from "../../../src/contract/errors.ts";
import type { PackIdentity } from "../../../src/engine/encode/pack.ts";
import { crc32 } from "../../../src/engine/index/crc32.ts";
import { CRC_OFFSET, HEADER_BYTES } from "../../../src/engine/index/format.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { peaksOf } from "../../../src/engine/index/joined-index.ts";
import type { IndexEntry } from "../../../src/engine/index/entries.ts";
import { writeIndex } from "../../../src/engine/index/writer.ts";
import { randomNumbers, randomVector, sections, track } from "../toy.ts";

const PACK: PackIdentity = { id: "toy@1", hash: "ab".repeat(32), dimension: 3 };

const ENTRIES: IndexEntry[] = [
  {
    track: track("b", { title: "Zweite 🎻", bpm: 96.5, tags: ["calm"] }),
    peaks: Uint8Array.of(4, 5, 6),
    sections: sections([0, 0, 1]),
  },
  {
    track: track("a"),
    peaks: Uint8Array.of(1, 2, 3),
    sections: sections([1, 0, 0], [0, -1, 0]),
  },
];
const FILE = writeIndex(PACK, ENTRIES);

function changedFile(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = FILE.slice();
  change(new DataView(bytes.buffer), bytes);
  return bytes;
}

/** As above, with the checksum put right, as somebody with intent would. */
function forgedFile(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  return changedFile((view, bytes) => {
    change(view, bytes);
    view.setUint32(CRC_OFFSET, crc32(bytes.subarray(HEADER_BYTES)), true);
  });
}

function failureOf(bytes: Uint8Array): unknown {
  try {
    readIndex(bytes, PACK);
  } catch (error) {
    return error;
  }
  return null;
}

describe("an index file", () => {
  it("gives back what was written, in order of track id", () => {
    const index = readIndex(FILE, PACK);
    expect(index).toMatchObject({ pack: "toy@1", dimension: 3, peaksPerTrack: 3 });
    expect(index.tracks).toEqual([ENTRIES[1]?.track, ENTRIES[0]?.track]);
    expect([...index.firstSection]).toEqual([0, 2, 3]);
    expect([...index.start]).toEqual([0, 5, 0]);
    expect([...index.end]).toEqual([10, 15, 10]);
    expect([...index.vectors]).toEqual([127, 0, 0, 0, -127, 0, 0, 0, 127]);
    index.scale.forEach((scale) => expect(scale * 127).toBeCloseTo(1, 6));
    const joined = joinIndexes([index]);
    expect(["a", "b", "c"].map((id) => peaksOf(joined, id))).toEqual([
      Uint8Array.of(1, 2, 3),
      Uint8Array.of(4, 5, 6),
      undefined,
    ]);
  });

  it("is the same whatever the order the tracks come in", () => {
    expect(writeIndex(PACK, [...ENTRIES].reverse())).toEqual(FILE);
  });

  it("is not written with a section that could not be read", () => {
    const empty = { start: 3, end: 3, embedding: Float32Array.of(1, 0, 0) };
    const entry = { track: track("a"), peaks: new Uint8Array(0), sections: [empty] };
    expect(() => writeIndex(PACK, [entry])).toThrow(IndexFormatError);
  });

  it("is read from any place in memory", () => {
    const shifted = new Uint8Array(FILE.length + 1);
    shifted.set(FILE, 1);
    expect(readIndex(shifted.subarray(1), PACK)).toEqual(readIndex(FILE, PACK));
  });

  it("may be empty", () => {
    const empty = readIndex(writeIndex(PACK, []), PACK);
    expect(empty.tracks).toEqual([]);
    expect([...empty.firstSection]).toEqual([0]);
  });

  it("may hold tracks without sections", () => {
    const entries = ["a", "b", "c", "d"].map((id) => ({
      track: track(id),
      peaks: new Uint8Array(0),
      sections: id === "c" ? sections([1, 0, 0]) : [],
    }));
    expect([...readIndex(writeIndex(PACK, entries), PACK).firstSection]).toEqual([0, 0, 0, 1, 1]);
  });

  it("round-trips at sizes of any remainder", () => {
    const next = randomNumbers(3);
    for (let n = 1; n < 12; n += 1) {
      const pack = { ...PACK, dimension: n };
      const entries = Array.from({ length: n }, (_, t) => ({
        track: track(`${"x".repeat(t)}${t}`),
        peaks: Uint8Array.from({ length: n }, () => next() * 256),
        sections: sections(...Array.from({ length: t }, () => [...randomVector(n, next)])),
      }));
      const index = readIndex(writeIndex(pack, entries), pack);
      for (const { track, peaks, sections } of entries) {
        const t = index.tracks.findIndex(({ id }) => id === track.id);
        const first = index.firstSection[t] ?? 0;
        expect(peaksOf(joinIndexes([index]), track.id)).toEqual(peaks);
        expect(index.firstSection[t + 1]).toBe(first + sections.length);
        sections.forEach(({ embedding }, i) => {
          const scale = index.scale[first + i] ?? NaN;
          embedding.forEach((x, d) => {
            const kept = (index.vectors[(first + i) * n + d] ?? NaN) * scale;
            expect(Math.abs(kept - x)).toBeLessThanOrEqual(scale * 0.5001);
          });
        });
      }
    }
  });
});

describe("the writer refuses", () => {
  const [b, a] = ENTRIES as [IndexEntry, IndexEntry];
  it.each([
    ["two tracks of one id", [a, { ...b, track: a.track }]],
    ["peaks of different lengths", [a, { ...b, peaks: new Uint8Array(1) }]],
    ["an embedding of another dimension", [a, { ...b, sections: sections([1, 0]) }]],
  ])("%s", (_, entries) => {
    expect(() => writeIndex(PACK, entries)).toThrow(IndexFormatError);
  });
});

describe("a damaged or hostile file", () => {
  it("is refused when cut off anywhere", () => {
    for (let length = 0; length < FILE.length; length += 1) {
      expect(failureOf(FILE.subarray(0, length)), `${length}`).toBeInstanceOf(IndexFormatError);
    }
  });

  it("is refused when something follows", () => {
    expect(failureOf(Uint8Array.of(...FILE, 0))).toBeInstanceOf(IndexFormatError);
  });

  it("is refused when any bit is flipped", () => {
    for (let bit = 0; bit < FILE.length * 8; bit += 1) {
      const bytes = changedFile((_, file) => {
        file[bit >> 3] = (file[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      });
      expect(failureOf(bytes), `bit ${bit}`).toSatisfy(
        (error) => error instanceof IndexFormatError || error instanceof IndexPackMismatchError,
      );
    }
  });

  it.each([8, 12, 16, 20, 24])(
    "is refused when the count at %d is of any size but its own",
    (at) => {
      for (const count of [0, 1, 1000, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]) {
        const bytes = forgedFile((view) => view.setUint32(at, count, true));
        if (FILE.every((byte, i) => byte === bytes[i])) continue;
        expect(failureOf(bytes), `${count}`).toBeInstanceOf(NeedledropError);
      }
    },
  );

  it("is refused when all counts are the largest there are", () => {
    const bytes = forgedFile((view) => {
      for (const at of [8, 12, 16, 20, 24]) view.setUint32(at, 2 ** 32 - 1, true);
    });
    expect(failureOf(bytes)).toBeInstanceOf(IndexFormatError);
  });

  it.each([
    ["tracks", 12],
    ["dimension", 8],
  ])("is refused when it claims endless %s that take no room in it", (_, at) => {
    const bytes = writeIndex(PACK, [{ track: track("a"), peaks: new Uint8Array(0), sections: [] }]);
    new DataView(bytes.buffer).setUint32(at, 2 ** 32 - 1, true);
    expect(failureOf(bytes)).toBeInstanceOf(NeedledropError);
  });

  it("is refused when it is of another version, and says which", () => {
    const failure = failureOf(changedFile((view) => view.setUint16(4, 2, true)));
    expect(failure).toBeInstanceOf(IndexFormatError);
    expect(String(failure)).toMatch(/format 2.*reads format 1.*npx needledrop index/);
  });

  it("is refused when it is no index at all", () => {
    const text = new TextEncoder().encode("hello ".repeat(100));
    expect(String(failureOf(text))).toMatch("not a Needledrop index");
  });

  const tail = FILE.length - 3 * 3; // Three sections of three numbers.
  it.each([
    ["a scale of zero", tail - 12, 0],
    ["a negative scale", tail - 12, -1],
    ["a scale that is not a number", tail - 12, NaN],
    ["an endless scale", tail - 12, Infinity],
    ["a section that ends before it starts", tail - 24, -5],
    ["a section that never ends", tail - 24, Infinity],
    ["a start that is not a number", tail - 36, NaN],
    ["a negative start", tail - 36, -1],
    ["sections out of order in time", tail - 36, 7],
  ])("is refused with %s, though its checksum fits", (_, offset, value) => {
    const bytes = forgedFile((view) => view.setFloat32(offset, value, true));
    expect(failureOf(bytes)).toBeInstanceOf(IndexFormatError);
  });

  it.each([
    ["beyond the last track", tail - 40, 2],
    ["far beyond", tail - 40, 2 ** 32 - 1],
    ["out of order", tail - 48, 1],
  ])("is refused with a section of a track %s", (_, offset, value) => {
    const bytes = forgedFile((view) => view.setUint32(offset, value, true));
    expect(failureOf(bytes)).toBeInstanceOf(IndexFormatError);
  });

  it.each([
    ["is not UTF-8", (table: Uint8Array) => table.fill(0xff)],
    ["is not JSON", (table: Uint8Array) => table.fill(0x7b)],
    ["has two tracks of one id", (table: Uint8Array) => replace(table, '"id":"b"', '"id":"a"')],
    ["has a track without an id", (table: Uint8Array) => replace(table, '"id":"b"', '"ix":"b"')],
    ["points outside its folder", (table: Uint8Array) => replace(table, '"file"', '"evil"')],
  ])("is refused when its track table %s", (_, change) => {
    const bytes = forgedFile((view, file) => {
      change(file.subarray(HEADER_BYTES, HEADER_BYTES + view.getUint32(24, true)));
    });
    expect(failureOf(bytes)).toBeInstanceOf(IndexFormatError);
  });
});

describe("an index of another pack", () => {
  it.each([
    ["hash", { hash: "cd".repeat(32) }],
    ["id", { id: "toy@2" }],
    ["dimension", { dimension: 4 }],
  ])("is refused by its %s, and says what to do", (_, change) => {
    expect(() => readIndex(FILE, { ...PACK, ...change })).toThrow(IndexPackMismatchError);
    expect(() => readIndex(FILE, { ...PACK, ...change })).toThrow("npx needledrop index");
  });
});

/** Replaces in place; both texts are of one length. */
function replace(table: Uint8Array, before: string, after: string): void {
  const text = new TextDecoder().decode(table);
  table.set(new TextEncoder().encode(text.replace(before, after)));
}
