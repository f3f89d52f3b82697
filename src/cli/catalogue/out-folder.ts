import { access, constants, mkdir, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../../contract/errors.ts";
import { writeAllAtomically } from "../indexing/atomic-write.ts";
import { readCatalogue } from "./catalogue-file.ts";

const CATALOGUE = "catalogue.json";
const INDEX = "index.ndx";

/**
 * Checks, before the work, that a catalogue can be written to a folder: it must be new or empty, or
 * hold the same catalogue.
 * @throws UsageError the folder holds other things, or cannot be written to.
 * @throws CatalogueError the catalogue in the folder is malformed.
 */
export async function checkOutFolder(folder: string, id: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw notAFolder(folder, error);
  });
  const parent = names === null ? dirname(resolve(folder)) : folder;
  await access(parent, constants.W_OK).catch((cause: unknown) => {
    throw notWritable(parent, cause);
  });
  if (names === null) return;
  const other = names.find((name) => ![CATALOGUE, INDEX].includes(name) && !name.startsWith("."));
  if (other !== undefined) throw occupied(join(folder, other), "--out holds other things.");
  if (!names.includes(CATALOGUE)) {
    if (names.includes(INDEX)) throw occupied(join(folder, INDEX), "--out holds another index.");
    return;
  }
  const there = await readCatalogue(join(folder, CATALOGUE));
  if (there.id !== id) throw occupied(there.id, "--out holds another catalogue.");
}

/** Writes both files of a catalogue atomically, once both are ready. */
export async function writeCatalogue(
  folder: string,
  catalogue: string,
  index: Uint8Array,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeAllAtomically([
    { path: join(folder, CATALOGUE), bytes: new TextEncoder().encode(catalogue) },
    { path: join(folder, INDEX), bytes: index },
  ]);
}

const notAFolder = (input: string, cause: unknown): UsageError =>
  new UsageError({ what: "--out is not a folder.", input, next: "Choose another --out.", cause });
const notWritable = (input: string, cause: unknown): UsageError =>
  new UsageError({
    what: "The folder for the catalogue does not exist or cannot be written to.",
    input,
    next: "Create it, or choose another --out.",
    cause,
  });
const occupied = (input: string, what: string): UsageError =>
  new UsageError({ what, input, next: "Choose a new or empty folder." });
