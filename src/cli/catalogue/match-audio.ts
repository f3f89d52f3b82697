import { posix } from "node:path";
import type { CatalogueTrack } from "../../contract/catalogue.ts";
import type { FileTags } from "../../engine/library/file-tags.ts";
import type { ListedFile } from "../../engine/library/music-source.ts";
import { readTagsOf } from "../audio/open-audio.ts";
import { plainName } from "../../shared/plain-name.ts";

/** A track, and its audio file. */
export interface MatchedAudio {
  readonly track: CatalogueTrack;
  readonly file: ListedFile;
}

/** The tracks whose audio was found, and the files that belong to none. */
export interface AudioMatches {
  readonly matched: readonly MatchedAudio[];
  readonly unmatched: readonly ListedFile[];
}

/**
 * Finds the audio files of tracks: by the file name in the catalogue, or else by the title in the
 * tags of the file, or, if they hold none, by its name as a title. Names are compared without case,
 * spaces, punctuation and extension. A name that fits two tracks fits neither; a track gets the first
 * of its files.
 */
export async function matchAudio(
  tracks: readonly CatalogueTrack[],
  files: readonly ListedFile[],
  tagsOf: (path: string) => Promise<FileTags> = readTagsOf,
): Promise<AudioMatches> {
  const byFile = unambiguous(tracks, ({ file }) => (file === null ? null : stem(file)));
  const byTitle = unambiguous(tracks, ({ title }) => plainName(title));
  const matched = new Map<string, MatchedAudio>();
  const add = (track: CatalogueTrack | undefined, file: ListedFile): boolean => {
    if (track === undefined) return false;
    if (!matched.has(track.id)) matched.set(track.id, { track, file });
    return true;
  };
  const unmatched: ListedFile[] = [];
  const rest = files.filter((file) => !add(byFile.get(stem(file.name)), file));
  for (const file of rest) {
    const { title, artist } = await tagsOf(file.path);
    const track = byTitle.get(title === null ? stem(file.name) : plainName(title));
    const same = track !== undefined && sameArtist(track.artist, artist);
    if (!add(same ? track : undefined, file)) unmatched.push(file);
  }
  return { matched: [...matched.values()], unmatched };
}

function unambiguous(
  tracks: readonly CatalogueTrack[],
  nameOf: (track: CatalogueTrack) => string | null,
): Map<string, CatalogueTrack> {
  const found = new Map<string, CatalogueTrack>();
  const twice = new Set<string>();
  for (const track of tracks) {
    const name = nameOf(track);
    if (name === null || name === "") continue;
    if (found.has(name)) twice.add(name);
    found.set(name, track);
  }
  for (const name of twice) found.delete(name);
  return found;
}

// The same title by another artist is another track.
const sameArtist = (a: string | null, b: string | null): boolean =>
  a === null || b === null || plainName(a) === plainName(b);

const stem = (name: string): string => plainName(posix.parse(name).name);
