import type { Track } from "../../contract/track.ts";

/**
 * An index in memory: columns over S sections, which lie track by track in order of time. After
 * `readIndex` the columns are views into the bytes of the file, not copies.
 */
export interface SectionIndex {
  /** Pack id, `name@version`. */
  readonly pack: string;
  readonly dimension: number;
  readonly tracks: readonly Track[];
  /** [tracks + 1]: the sections of track t are firstSection[t] up to firstSection[t + 1]. */
  readonly firstSection: Uint32Array;
  readonly peaksPerTrack: number;
  /** u8 [tracks x peaksPerTrack]. */
  readonly peaks: Uint8Array;
  /** Seconds, [S]. */
  readonly start: Float32Array;
  /** Seconds, [S]. */
  readonly end: Float32Array;
  /** [S]: vector = int8 x scale. */
  readonly scale: Float32Array;
  /** [S x dimension]. */
  readonly vectors: Int8Array;
}

/** The embedding of a section, float32 [dimension], as far as int8 keeps it. */
export function sectionVector(
  { vectors, scale, dimension }: Pick<SectionIndex, "vectors" | "scale" | "dimension">,
  section: number,
): Float32Array {
  const steps = vectors.subarray(section * dimension, (section + 1) * dimension);
  return Float32Array.from(steps, (step) => step * (scale[section] ?? 0));
}
