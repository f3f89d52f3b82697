/** A sum of vectors. */
export class VectorSum {
  private readonly total: Float64Array;
  count = 0;

  constructor(dimension: number) {
    this.total = new Float64Array(dimension);
  }

  add(vector: Float32Array): void {
    this.count += 1;
    const { total } = this;
    for (let d = 0; d < total.length; d += 1) total[d] = (total[d] ?? 0) + (vector[d] ?? 0);
  }

  /** Zeros where nothing was added. */
  mean(): Float32Array {
    return Float32Array.from(this.total, (x) => x / Math.max(1, this.count));
  }
}

/** The mean of vectors. */
export function meanOf(vectors: readonly Float32Array[], dimension: number): Float32Array {
  const sum = new VectorSum(dimension);
  for (const vector of vectors) sum.add(vector);
  return sum.mean();
}

/** At unit length, in place; a vector of zeros stays one. */
export function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) / length;
  return vector;
}

/** The dot product; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
