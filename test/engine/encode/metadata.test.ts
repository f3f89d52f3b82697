import { describe, expect, it } from "vitest";
import { moveTowards } from "../../../src/engine/encode/metadata.ts";

const section = (start: number, ...embedding: number[]) => ({
  start,
  end: start + 10,
  embedding: Float32Array.from(embedding),
});

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

describe("moveTowards", () => {
  const metadata = Float32Array.of(0, 0, 1);
  const sections = [section(0, 1, 0, 0), section(5, 0.6, 0.8, 0)];

  it("adds half of the metadata to each section, at unit length", () => {
    const [first] = moveTowards(metadata, sections);
    const length = Math.hypot(1, 0.5);
    expect(first).toMatchObject({ start: 0, end: 10 });
    [1 / length, 0, 0.5 / length].forEach((x, d) => expect(first?.embedding[d]).toBeCloseTo(x, 6));
  });

  it("brings all sections nearer to the metadata, and leaves their order for a query", () => {
    const moved = moveTowards(metadata, sections);
    const query = Float32Array.of(0.8, 0, 0.6);
    for (const { embedding } of moved) {
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 6);
      expect(dot(embedding, metadata)).toBeGreaterThan(0.4);
    }
    const nearness = moved.map(({ embedding }) => dot(embedding, query));
    expect(nearness[0]).toBeGreaterThan(nearness[1] ?? Infinity);
  });

  it("stays finite where sound and metadata cancel out, and changes nothing it was given", () => {
    const given = [section(0, 0, 0, -0.5)];
    expect([...(moveTowards(metadata, given)[0]?.embedding ?? [])]).toEqual([0, 0, 0]);
    expect([...(given[0]?.embedding ?? [])]).toEqual([0, 0, -0.5]);
  });
});
