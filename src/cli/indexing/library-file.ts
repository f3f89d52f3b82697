import { readFile } from "node:fs/promises";
import {
  IndexFormatError,
  IndexPackMismatchError,
  StorageError,
  UsageError,
} from "../../contract/errors.ts";
import type { PackIdentity } from "../../engine/encode/pack.ts";
import { MAGIC } from "../../engine/index/format.ts";
import { mergeIndexes } from "../../engine/index/join.ts";
import { packHashOf, readIndex } from "../../engine/index/reader.ts";
import type { SectionIndex } from "../../engine/index/section-index.ts";
import { indexBytes } from "../../engine/index/writer.ts";
import { embeddedIn } from "../../engine/library/embedded-in.ts";
import { writeAtomically } from "./atomic-write.ts";
import type { FolderIndex, Library } from "../../engine/library/update-library.ts";
import { openJournal } from "./journal.ts";

/** The index file of a music folder while it is brought up to date. */
export interface LibraryFile extends Library {
  /**
   * Replaces the index, and ends the journal. If another process has written the index meanwhile, what
   * only that one has stays in it.
   * @throws StorageError it cannot be written.
   */
  finish(made: Pick<FolderIndex, "index" | "bytes">): Promise<void>;
}

/**
 * Opens an index to go on with, if there is one, and what a process that was stopped has embedded.
 * @param note called with a line if the index cannot be used, so that everything is embedded again
 * @throws UsageError the file is there, and is no index.
 */
export async function openLibrary(
  path: string,
  pack: PackIdentity,
  note: (text: string) => void,
): Promise<LibraryFile> {
  const before = await readFile(path).catch(() => null);
  const known = readBefore(path, before, pack, note);
  const journal = await openJournal(path, pack);
  return {
    known: [...known, ...journal.found],
    keep: (track) => journal.append(track),
    finish: async ({ index, bytes }) => {
      const now = await readFile(path).catch(() => null);
      const isChanged = now !== null && (before === null || !now.equals(before));
      const others = isChanged ? readBefore(path, now, pack, note) : [];
      const whole =
        others.length === 0 ? bytes : indexBytes(pack, mergeIndexes([index, ...others]));
      await keepLost(path, before, pack, index, note);
      await written(path, whole);
      await journal.close();
    },
  };
}

async function written(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomically(path, bytes);
  } catch (cause) {
    throw new StorageError({
      what: "The index cannot be written.",
      input: path,
      next: "Free some space, or check that the folder is there; then run the command again.",
      cause,
    });
  }
}

function readBefore(
  path: string,
  bytes: Buffer | null,
  pack: PackIdentity,
  note: (text: string) => void,
): SectionIndex[] {
  if (bytes === null) return [];
  if (bytes.length < 4 || bytes.readUInt32LE(0) !== MAGIC) {
    throw new UsageError({
      what: "The output file exists and is no Needledrop index.",
      input: path,
      next: "Choose another --out, or move the file away.",
    });
  }
  try {
    return [readIndex(bytes, pack)];
  } catch (error) {
    const isOfNoUse = error instanceof IndexFormatError || error instanceof IndexPackMismatchError;
    if (!isOfNoUse) throw error;
    note(`${error.what} Every file is embedded again; the old index stays until that is done.`);
    return [];
  }
}

/**
 * Keeps an index of another pack under another name if it has tracks that the new one has not: their
 * files are gone, so they cannot be embedded again.
 */
async function keepLost(
  path: string,
  before: Buffer | null,
  pack: PackIdentity,
  made: SectionIndex,
  note: (text: string) => void,
): Promise<void> {
  if (before === null || packHashOf(before) === pack.hash) return;
  const old = readAny(before);
  if (old === null) return;
  const isEmbedded = embeddedIn([made]);
  const lost = old.tracks.filter((track) => !isEmbedded(track)).length;
  if (lost === 0) return;
  const kept = `${path}.${old.pack.replace("@", "-")}.old`;
  await written(kept, before);
  const what = lost === 1 ? "1 track whose file is gone" : `${lost} tracks whose files are gone`;
  note(`${what} cannot be embedded again. The old index is kept as ${kept}.`);
}

function readAny(bytes: Buffer): SectionIndex | null {
  try {
    return readIndex(bytes, null);
  } catch {
    return null; // A damaged one has nothing to keep.
  }
}
