import { describe, expect, it } from "vitest";
import { AssetError } from "../../../src/contract/errors.ts";
import { fitOf, mapBytes, readMap, type StoredMap } from "../../../src/engine/map/format.ts";
import { PLANE, track } from "../toy.ts";

const TRACKS = [track("a"), track("b"), track("c")];
const STORED: StoredMap = {
  x: Float32Array.of(0, 0.25, 1),
  y: Float32Array.of(1, 0.5, 0),
  centres: {
    audio: Float32Array.of(0.5, -0.5),
    metadata: Float32Array.of(1, 2),
    both: Float32Array.of(-3, 4),
  },
};

describe("a map file", () => {
  it("gives back what was written, to a 16-bit step", async () => {
    const fit = await fitOf(PLANE, TRACKS);
    const read = readMap(mapBytes(STORED, fit), fit);
    expect(read?.centres).toEqual(STORED.centres);
    [...STORED.x].forEach((x, t) => expect(read?.x[t]).toBeCloseTo(x, 4));
    [...STORED.y].forEach((y, t) => expect(read?.y[t]).toBeCloseTo(y, 4));
  });

  it("is read wherever it begins in memory", async () => {
    const fit = await fitOf(PLANE, TRACKS);
    const bytes = mapBytes(STORED, fit);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readMap(shifted.subarray(3), fit)).toEqual(readMap(bytes, fit));
  });

  it("does not fit another pack, other tracks, or another order", async () => {
    const bytes = mapBytes(STORED, await fitOf(PLANE, TRACKS));
    const others = [
      await fitOf({ ...PLANE, hash: "aa".repeat(32) }, TRACKS),
      await fitOf(PLANE, TRACKS.slice(1)),
      await fitOf(PLANE, [...TRACKS].reverse()),
    ];
    expect(others.map((fit) => readMap(bytes, fit))).toEqual([null, null, null]);
  });

  it("is refused if any byte is another, or it is cut short", async () => {
    const fit = await fitOf(PLANE, TRACKS);
    const bytes = mapBytes(STORED, fit);
    for (let at = 0; at < bytes.length; at += 1) {
      const broken = bytes.slice();
      broken[at] = (broken[at] ?? 0) ^ 0x41;
      expect(() => readMap(broken, fit), `byte ${at}`).toThrow(AssetError);
    }
    for (const length of [0, 3, 47, bytes.length - 1]) {
      expect(() => readMap(bytes.slice(0, length), fit)).toThrow(AssetError);
    }
  });
});
