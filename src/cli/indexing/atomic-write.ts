import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { access, constants, open, rename, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UsageError } from "../../contract/errors.ts";

/**
 * Checks, before an hour of work, that a file can be written.
 * @throws UsageError the folder is missing or read-only, or the path is a folder.
 */
export async function checkWritable(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new UsageError({
      what: "The folder for the output file does not exist or cannot be written to.",
      input: folder,
      next: "Create it, or choose another --out.",
      cause,
    });
  }
  const existing = await stat(path).catch(() => null);
  if (existing !== null && !existing.isFile()) {
    throw new UsageError({
      what: "The output path is not a file.",
      input: path,
      next: "Choose another --out.",
    });
  }
}

/** A file, and its content. */
export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Writes a file whole or not at all, so that a reader, or a power cut, never leaves half of it. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await writeAllAtomically([{ path, bytes }]);
}

/** How the name of a file ends until it is whole. */
export const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;

/** Writes files that belong together: none is replaced before all are on disk. */
export async function writeAllAtomically(files: readonly FileToWrite[]): Promise<void> {
  const ending = `.${randomBytes(6).toString("hex")}.tmp`;
  const temporaries = files.map(({ path }) => path + ending);
  const discard = (): void => temporaries.forEach((path) => rmSync(path, { force: true }));
  process.once("exit", discard);
  try {
    for (const { path, bytes } of files) await writeThrough(path + ending, bytes);
    for (const { path } of files) await rename(path + ending, path);
  } catch (error) {
    discard();
    throw error;
  } finally {
    process.off("exit", discard);
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
