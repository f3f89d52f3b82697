import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { access, constants, open, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UsageError } from "../../contract/errors.ts";

/**
 * Says early, before an hour of work, that a file could not be written.
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
      next: "Make it, or choose another --out.",
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

/** Writes a file whole or not at all: a reader, or a power cut, never meets half of it. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  const discard = (): void => rmSync(temporary, { force: true });
  process.once("exit", discard);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    process.off("exit", discard);
  }
}
