import { describe, expect, it } from "vitest";
import { naiveScan } from "../../bench/naive-scan.ts";
import { syntheticIndex, syntheticTracks } from "../../bench/synthetic-index.ts";
import { diskAssets } from "../../src/cli/assets.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { joinIndexes } from "../../src/engine/index/join.ts";
import { readIndex } from "../../src/engine/index/reader.ts";
import { indexBytes } from "../../src/engine/index/writer.ts";
import { createScanner } from "../../src/engine/query/scan.ts";
import { TOY_PACK } from "../cli/support/paths.ts";

const pack = await loadPack(diskAssets({ pack: TOY_PACK }));

describe("syntheticIndex", () => {
  it("is of the size asked for, and the same in every run", () => {
    const index = syntheticIndex(pack, 7, 3);
    expect([index.tracks.length, index.scale.length]).toEqual([7, 21]);
    expect(syntheticIndex(pack, 7, 3).vectors).toEqual(index.vectors);
  });

  it("holds unit vectors that differ", () => {
    const { vectors, scale, dimension } = syntheticIndex(pack, 7, 3);
    const lengths = [...scale].map((step, s) =>
      Math.hypot(...[...vectors.subarray(s * dimension, (s + 1) * dimension)].map((x) => x * step)),
    );
    for (const length of lengths) expect(length).toBeCloseTo(1, 1);
    expect(vectors.subarray(0, dimension)).not.toEqual(vectors.subarray(dimension, 2 * dimension));
  });
});

describe("syntheticTracks", () => {
  it("are the same in whichever index they are", () => {
    const sectionsOf = (track: number): number => 1 + (track % 3);
    const whole = syntheticTracks(pack, { from: 0, to: 9, sectionsOf });
    const part = syntheticTracks(pack, { from: 4, to: 6, sectionsOf });
    const [from, to] = [whole.firstSection[4] ?? 0, whole.firstSection[6] ?? 0];
    expect(part.tracks).toEqual(whole.tracks.slice(4, 6));
    expect(part.vectors).toEqual(whole.vectors.slice(from * pack.dimension, to * pack.dimension));
    expect(readIndex(indexBytes(pack, part), pack)).toEqual(part);
  });
});

describe("naiveScan", () => {
  it("gives the scores of the scan it is measured against", () => {
    const index = syntheticIndex(pack, 50, 3);
    const query = Float32Array.from({ length: pack.dimension }, (_, i) => Math.sin(i));
    const fast = new Float32Array(index.scale.length);
    createScanner(joinIndexes([index]))(query, fast);
    naiveScan(query, index).forEach((score, s) => expect(fast[s]).toBeCloseTo(score, 4));
  });
});
