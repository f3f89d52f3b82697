import type { SectionEmbedding } from "./audio-tower.ts";

/**
 * Weight of a track's metadata beside its sound, which has 1. Chosen on scenes of kinds that its
 * measurements leave out; see docs/decisions/audio-and-metadata.md.
 */
export const WEIGHT = 0.5;

/**
 * Sections of a track moved towards its metadata, so that both what it sounds like and what is
 * written about it decide where it is found. All sections move the same way: which of them fits a
 * query best is still decided by their sound.
 * @param metadata the text tower's embedding of the track's tags, L2-normalised, float32 [dimension]
 */
export function moveTowards(
  metadata: Float32Array,
  sections: readonly SectionEmbedding[],
): SectionEmbedding[] {
  return sections.map((section) => {
    const moved = section.embedding.map((x, d) => x + WEIGHT * (metadata[d] ?? 0));
    const length = Math.hypot(...moved);
    return { ...section, embedding: length > 0 ? moved.map((x) => x / length) : moved };
  });
}
