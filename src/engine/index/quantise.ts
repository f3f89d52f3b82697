/** Largest int8 step used; -128 is left out so that steps are symmetric. */
export const MAX_STEP = 127;

/**
 * Writes `vector` into `steps` as int8, so that vector = steps x the returned scale, within half a
 * scale each. The scale is above zero, even for a vector of zeros.
 */
export function quantise(vector: Float32Array, steps: Int8Array): number {
  const largest = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  // Rounded to float32 first, since that is what the file keeps and readers multiply by.
  const scale = Math.fround(largest / MAX_STEP) || 1;
  for (let i = 0; i < vector.length; i += 1) {
    const step = Math.round((vector[i] ?? 0) / scale);
    steps[i] = Math.max(-MAX_STEP, Math.min(MAX_STEP, step));
  }
  return scale;
}
