import type { Track } from "../../contract/track.ts";
import { FAMILIES } from "./families.ts";
import { foldWords } from "./fold.ts";

/** Numbers of the tracks whose tags name a concept. */
export type TagSearch = (concept: string) => readonly number[];

/**
 * Prepares to look for tags: "strings" is named by "string", "synth strings" and "cellos", but not
 * by "no strings". Tags are gathered when the first concept is asked for.
 */
export function createTagSearch(tracks: readonly Pick<Track, "tags">[]): TagSearch {
  let byTag: ReadonlyMap<string, readonly number[]> | undefined;
  return (concept) => {
    byTag ??= gather(tracks);
    const names = [concept, ...(FAMILIES.get(concept) ?? [])].map(nameOf);
    return [...byTag].flatMap(([tag, those]) =>
      names.some((name) => tag === name || tag.endsWith(` ${name}`)) ? those : [],
    );
  };
}

function gather(tracks: readonly Pick<Track, "tags">[]): Map<string, number[]> {
  const byTag = new Map<string, number[]>();
  tracks.forEach(({ tags }, t) => {
    for (const tag of new Set(tags.map(nameOf))) {
      if (tag.startsWith("no ")) continue;
      const those = byTag.get(tag) ?? [];
      those.push(t);
      byTag.set(tag, those);
    }
  });
  return byTag;
}

/** Folded, in the singular: "Electric Guitars" is "electric guitar". */
function nameOf(text: string): string {
  const folded = foldWords(text);
  return folded.endsWith("s") && !folded.endsWith("ss") ? folded.slice(0, -1) : folded;
}
