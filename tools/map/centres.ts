import type { TextTower } from "../../src/engine/encode/text-tower.ts";
import type { SectionIndex } from "../../src/engine/index/section-index.ts";
import { trackEvidence } from "../../src/contract/track.ts";
import { metadataText } from "../../src/engine/library/add-metadata.ts";
import { WEIGHT } from "../../src/engine/encode/metadata.ts";
import { meanVector, type Centres } from "../../src/engine/map/music-vectors.ts";
import { VectorSum, dot } from "../../src/engine/map/vectors.ts";

/**
 * The centres of the three kinds of evidence, measured on the same tracks, since the means of different
 * tracks would differ by their music as well: those with both are embedded by their metadata alone, and
 * by their sound alone (which is what `moveTowards` moved).
 */
export async function measureCentres(
  index: SectionIndex,
  tower: Pick<TextTower, "embed">,
): Promise<Centres> {
  const { dimension } = index;
  const sumOf = (): VectorSum => new VectorSum(dimension);
  const [metadata, fromMetadataToBoth, fromMetadataToAudio] = [sumOf(), sumOf(), sumOf()];
  for (const [t, track] of index.tracks.entries()) {
    const mean = meanVector(index, t);
    if (trackEvidence(track) === "metadata") metadata.add(mean);
    const text = metadataText(track.tags);
    if (trackEvidence(track) !== "both" || text === null) continue;
    const written = await tower.embed(text);
    fromMetadataToBoth.add(mean.map((x, d) => x - (written[d] ?? 0)));
    fromMetadataToAudio.add(soundOf(mean, written).map((x, d) => x - (written[d] ?? 0)));
  }
  const centre = metadata.mean();
  const movedBy = (sum: VectorSum): Float32Array => {
    const gap = sum.mean();
    return centre.map((x, d) => x + (gap[d] ?? 0));
  };
  return {
    metadata: centre,
    both: movedBy(fromMetadataToBoth),
    audio: movedBy(fromMetadataToAudio),
  };
}

/** The unit vector that, moved towards the metadata, has the direction of `both`. */
function soundOf(both: Float32Array, metadata: Float32Array): Float32Array {
  // |s both - w metadata| = 1, for the larger s.
  const cosine = dot(both, metadata);
  const s =
    WEIGHT * cosine +
    Math.sqrt(Math.max(0, 1 - WEIGHT ** 2 * (dot(metadata, metadata) - cosine ** 2)));
  return both.map((x, d) => s * x - WEIGHT * (metadata[d] ?? 0));
}
