import { embeddingOf, type JoinedIndex } from "../index/joined-index.ts";
import { dot } from "./reasons.ts";

/** The mean embedding of sections `from` up to `to`, at unit length; zeros if there are none. */
export function meanEmbedding(index: JoinedIndex, from: number, to: number): Float32Array {
  const sum = new Float64Array(index.dimension);
  for (let s = from; s < to; s += 1) {
    embeddingOf(index, s).forEach((x, d) => (sum[d] = (sum[d] ?? 0) + x));
  }
  const length = Math.sqrt(sum.reduce((squares, x) => squares + x * x, 0));
  return Float32Array.from(sum, (x) => (length > 0 ? x / length : 0));
}

/** The section that is nearest to the mean of its track; null if the track has none. */
export function typicalSection(index: JoinedIndex, track: number): number | null {
  const from = index.firstSection[track] ?? 0;
  const to = index.firstSection[track + 1] ?? 0;
  const mean = meanEmbedding(index, from, to);
  let [best, nearest]: [number | null, number] = [null, -Infinity];
  for (let s = from; s < to; s += 1) {
    const nearness = dot(mean, embeddingOf(index, s));
    if (nearness > nearest) [best, nearest] = [s, nearness];
  }
  return best;
}
