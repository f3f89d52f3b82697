import type { Catalogue, CatalogueTrack } from "../../contract/catalogue.ts";
import type { TextTower } from "../../engine/encode/text-tower.ts";
import type { IndexEntry } from "../../engine/index/writer.ts";
import { factWords, indexedTrack } from "./facts.ts";

/** A section must have some length, also where the track's is not known. */
const LEAST_SECONDS = 1;

export interface EmbeddedFacts {
  readonly entries: readonly IndexEntry[];
  /** Tracks of which nothing is known but names: there is nothing to find them by. */
  readonly wordless: readonly CatalogueTrack[];
}

/**
 * Embeds tracks whose audio is not here by what is said of them: one section over the whole track,
 * where the text tower puts its facts as a list of tags. Peaks are left empty.
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
    // Marks alone are nothing to the tower.
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
