import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import { AudioError, UsageError } from "../../contract/errors.ts";
import type { AudioReference, FileStamp, Track } from "../../contract/track.ts";
import { readLicenceFiles } from "../metadata/licence-files.ts";
import { SIDECAR_NAME, readSidecar, type SidecarTrack } from "../metadata/sidecar.ts";
import { readTags, type TagMetadata } from "../metadata/tags.ts";
import { trackFrom, trackId } from "../metadata/track.ts";
import { contentHash } from "./content-hash.ts";
import { walk, type FoundFile } from "./walk.ts";

/** The audio files of a folder, and what is written about them. */
export interface FolderTracks {
  /** Sorted by name. */
  readonly files: readonly FoundFile[];
  /** What could not be read, and files that are listed and not there. */
  readonly problems: readonly AudioError[];
  /** Ids of all files. */
  readonly ids: ReadonlySet<string>;
  /** The track of a file that was embedded. */
  fresh(file: FoundFile, seconds: number, tags: TagMetadata): Track;
  /** The same, with a stamp. @throws AudioError the file changes while it is read. */
  stamped(track: Track, file: FoundFile): Promise<Track>;
  /**
   * The track of a file whose content was embedded as `before`, perhaps under another name; null if
   * it has other tags now, which are part of its embedding.
   */
  known(file: FoundFile, before: Track): Promise<Track | null>;
}

/**
 * Reads a folder, its sidecar and the licences beside its files.
 * @param reference how tracks refer to a file
 * @throws UsageError the sidecar is malformed, or two tracks would have the same id.
 */
export async function readFolder(
  folder: string,
  reference: (file: FoundFile) => AudioReference,
): Promise<FolderTracks> {
  const sidecar = await readSidecar(folder);
  const { files, licences, problems } = await walk(folder);
  const stated = await readLicenceFiles(licences);
  const entries = new Map((sidecar?.tracks ?? []).map((track) => [track.file, track]));
  const entryOf = ({ name }: FoundFile): SidecarTrack | null => entries.get(name) ?? null;
  const ids = uniqueIds(files.map((file) => trackId(file.name, entryOf(file))));
  const there = new Set(files.map(({ name }) => name));
  const unlisted = [...entries.keys()].filter((name) => !there.has(name)).map(notThere);

  const fresh = (file: FoundFile, seconds: number, tags: TagMetadata): Track =>
    trackFrom({
      name: file.name,
      audio: reference(file),
      seconds,
      tags,
      folder: basename(resolve(folder)),
      sidecar,
      entry: entryOf(file),
      licences: { own: stated.own(file.name), ofFolder: stated.ofFolder(file.name) },
    });
  const listed = (file: FoundFile): string => {
    const entry = entryOf(file);
    const said = [
      sidecar?.catalogue.name,
      entry === null ? null : [sidecar?.catalogue, entry],
      stated.own(file.name),
      stated.ofFolder(file.name),
    ].filter((part) => part !== undefined && part !== null);
    if (said.length === 0) return "";
    return createHash("sha256").update(JSON.stringify(said)).digest("hex");
  };
  const stamp = (file: FoundFile, hash: string): FileStamp => {
    const { name, bytes, modified } = file;
    return { name, bytes, modified, hash, listed: listed(file) };
  };
  return {
    files,
    problems: [...problems, ...unlisted],
    ids,
    fresh,
    stamped: async (track, file) => ({ ...track, file: stamp(file, await hashOf(file)) }),
    known: async (file, before) => {
      const stampNow = stamp(file, before.file?.hash ?? "");
      const { name, listed: said } = stampNow;
      if (before.file?.name === name && before.file.listed === said) {
        return { ...before, audio: reference(file), file: stampNow };
      }
      const now = fresh(file, before.seconds, await readTags(file.path));
      if (now.tags.join() !== before.tags.join()) return null;
      return { ...now, evidence: before.evidence, file: stampNow };
    },
  };
}

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

async function hashOf({ path }: FoundFile): Promise<string> {
  try {
    return await contentHash(path);
  } catch (cause) {
    throw new AudioError({
      what: "The file went away while it was read.",
      input: path,
      next: "Index the folder again once the file is there.",
      cause,
    });
  }
}

const notThere = (name: string): AudioError =>
  new AudioError({
    what: `${SIDECAR_NAME} lists a file that does not exist.`,
    input: name,
    next: "Restore it, or remove it from the list.",
  });
