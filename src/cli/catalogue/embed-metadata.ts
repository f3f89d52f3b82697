import type { Catalogue, CatalogueTrack } from "../../contract/catalogue.ts";
import type { TextTower } from "../../engine/encode/text-tower.ts";
import type { IndexEntry } from "../../engine/index/entries.ts";
import { metadataText } from "../../engine/library/add-metadata.ts";
import { indexedTrack } from "./indexed-track.ts";

/** Length of the section if that of the track is not known. */
const LEAST_SECONDS = 1;

/** What was embedded, and what could not be. */
export interface EmbeddedMetadata {
  readonly fromMetadata: readonly IndexEntry[];
  /** Tracks whose metadata has only names, so that no search could find them. */
  readonly wordless: readonly CatalogueTrack[];
}

/**
 * Embeds remote tracks by their metadata. Each gets one section over its whole length, with the
 * text tower's embedding of its tags as a list. Peaks are left empty.
 */
export async function embedMetadata(
  catalogue: Catalogue,
  tracks: readonly CatalogueTrack[],
  tower: TextTower,
  onTrack: () => void,
): Promise<EmbeddedMetadata> {
  const fromMetadata: IndexEntry[] = [];
  const wordless: CatalogueTrack[] = [];
  const known = new Map<string, Float32Array>();
  for (const track of tracks) {
    const indexed = indexedTrack(catalogue, track);
    const text = metadataText(indexed.tags);
    if (text !== null) {
      const embedding = known.get(text) ?? (await tower.embed(text));
      known.set(text, embedding);
      const sections = [{ start: 0, end: Math.max(indexed.seconds, LEAST_SECONDS), embedding }];
      fromMetadata.push({ track: indexed, peaks: new Uint8Array(0), sections });
    } else wordless.push(track);
    onTrack();
  }
  return { fromMetadata, wordless };
}
