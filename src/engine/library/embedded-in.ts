import type { Track } from "../../contract/track.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** Tells whether a track is in one of these indexes, perhaps under another name. */
export function embeddedIn(
  indexes: readonly Pick<SectionIndex, "tracks">[],
): (track: Track) => boolean {
  const tracks = indexes.flatMap((index) => index.tracks);
  const ids = new Set(tracks.map(({ id }) => id));
  const hashes = new Set(tracks.flatMap(({ file }) => file?.hash ?? []));
  return ({ id, file }) => ids.has(id) || (file !== undefined && hashes.has(file.hash));
}
