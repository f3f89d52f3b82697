import { trackEvidence, type Evidence, type Track } from "../../contract/track.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { principalAxes } from "./axes.ts";
import { VectorSum, dot, normalised } from "./vectors.ts";

/** What tracks of each kind of evidence have in common, whatever their music: float32 [dimension]. */
export type Centres = Readonly<Record<Evidence, Float32Array>>;

/** The kinds of evidence in the order in which a map's file keeps their centres. */
export const EVIDENCE: readonly Evidence[] = ["audio", "metadata", "both"];

/**
 * How many axes of the vocabulary the map looks along. Along these, words differ most; sound differs
 * along others as well, in which tracks that were heard would keep to themselves. Chosen with
 * `npm run map:catalogues`.
 */
const AXES = 16;

/** How the map looks at tracks, so that it shows their music and not their evidence. */
export interface Lens {
  readonly centres: Centres;
  /** Each float32 [dimension], at right angles to each other. */
  readonly axes: readonly Float32Array[];
}

/** The axes of a lens: those along which the words of a vocabulary differ most. */
export function vocabularyAxes({ words, vectors }: Vocabulary): Float32Array[] {
  const dimension = vectors.length / words.length;
  const each = words.map((_, w) => vectors.subarray(w * dimension, (w + 1) * dimension));
  return principalAxes(each, AXES);
}

/** The mean of the sections of a track, L2-normalised, float32 [dimension]. */
export function meanVector(
  { vectors, scale, dimension, firstSection }: SectionIndex,
  track: number,
): Float32Array {
  const sum = new Float32Array(dimension);
  for (let s = firstSection[track] ?? 0; s < (firstSection[track + 1] ?? 0); s += 1) {
    const [from, step] = [s * dimension, scale[s] ?? 0];
    for (let d = 0; d < dimension; d += 1) sum[d] = (sum[d] ?? 0) + (vectors[from + d] ?? 0) * step;
  }
  return normalised(sum);
}

/**
 * What the map compares of a track: its mean vector less the centre of its kind of evidence, along the
 * axes of the lens; L2-normalised, float32 [axes].
 * @param track number of it in the index
 */
export function musicVector(index: SectionIndex, track: number, lens: Lens): Float32Array {
  const mean = meanVector(index, track);
  const { [track]: known } = index.tracks;
  const centre = lens.centres[known === undefined ? "audio" : trackEvidence(known)];
  for (let d = 0; d < mean.length; d += 1) mean[d] = (mean[d] ?? 0) - (centre[d] ?? 0);
  return along(mean, lens.axes);
}

/** A vector along axes, L2-normalised, float32 [axes]. */
export const along = (vector: Float32Array, axes: readonly Float32Array[]): Float32Array =>
  normalised(Float32Array.from(axes, (axis) => dot(vector, axis)));

/** The means of the tracks of each kind; of a kind that does not occur, the mean of all. */
export function meansByEvidence(indexes: readonly SectionIndex[]): Centres {
  const dimension = indexes[0]?.dimension ?? 0;
  const sumOf = (): VectorSum => new VectorSum(dimension);
  const sums = { audio: sumOf(), metadata: sumOf(), both: sumOf() };
  const all = sumOf();
  for (const index of indexes) {
    index.tracks.forEach((track: Track, t) => {
      const mean = meanVector(index, t);
      for (const sum of [sums[trackEvidence(track)], all]) sum.add(mean);
    });
  }
  const meanOf = (kind: Evidence): Float32Array => (sums[kind].count > 0 ? sums[kind] : all).mean();
  return { audio: meanOf("audio"), metadata: meanOf("metadata"), both: meanOf("both") };
}
