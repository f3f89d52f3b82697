import { describe, expect, it } from "vitest";
import { createScanner } from "../../../src/engine/query/scan.ts";
import { quantise } from "../../../src/engine/index/quantise.ts";
import { randomNumbers, randomVector } from "../toy.ts";

interface Rows {
  vectors: Int8Array;
  scale: Float32Array;
  dimension: number;
}

function randomRows(sections: number, dimension: number): Rows {
  const next = randomNumbers(sections * 1000 + dimension);
  const vectors = new Int8Array(sections * dimension);
  const scale = new Float32Array(sections);
  for (let s = 0; s < sections; s += 1) {
    const row = vectors.subarray(s * dimension, (s + 1) * dimension);
    scale[s] = quantise(randomVector(dimension, next), row);
  }
  return { vectors, scale, dimension };
}

function naive(query: Float32Array, { vectors, scale, dimension }: Rows): number[] {
  return Array.from(scale, (step, s) => {
    let sum = 0;
    for (let d = 0; d < dimension; d += 1) {
      sum += (query[d] ?? 0) * (vectors[s * dimension + d] ?? 0) * step;
    }
    return sum;
  });
}

describe("createScanner", () => {
  it("gives the same as the plain double loop, at every remainder of rows and columns", () => {
    for (const dimension of [1, 2, 3, 4, 5, 8, 127, 128, 512]) {
      for (const sections of [0, 1, 2, 3, 4, 5, 6, 7, 8, 101]) {
        const rows = randomRows(sections, dimension);
        const query = randomVector(dimension, randomNumbers(dimension));
        const scores = new Float32Array(sections);
        createScanner({ ...rows, parts: [rows] })(query, scores);
        naive(query, rows).forEach((expected, s) => {
          const where = `${sections} x ${dimension}, row ${s}`;
          expect(Math.abs((scores[s] ?? NaN) - expected), where).toBeLessThan(3e-5);
        });
      }
    }
  });

  it("goes through all parts, whatever their size, and through parts that take several windows", () => {
    const dimension = 128;
    const parts = [3, 0, 5000, 1, 2048, 0].map((sections) => randomRows(sections, dimension));
    const query = randomVector(dimension, randomNumbers(1));
    const scores = new Float32Array(5000 + 2048 + 4);
    createScanner({ parts, dimension })(query, scores);
    const expected = parts.flatMap((rows) => naive(query, rows));
    expect(expected).toHaveLength(scores.length);
    const furthest = expected.map((score, s) => Math.abs((scores[s] ?? NaN) - score));
    expect(Math.max(...furthest)).toBeLessThan(3e-5);
  });

  it("does not overflow at the largest sums there are", () => {
    for (const dimension of [4, 128, 512, 4096]) {
      const vectors = new Int8Array(4 * dimension).fill(127);
      const scale = new Float32Array(4).fill(1);
      const scores = new Float32Array(4);
      const parts = [{ vectors, scale }];
      createScanner({ parts, dimension })(new Float32Array(dimension).fill(-1), scores);
      expect((scores[0] ?? NaN) / (-127 * dimension)).toBeCloseTo(1, 4);
    }
  });

  it("gives a query of zeros no score at all", () => {
    const scores = new Float32Array(5).fill(9);
    createScanner({ dimension: 8, parts: [randomRows(5, 8)] })(new Float32Array(8), scores);
    expect(scores.every((score) => Math.abs(score) === 0)).toBe(true);
  });
});
