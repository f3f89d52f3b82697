import { fileAddressOf, type Track } from "../../contract/track.ts";
import { fileNameOf } from "../../shared/download/address.ts";
import { plainName } from "../../shared/plain-name.ts";
import { baseName, endingAt } from "./file-names.ts";

/** As much as catalogues round lengths, and encoders pad. */
const SECONDS_APART = 2;
/** What browsers and systems add to the name of a second copy: "(1)", " - Copy", " copy 2", "-1". */
const COPY_MARK = /(\s*\(\d{1,3}\)|\s+-\s+copy(\s*\(\d+\))?|\s+copy(\s+\d+)?|[-\s]\d{1,2})$/i;

/** The tracks of catalogues, by the names of their files. */
export interface CatalogueFiles {
  readonly byId: ReadonlyMap<string, Track>;
  /** By `plainName` of the file's name without its ending; a name of two tracks is of neither. */
  readonly byName: ReadonlyMap<string, Track>;
}

/** What a file seems to be. */
export interface Claim {
  readonly track: Track;
  /** Whether a text beside the file says so, and not only its name. */
  readonly isStated: boolean;
}

/** Prepares the tracks that state where their files are. */
export function catalogueFiles(tracks: readonly Track[]): CatalogueFiles {
  const byId = new Map<string, Track>();
  const byName = new Map<string, Track>();
  const twice = new Set<string>();
  for (const track of tracks) {
    const address = fileAddressOf(track);
    if (address === null) continue;
    byId.set(track.id, track);
    const name = stem(fileNameOf(address));
    if (byName.has(name)) twice.add(name);
    byName.set(name, track);
  }
  for (const name of ["", ...twice]) byName.delete(name);
  return { byId, byName };
}

/**
 * What the files of a folder seem to be. Each track goes to one file: to the one that is said to be
 * it, else to the one of its very name, else to the first copy.
 * @param statedId what is written beside a file (`LicenceFiles.trackOf`)
 * @returns claims by the name of the file
 */
export function claimsOf(
  files: readonly { readonly name: string }[],
  catalogue: CatalogueFiles | null,
  statedId: (name: string) => string | null,
): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  if (catalogue === null) return claims;
  const taken = new Set<string>();
  const claim = (name: string, track: Track | undefined, isStated: boolean): void => {
    if (track === undefined || taken.has(track.id) || claims.has(name)) return;
    taken.add(track.id);
    claims.set(name, { track, isStated });
  };
  for (const { name } of files) claim(name, catalogue.byId.get(statedId(name) ?? ""), true);
  for (const { name } of files) claim(name, catalogue.byName.get(stem(name)), false);
  for (const { name } of files) claim(name, catalogue.byName.get(copyStem(name)), false);
  return claims;
}

/** Whether a file is as long as what it seems to be; what is stated needs no such proof. */
export function isThatLong({ track, isStated }: Claim, seconds: number): boolean {
  return isStated || (track.seconds > 0 && Math.abs(track.seconds - seconds) <= SECONDS_APART);
}

/** What a catalogue says about a track, wherever its audio is. */
export function factsOf(track: Track) {
  const { id, title, artist, catalogue, licence, bpm, key, vocals, tags } = track;
  return { id, title, artist, catalogue, licence, bpm, key, vocals, tags };
}

function stem(name: string): string {
  return plainName(withoutEnding(name));
}

/** Of a copy, the name of what was copied; spaces may still be escaped as in its address. */
function copyStem(name: string): string {
  const whole = withoutEnding(name);
  try {
    return plainName(decodeURIComponent(whole).replace(COPY_MARK, ""));
  } catch {
    return plainName(whole.replace(COPY_MARK, ""));
  }
}

const withoutEnding = (name: string): string => baseName(name.slice(0, endingAt(name)));
