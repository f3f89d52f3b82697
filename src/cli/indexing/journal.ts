import { randomBytes } from "node:crypto";
import { appendFile, readFile, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { IndexFormatError, IndexPackMismatchError, StorageError } from "../../contract/errors.ts";
import type { PackIdentity } from "../../engine/encode/pack.ts";
import { readIndex } from "../../engine/index/reader.ts";
import type { SectionIndex } from "../../engine/index/section-index.ts";
import { indexBytes } from "../../engine/index/writer.ts";
import { TEMPORARY } from "./atomic-write.ts";

/**
 * What has been embedded for an index that is not written yet. A process that is killed leaves its
 * journal beside the index, and the next one goes on from there.
 *
 * The file is a row of indexes of one track each, every one with its length before it (u32, little
 * endian). Each has its own checksum, so one that was cut off is recognised.
 */
export interface Journal {
  /** What earlier processes left. */
  readonly found: readonly SectionIndex[];
  /** Adds an index. It is in the file when the promise resolves. */
  append(index: SectionIndex): Promise<void>;
  /**
   * The index is written: removes this journal, and what was left by others unless it has changed
   * since.
   */
  close(): Promise<void>;
}

const ENDING = ".journal";
const JOURNAL = /\.journal$/;

/**
 * Opens the journal of an index file. Every process writes a file of its own, so that two at work on
 * one index do not disturb each other.
 * @param indexPath the index that is being made
 */
export async function openJournal(indexPath: string, pack: PackIdentity): Promise<Journal> {
  const path = resolve(indexPath);
  const older = await leftBeside(path, JOURNAL);
  // An index that was being written when its process was killed.
  const left = [...older, ...(await leftBeside(path, TEMPORARY))];
  const sizes = await Promise.all(left.map(sizeOf));
  const found = (await Promise.all(older.map((file) => readJournal(file, pack)))).flat();
  const own = `${path}.${randomBytes(6).toString("hex")}${ENDING}`;
  let written = Promise.resolve();
  return {
    found,
    append: (index) => {
      const bytes = indexBytes(pack, index);
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, bytes.length, true);
      // One after the other, since threads finish at the same time.
      written = written.then(() => appended(own, Buffer.concat([length, bytes])));
      return written;
    },
    close: async () => {
      // Another process may still be writing.
      const now = await Promise.all(left.map(sizeOf));
      const settled = left.filter((_, i) => now[i] === sizes[i]);
      await Promise.all([own, ...settled].map((file) => rm(file, { force: true })));
    },
  };
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** @throws StorageError the file cannot be written, for example because the disk is full */
async function appended(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await appendFile(path, bytes);
  } catch (cause) {
    throw new StorageError({
      what: "What was embedded cannot be kept.",
      input: path,
      next: "Free some space, or check that the folder is there; then run the command again.",
      cause,
    });
  }
}

async function leftBeside(path: string, ending: RegExp): Promise<string[]> {
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(`${basename(path)}.`) && ending.test(name))
    .sort()
    .map((name) => join(dirname(path), name));
}

/** Everything up to where the file was cut off, or damaged; nothing if it is of another pack. */
async function readJournal(path: string, pack: PackIdentity): Promise<SectionIndex[]> {
  const bytes = await readFile(path).catch(() => new Uint8Array(0));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: SectionIndex[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint32(at, true);
    if (end > bytes.length) break;
    try {
      found.push(readIndex(bytes.subarray(at + 4, end), pack));
    } catch (error) {
      const isSpoilt = error instanceof IndexFormatError || error instanceof IndexPackMismatchError;
      if (isSpoilt) break;
      throw error;
    }
    at = end;
  }
  return found;
}
