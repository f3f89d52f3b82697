import { MAX_STEP } from "../index/quantise.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** Rows taken together; see `sumRows`. */
const ROWS = 4;

/** A query embedding in whole steps: vector = steps x scale. */
interface QuerySteps {
  readonly steps: Int32Array;
  readonly scale: number;
}

/**
 * Cosine of a query with every section, written into `scores` [S].
 * The index's int8 vectors are multiplied as they stand, all of them, in whole numbers: the sums are
 * exact, so every device ranks alike. The query keeps as many steps as 32 bits allow (17 bits at
 * dimension 128), far finer than the index's own.
 */
export function scanSections(
  query: Float32Array,
  { vectors, scale, dimension }: Pick<SectionIndex, "vectors" | "scale" | "dimension">,
  scores: Float32Array,
): void {
  const { steps, scale: queryScale } = toSteps(query);
  const sums = new Int32Array(ROWS);
  for (let s = 0; s < scale.length; s += ROWS) {
    // The last block steps back over rows already done rather than beyond the end.
    const first = Math.max(0, Math.min(s, scale.length - ROWS));
    sumRows(steps, vectors, first * dimension, sums);
    for (let r = 0; r < ROWS && first + r < scale.length; r += 1) {
      scores[first + r] = (sums[r] ?? 0) * (scale[first + r] ?? 0) * queryScale;
    }
  }
}

/**
 * Dot products of the query with four rows of `vectors` from `offset` on. Four rows share each load
 * of the query, and four columns a turn keep the loop's own cost down: together twice as fast as
 * row by row. Reads beyond the end (a row too few, a dimension not a multiple of 4) count as 0.
 */
function sumRows(query: Int32Array, vectors: Int8Array, offset: number, sums: Int32Array): void {
  const dimension = query.length;
  let i = offset;
  let j = i + dimension;
  let k = j + dimension;
  let l = k + dimension;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let q = 0; q < dimension; q += 4, i += 4, j += 4, k += 4, l += 4) {
    const w = query[q] ?? 0;
    const x = query[q + 1] ?? 0;
    const y = query[q + 2] ?? 0;
    const z = query[q + 3] ?? 0;
    a = (a + dot4(w, x, y, z, vectors, i)) | 0;
    b = (b + dot4(w, x, y, z, vectors, j)) | 0;
    c = (c + dot4(w, x, y, z, vectors, k)) | 0;
    d = (d + dot4(w, x, y, z, vectors, l)) | 0;
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}

function dot4(w: number, x: number, y: number, z: number, v: Int8Array, at: number): number {
  return (
    Math.imul(w, v[at] ?? 0) +
    Math.imul(x, v[at + 1] ?? 0) +
    Math.imul(y, v[at + 2] ?? 0) +
    Math.imul(z, v[at + 3] ?? 0)
  );
}

function toSteps(query: Float32Array): QuerySteps {
  // The largest sum any row can reach, dimension x MAX_STEP x limit, must stay within int32.
  const limit = Math.floor((2 ** 31 - 1) / (MAX_STEP * query.length));
  const largest = query.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const scale = largest / limit || 1;
  return { steps: Int32Array.from(query, (x) => Math.round(x / scale)), scale };
}
