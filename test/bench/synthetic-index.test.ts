import { describe, expect, it } from "vitest";
import { naiveScan } from "../../bench/naive-scan.ts";
import { syntheticIndex } from "../../bench/synthetic-index.ts";
import { diskAssets } from "../../src/cli/assets.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { joinIndexes } from "../../src/engine/index/join.ts";
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

describe("naiveScan", () => {
  it("gives the scores of the scan it is measured against", () => {
    const index = syntheticIndex(pack, 50, 3);
    const query = Float32Array.from({ length: pack.dimension }, (_, i) => Math.sin(i));
    const fast = new Float32Array(index.scale.length);
    createScanner(joinIndexes([index]))(query, fast);
    naiveScan(query, index).forEach((score, s) => expect(fast[s]).toBeCloseTo(score, 4));
  });
});
