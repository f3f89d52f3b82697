import { dot, meanOf, normalised } from "./vectors.ts";

/** Rounds of the power iteration; by then an axis hardly turns any more. */
const ROUNDS = 40;
/** The share of points at either end that may lie at the edge of a plane. */
const TAIL = 0.01;
/** How wide the edge is. */
const EDGE = 0.05;

/**
 * The directions in which vectors vary most (principal components, Pearson 1901), by power iteration:
 * the strongest first, at right angles to each other. The same vectors give the same axes.
 * @param vectors each float32 [dimension]
 * @returns `count` axes, each float32 [dimension], L2-normalised
 */
export function principalAxes(vectors: readonly Float32Array[], count: number): Float32Array[] {
  const dimension = vectors[0]?.length ?? 0;
  const mean = meanOf(vectors, dimension);
  const rows = vectors.map((vector) => vector.map((value, d) => value - (mean[d] ?? 0)));
  const axes: Float32Array[] = [];
  while (axes.length < Math.min(count, dimension)) axes.push(nextAxis(rows, dimension, axes));
  return axes;
}

function nextAxis(
  rows: readonly Float32Array[],
  dimension: number,
  before: readonly Float32Array[],
): Float32Array {
  let axis = normalised(Float32Array.from({ length: dimension }, (_, d) => Math.cos(d + 1)));
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float32Array(dimension);
    for (const row of rows) addTo(next, row, dot(row, axis));
    for (const other of before) addTo(next, other, -dot(next, other));
    axis = normalised(next);
  }
  return axis;
}

/**
 * A picture of vectors for which none was made beforehand: along their two principal axes. Plainer than
 * UMAP, but there at once. Coordinates from 0 to 1.
 */
export function principalPlane(vectors: readonly Float32Array[]): {
  readonly x: Float32Array;
  readonly y: Float32Array;
} {
  const axes = principalAxes(vectors, 2);
  const along = (a: number): number[] => {
    const axis = axes[a];
    return vectors.map((vector) => (axis === undefined ? 0 : dot(vector, axis)));
  };
  return { x: spread(along(0)), y: spread(along(1)) };
}

/** Numbers spread from edge to edge, 0 to 1; the tails may lie in the edges. */
export function spread(values: readonly number[]): Float32Array {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor(TAIL * sorted.length)] ?? 0;
  const high = sorted[Math.ceil((1 - TAIL) * sorted.length) - 1] ?? 0;
  const range = high - low;
  const place = (value: number): number =>
    range > 0 ? EDGE + (1 - 2 * EDGE) * ((value - low) / range) : 0.5;
  return Float32Array.from(values, (value) => Math.min(1, Math.max(0, place(value))));
}

function addTo(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
}
