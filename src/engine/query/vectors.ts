import type { SectionIndex } from "../index/section-index.ts";

/** The embedding of a section, float32 [dimension], as far as int8 keeps it. */
export function sectionVector(
  { vectors, scale, dimension }: Pick<SectionIndex, "vectors" | "scale" | "dimension">,
  section: number,
): Float32Array {
  const steps = vectors.subarray(section * dimension, (section + 1) * dimension);
  return Float32Array.from(steps, (step) => step * (scale[section] ?? 0));
}

/** The dot product; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
