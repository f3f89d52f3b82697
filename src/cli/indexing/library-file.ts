import { readFile } from "node:fs/promises";
import { IndexFormatError, IndexPackMismatchError, UsageError } from "../../contract/errors.ts";
import type { PackIdentity } from "../../engine/encode/pack.ts";
import { MAGIC } from "../../engine/index/format.ts";
import { readIndex } from "../../engine/index/reader.ts";
import type { SectionIndex } from "../../engine/index/section-index.ts";
import { writeAtomically } from "./atomic-write.ts";
import type { Library } from "../../engine/library/update-library.ts";
import { openJournal } from "./journal.ts";

/** The index file of a music folder while it is brought up to date. */
export interface LibraryFile extends Library {
  /** Replaces the index, and ends the journal. */
  finish(index: Uint8Array): Promise<void>;
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
  const before = await readBefore(path, pack, note);
  const journal = await openJournal(path, pack);
  return {
    known: [...before, ...journal.found],
    keep: (track) => journal.append(track),
    finish: async (index) => {
      await writeAtomically(path, index);
      await journal.close();
    },
  };
}

async function readBefore(
  path: string,
  pack: PackIdentity,
  note: (text: string) => void,
): Promise<SectionIndex[]> {
  const bytes = await readFile(path).catch(() => null);
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
    note(`${error.what} Every file is embedded again.`);
    return [];
  }
}
