import { MAX_STEP } from "../index/quantise.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { BLOCK, openKernel } from "./scan-kernel.ts";

/** Largest int16: the finest quantisation of the query that the kernel's multiplication allows. */
const QUERY_STEPS = 32_767;

/** Writes the cosine of a query [dimension] with every section into `scores` [S]. */
export type Scanner = (query: Float32Array, scores: Float32Array) => void;

/**
 * Prepares to scan an index; its vectors are copied once into the kernel's memory. Every section is
 * scored, in integers. Integer sums are exact, so every device ranks alike. The query is quantised
 * far more finely than the index.
 */
export function createScanner({
  vectors,
  scale,
  dimension,
}: Pick<SectionIndex, "vectors" | "scale" | "dimension">): Scanner {
  const count = scale.length;
  const rowBytes = Math.ceil(dimension / BLOCK) * BLOCK;
  const at = {
    query: 0,
    sums: 2 * rowBytes,
    rows: 2 * rowBytes + Math.ceil((4 * count) / BLOCK) * BLOCK,
    rowBytes,
  };
  const { memory, scan } = openKernel(at.rows + rowBytes * count, at);
  const steps = new Int16Array(memory.buffer, at.query, dimension);
  const sums = new Int32Array(memory.buffer, at.sums, count);
  copyRows(vectors, dimension, new Int8Array(memory.buffer, at.rows), rowBytes);

  return (query, scores) => {
    const queryScale = toSteps(query, steps);
    scan(count);
    for (let s = 0; s < count; s += 1) {
      scores[s] = (sums[s] ?? 0) * (scale[s] ?? 0) * queryScale;
    }
  };
}

/** Copies rows of `dimension` bytes to rows of `rowBytes`; the rest of each stays zero. */
function copyRows(from: Int8Array, dimension: number, to: Int8Array, rowBytes: number): void {
  if (rowBytes === dimension) {
    to.set(from);
    return;
  }
  for (let source = 0, target = 0; source < from.length; source += dimension, target += rowBytes) {
    to.set(from.subarray(source, source + dimension), target);
  }
}

/** Quantises the query into `steps` and returns the size of a step. */
function toSteps(query: Float32Array, steps: Int16Array): number {
  // The largest sum any row can reach, dimension x MAX_STEP x limit, must stay within int32.
  const limit = Math.min(QUERY_STEPS, Math.floor((2 ** 31 - 1) / (MAX_STEP * query.length)));
  const largest = query.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const scale = largest / limit || 1;
  for (let d = 0; d < steps.length; d += 1) steps[d] = Math.round((query[d] ?? 0) / scale);
  return scale;
}
