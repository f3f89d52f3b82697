import type { FileStamp, Track } from "../../contract/track.ts";
import { groupedBy } from "./grouped-by.ts";
import type { ListedFile } from "./music-source.ts";

/** A file whose content a library has embedded already. */
export interface KnownFile<F> {
  readonly file: F;
  /** The track as it was embedded, perhaps under another name. */
  readonly track: Track;
}

/** What has happened to the files of a folder since a library read it. */
export interface Changes<F> {
  /** Their content is known, so their embeddings hold. */
  readonly known: readonly KnownFile<F>[];
  /** New, or changed. */
  readonly fresh: readonly F[];
  /** Tracks whose files are gone. */
  readonly missing: readonly Track[];
}

/**
 * Compares the files of a folder with what a library knows. Name, size and time decide where they
 * agree. Otherwise the content does, and it is read only where a track of the same size is known: so
 * files that were moved, copied or merely touched are recognised. Times are compared for equality
 * alone, since clocks jump.
 * @param hash SHA-256 (hex) of a file's content; null if it cannot be read
 */
export async function changesIn<F extends Omit<ListedFile, "path">>(
  files: readonly F[],
  tracks: readonly Track[],
  hash: (file: F) => Promise<string | null>,
): Promise<Changes<F>> {
  const stamped = tracks.flatMap((track) =>
    track.file === undefined ? [] : [{ track, stamp: track.file }],
  );
  const byName = new Map(stamped.map((known) => [known.stamp.name, known]));
  const bySize = groupedBy(stamped, ({ stamp }) => stamp.bytes);

  const known: KnownFile<F>[] = [];
  const fresh: F[] = [];
  for (const file of files) {
    const before = byName.get(file.name);
    if (before !== undefined && isAsBefore(file, before.stamp)) {
      known.push({ file, track: before.track });
      continue;
    }
    const alike = bySize.get(file.bytes) ?? [];
    const content = alike.length === 0 ? null : await hash(file);
    const same = alike.find(({ stamp }) => stamp.hash === content);
    if (same === undefined) fresh.push(file);
    else known.push({ file, track: same.track });
  }
  const there = new Set(files.map(({ name }) => name));
  const used = new Set(known.map(({ track }) => track.id));
  const missing = stamped
    .filter(({ track, stamp }) => !there.has(stamp.name) && !used.has(track.id))
    .map(({ track }) => track);
  return { known, fresh, missing };
}

function isAsBefore(file: Omit<ListedFile, "path">, stamp: FileStamp): boolean {
  return file.bytes === stamp.bytes && file.modified === stamp.modified;
}
