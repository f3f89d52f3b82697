import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { AudioError, UsageError, type NeedledropError } from "../../contract/errors.ts";
import type { AudioReference, FileStamp, Track } from "../../contract/track.ts";
import {
  claimsOf,
  factsOf,
  isThatLong,
  type CatalogueFiles,
  type Claim,
} from "./catalogue-files.ts";
import type { FileTags } from "./file-tags.ts";
import { trackFrom, trackId } from "./file-track.ts";
import { readLicenceFiles } from "./licence-files.ts";
import type { ListedFile, MusicSource } from "./music-source.ts";
import { SIDECAR_NAME, readSidecar, type SidecarTrack } from "./sidecar.ts";

/** The audio files of a folder, and what is written about them. */
export interface FolderTracks {
  /** Sorted by name. */
  readonly files: readonly ListedFile[];
  /** What could not be read, and files that are listed and not there. */
  readonly problems: readonly NeedledropError[];
  /** Ids of all files by their names. */
  readonly ids: ReadonlySet<string>;
  /** The track of a file that was embedded. */
  fresh(file: ListedFile, seconds: number, tags: FileTags): Track;
  /** The same, with a stamp. @throws AudioError the file changes while it is read. */
  stamped(track: Track, file: ListedFile): Promise<Track>;
  /**
   * The track of a file whose content was embedded as `before`, perhaps under another name; null if
   * it has other tags now, which are part of its embedding.
   */
  known(file: ListedFile, before: Track): Promise<Track | null>;
}

/** How a folder is read. */
export interface ReadOptions {
  /** How tracks refer to a file. */
  readonly reference: (file: ListedFile) => AudioReference;
  /** Catalogues whose tracks the files may be. */
  readonly catalogue?: CatalogueFiles | undefined;
  /** Which files are taken in: all unless given, or those that seem to be of a catalogue. */
  readonly takes?: "all" | "catalogue" | undefined;
}

/**
 * Reads a folder, its sidecar and the licences beside its files. A file that is listed in the sidecar
 * is what that says; any other may be recognised as a track of a catalogue, and then has its id.
 * @throws UsageError the sidecar is malformed, or two tracks would have the same id.
 */
export async function readFolder(
  source: MusicSource,
  { reference, catalogue, takes = "all" }: ReadOptions,
): Promise<FolderTracks> {
  const { audio, licences, problems } = await source.list();
  const sidecar = await readSidecar(source);
  const stated = await readLicenceFiles(licences, source);
  const listedNames = new Set((sidecar?.tracks ?? []).map(({ file }) => file));
  const unlistedFiles = audio.filter(({ name }) => !listedNames.has(name));
  const claims = claimsOf(unlistedFiles, catalogue ?? null, stated.trackOf);
  const files = takes === "all" ? audio : audio.filter(({ name }) => claims.has(name));
  const entries = new Map((sidecar?.tracks ?? []).map((track) => [track.file, track]));
  const entryOf = ({ name }: ListedFile): SidecarTrack | null => entries.get(name) ?? null;
  const idOf = (file: ListedFile): string => trackId(source.prefix, file.name, entryOf(file));
  const ids = uniqueIds(files.map(idOf));
  const there = new Set(files.map(({ name }) => name));
  const unlisted = [...entries.keys()].filter((name) => !there.has(name)).map(notThere);

  const ownTrack = (file: ListedFile, seconds: number, tags: FileTags): Track =>
    trackFrom({
      prefix: source.prefix,
      name: file.name,
      audio: reference(file),
      seconds,
      tags,
      folder: source.name,
      sidecar,
      entry: entryOf(file),
      licences: { own: stated.own(file.name), ofFolder: stated.ofFolder(file.name) },
    });
  const fresh = (file: ListedFile, seconds: number, tags: FileTags): Track => {
    const claim = claims.get(file.name);
    if (claim === undefined || !isThatLong(claim, seconds)) return ownTrack(file, seconds, tags);
    return { ...factsOf(claim.track), audio: reference(file), seconds, evidence: "audio" };
  };
  const listed = (file: ListedFile): string => {
    const entry = entryOf(file);
    const said = [
      sidecar?.catalogue.name,
      entry === null ? null : [sidecar?.catalogue, entry],
      stated.own(file.name),
      stated.ofFolder(file.name),
      claimed(claims.get(file.name)),
    ].filter((part) => part !== undefined && part !== null);
    if (said.length === 0) return "";
    return bytesToHex(sha256(utf8ToBytes(JSON.stringify(said))));
  };
  const stamp = (file: ListedFile, hash: string): FileStamp => {
    const { name, bytes, modified } = file;
    return { name, bytes, modified, hash, listed: listed(file) };
  };
  return {
    files,
    problems: [...problems, ...unlisted],
    ids,
    fresh,
    stamped: async (track, file) => {
      const hash = await source.hash(file);
      if (hash === null) throw wentAway(file);
      return { ...track, file: stamp(file, hash) };
    },
    known: async (file, before) => {
      const stampNow = stamp(file, before.file?.hash ?? "");
      const { name, listed: said } = stampNow;
      if (before.file?.name === name && before.file.listed === said) {
        return { ...before, audio: reference(file), file: stampNow };
      }
      const now = fresh(file, before.seconds, await source.tags(file));
      if (now.tags.join() !== before.tags.join()) return null;
      const { evidence, heard } = before;
      return { ...now, evidence, ...(heard === undefined ? {} : { heard }), file: stampNow };
    },
  };
}

/** What a stamp remembers of a claim, so that a catalogue that says something else is noticed. */
const claimed = (claim: Claim | undefined) =>
  claim === undefined ? null : [claim.isStated, factsOf(claim.track)];

// Checked before an hour of embedding.
function uniqueIds(ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) {
      throw new UsageError({
        what: "Two tracks would have the same id.",
        input: id,
        next: `Give every track in ${SIDECAR_NAME} an id of its own.`,
      });
    }
    seen.add(id);
  }
  return seen;
}

const wentAway = ({ path }: ListedFile): AudioError =>
  new AudioError({
    what: "The file went away while it was read.",
    input: path,
    next: "Index the folder again once the file is there.",
  });
const notThere = (name: string): AudioError =>
  new AudioError({
    what: `${SIDECAR_NAME} lists a file that does not exist.`,
    input: name,
    next: "Restore it, or remove it from the list.",
  });
