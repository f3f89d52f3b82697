import { describe, expect, it } from "vitest";
import type { AssetSource } from "../../../src/contract/engine.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { Atlas } from "../../../src/engine/map/atlas.ts";
import { fitOf, mapBytes } from "../../../src/engine/map/format.ts";
import { PLANE, planeIndex, remote, sections, track } from "../toy.ts";

/** Tracks that point to the right or to the top, by the first letter of their ids. */
const indexOf = (...ids: readonly string[]): SectionIndex =>
  planeIndex(
    ids.map((id, n) => ({
      track: track(id),
      sections: sections(id.startsWith("r") ? [1, 0.02 * n] : [0.02 * n, 1]),
    })),
  );
const shipped = indexOf("r1", "r2", "r3", "t1", "t2", "t3");
const vocabulary = {
  words: ["calm", "dark"],
  kinds: ["mood", "mood"] as const,
  vectors: Float32Array.of(1, 0, 0, 1),
};
const ZERO = new Float32Array(2);

/** Right ones lie on the left, top ones on the right: nothing else would put them there. */
async function storedMap(of = shipped.tracks): Promise<Uint8Array> {
  const x = Float32Array.of(0.1, 0.1, 0.1, 0.9, 0.9, 0.9);
  const y = Float32Array.of(0.5, 0.52, 0.54, 0.5, 0.52, 0.54);
  const centre = Float32Array.of(0.5, 0.5);
  const centres = { audio: centre, metadata: ZERO, both: ZERO };
  return mapBytes({ x, y, centres }, await fitOf(PLANE, of));
}
const holding = (bytes: Uint8Array | null): AssetSource => ({
  read: () => (bytes === null ? Promise.reject(new Error("none")) : Promise.resolve(bytes)),
});
const atlasOf = (bytes: Uint8Array | null): Atlas =>
  new Atlas({ assets: holding(bytes), pack: PLANE, vocabulary, shipped });

describe("an atlas", () => {
  it("shows what ships where it was laid out beforehand", async () => {
    const map = await atlasOf(await storedMap()).mapOf(joinIndexes([shipped]));
    expect(map.ids).toEqual(["r1", "r2", "r3", "t1", "t2", "t3"]);
    [0.1, 0.1, 0.1, 0.9, 0.9, 0.9].forEach((x, t) => expect(map.x[t]).toBeCloseTo(x, 3));
  });

  it("places other tracks among those that sound alike", async () => {
    const own = indexOf("r-own", "t-own");
    const map = await atlasOf(await storedMap()).mapOf(joinIndexes([shipped, own]));
    expect(map.x[6]).toBeCloseTo(0.1, 1);
    expect(map.x[7]).toBeCloseTo(0.9, 1);
  });

  it("leaves tracks where they were when others come", async () => {
    const atlas = atlasOf(await storedMap());
    const own = indexOf("r-own");
    const before = await atlas.mapOf(joinIndexes([shipped, own]));
    const after = await atlas.mapOf(joinIndexes([shipped, own, indexOf("t-more")]));
    expect([...after.x.subarray(0, 7)]).toEqual([...before.x]);
  });

  it("makes the map of an index once", async () => {
    const atlas = atlasOf(await storedMap());
    const index = joinIndexes([shipped]);
    expect(await atlas.mapOf(index)).toBe(await atlas.mapOf(index));
  });

  it.each([
    ["none ships", () => Promise.resolve(null)],
    ["it is damaged", async () => (await storedMap()).slice(1)],
    ["it is for other tracks", () => storedMap(shipped.tracks.slice(1))],
  ])("lays the tracks out itself where %s", async (_, bytesOf) => {
    const map = await atlasOf(await bytesOf()).mapOf(joinIndexes([shipped]));
    const sides = [...map.x].map((x) => x > 0.5);
    // What sounds alike lies on one side.
    expect(new Set(sides.slice(0, 3)).size).toBe(1);
    expect(new Set(sides.slice(3)).size).toBe(1);
    expect(sides[0]).not.toBe(sides[5]);
  });

  it("colours tracks by their tags, else by what they sound like, and says which can be played", async () => {
    const index = planeIndex([
      { track: track("a", { tags: ["dark", "piano"] }), sections: sections([1, 0]) },
      { track: remote("b"), sections: sections([1, 0.1]) },
      { track: track("c"), sections: sections([0, 1]) },
    ]);
    const source = { assets: holding(null), pack: PLANE, vocabulary, shipped: index };
    const map = await new Atlas(source).mapOf(joinIndexes([index]));
    expect(map.kind[0]).toBe(4);
    expect(map.kind[2]).toBe(4);
    expect([...map.playable]).toEqual([1, 0, 1]);
  });
});
