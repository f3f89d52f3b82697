import type { Catalogue, CatalogueTrack } from "../../contract/catalogue.ts";
import type { TextTower } from "../../engine/encode/text-tower.ts";
import type { IndexEntry } from "../../engine/index/entries.ts";
import { factWords, indexedTrack } from "./facts.ts";

/** Length of the section if that of the track is not known. */
const LEAST_SECONDS = 1;

/** What was embedded, and what could not be. */
export interface EmbeddedFacts {
  readonly entries: readonly IndexEntry[];
  /** Tracks whose metadata are only names, so that no search could find them. */
  readonly wordless: readonly CatalogueTrack[];
}

/**
 * Embeds remote tracks by their metadata. Each gets one section over its whole length, with the text
 * tower's embedding of its tags as a list. Peaks are left empty.
 */
export async function embedFacts(
  catalogue: Catalogue,
  tracks: readonly CatalogueTrack[],
  tower: TextTower,
  onTrack: () => void,
): Promise<EmbeddedFacts> {
  const entries: IndexEntry[] = [];
  const wordless: CatalogueTrack[] = [];
  const known = new Map<string, Float32Array>();
  for (const facts of tracks) {
    const text = factWords(facts).join(", ");
    // The tower cannot read punctuation alone.
    if (/[\p{L}\p{N}]/u.test(text)) {
      const embedding = known.get(text) ?? (await tower.embed(text));
      known.set(text, embedding);
      const track = indexedTrack(catalogue, facts);
      const end = Math.max(track.seconds, LEAST_SECONDS);
      entries.push({ track, peaks: new Uint8Array(0), sections: [{ start: 0, end, embedding }] });
    } else wordless.push(facts);
    onTrack();
  }
  return { entries, wordless };
}
