import { posix } from "node:path";
import type { CatalogueTrack } from "../../contract/catalogue.ts";
import { readTags, type TagFacts } from "../facts/tags.ts";
import type { FoundFile } from "../indexing/walk.ts";

/** A track, and its audio file. */
export interface MatchedAudio {
  readonly track: CatalogueTrack;
  readonly file: FoundFile;
}

/**
 * Finds the audio files of tracks: by the file name in the catalogue, regardless of case and
 * extension, or else by the title in the tags of the file. A file that matches two tracks is not
 * used; a track gets the first of its files.
 */
export async function matchAudio(
  tracks: readonly CatalogueTrack[],
  files: readonly FoundFile[],
  tagsOf: (path: string) => Promise<TagFacts> = readTags,
): Promise<MatchedAudio[]> {
  const byFile = unambiguous(tracks, ({ file }) => (file === null ? null : stem(file)));
  const byTitle = unambiguous(tracks, ({ title }) => plain(title));
  const matched = new Map<string, MatchedAudio>();
  const add = (track: CatalogueTrack | undefined, file: FoundFile): boolean => {
    if (track === undefined) return false;
    if (!matched.has(track.id)) matched.set(track.id, { track, file });
    return true;
  };
  const rest = files.filter((file) => !add(byFile.get(stem(file.name)), file));
  for (const file of rest) {
    const { title, artist } = await tagsOf(file.path);
    const track = title === null ? undefined : byTitle.get(plain(title));
    if (track !== undefined && sameArtist(track.artist, artist)) add(track, file);
  }
  return [...matched.values()];
}

function unambiguous(
  tracks: readonly CatalogueTrack[],
  nameOf: (track: CatalogueTrack) => string | null,
): Map<string, CatalogueTrack> {
  const found = new Map<string, CatalogueTrack>();
  const twice = new Set<string>();
  for (const track of tracks) {
    const name = nameOf(track);
    if (name === null) continue;
    if (found.has(name)) twice.add(name);
    found.set(name, track);
  }
  for (const name of twice) found.delete(name);
  return found;
}

// The same title by another artist is another track.
const sameArtist = (a: string | null, b: string | null): boolean =>
  a === null || b === null || plain(a) === plain(b);

const stem = (name: string): string => plain(posix.parse(name).name);

// macOS stores accents as separate characters.
const plain = (name: string): string => name.normalize("NFC").toLowerCase().trim();
