import type { SectionIndex } from "../src/engine/index/section-index.ts";

/** Cosine of a query with every section by the naive algorithm: one number after another. */
export function naiveScan(
  query: Float32Array,
  { vectors, scale, dimension }: Pick<SectionIndex, "vectors" | "scale" | "dimension">,
): Float32Array {
  const scores = new Float32Array(scale.length);
  for (let s = 0; s < scores.length; s++) {
    let sum = 0;
    for (let d = 0; d < dimension; d++) {
      sum += (query[d] ?? 0) * ((vectors[s * dimension + d] ?? 0) * (scale[s] ?? 0));
    }
    scores[s] = sum;
  }
  return scores;
}
