import { posix } from "node:path";
import type { CatalogueTrack } from "../../contract/catalogue.ts";
import { readTags, type TagFacts } from "../facts/tags.ts";
import type { FoundFile } from "../indexing/walk.ts";

/** A track and the file that holds it. */
export interface MatchedAudio {
  readonly track: CatalogueTrack;
  readonly file: FoundFile;
}

/**
 * Which file is which track: by the file name the catalogue gives, whatever its case and extension,
 * else by the title in the file's tags. What fits two tracks fits none; a track gets the first of
 * its files.
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

// Another artist's piece of the same name is another piece.
const sameArtist = (a: string | null, b: string | null): boolean =>
  a === null || b === null || plain(a) === plain(b);

const stem = (name: string): string => plain(posix.parse(name).name);

// macOS writes accents apart from their letters.
const plain = (name: string): string => name.normalize("NFC").toLowerCase().trim();
