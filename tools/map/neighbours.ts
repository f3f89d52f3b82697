import { dot } from "../../src/engine/map/vectors.ts";

export interface Neighbour {
  readonly track: number;
  readonly cosine: number;
}

/** The `count` vectors with the largest cosine to that of a track, itself left out. */
export function nearestTo(
  vectors: readonly Float32Array[],
  track: number,
  count: number,
): Neighbour[] {
  const own = vectors[track] ?? new Float32Array(0);
  return vectors
    .map((vector, other) => ({ track: other, cosine: dot(own, vector) }))
    .filter(({ track: other }) => other !== track)
    .sort((a, b) => b.cosine - a.cosine || a.track - b.track)
    .slice(0, count);
}
