/** Largest step used; -128 is left out, so that steps are symmetric. */
export const MAX_STEP = 127;

/**
 * Quantises `vector` to int8: vector = steps x scale, within half a scale for each number.
 * @param steps receives the result
 * @returns the scale, which is above 0 even for a vector of zeros
 */
export function quantise(vector: Float32Array, steps: Int8Array): number {
  const largest = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  // Rounded to float32 first, since the file keeps float32 and readers multiply by that.
  const scale = Math.fround(largest / MAX_STEP) || 1;
  for (let i = 0; i < vector.length; i += 1) {
    const step = Math.round((vector[i] ?? 0) / scale);
    steps[i] = Math.max(-MAX_STEP, Math.min(MAX_STEP, step));
  }
  return scale;
}
