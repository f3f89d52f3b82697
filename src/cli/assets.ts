import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AssetSource } from "../contract/engine.ts";
import { AssetError, IndexFormatError, PackError } from "../contract/errors.ts";
import type { PackIdentity } from "../engine/encode/pack.ts";
import { joinIndexes } from "../engine/index/join.ts";
import { readIndex } from "../engine/index/reader.ts";
import type { SectionIndex } from "../engine/index/section-index.ts";

const repository = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What is searched, and with what, unless a command says otherwise. */
export const DEFAULT_PACK = repository("models/needledrop-base");
export const DEFAULT_INDEXES: readonly string[] = [
  repository("catalogue/originals/index.ndx"),
  repository("catalogue/incompetech/index.ndx"),
];

export interface AssetFolders {
  /** Folder of a pack. */
  readonly pack: string;
}

/**
 * The engine's assets from disk. The runtime's own files are found by its package in Node.
 * @throws PackError the file is missing or unreadable.
 */
export function diskAssets({ pack }: AssetFolders): AssetSource {
  return {
    read: async (name) => {
      if (name.startsWith("pack/")) {
        return read(join(pack, name.slice("pack/".length)), noPack);
      }
      throw new AssetError({
        what: "The command line does not hold this asset.",
        input: name,
        next: "Please report this together with what you were doing.",
      });
    },
  };
}

/**
 * One index of several files.
 * @throws IndexFormatError, IndexPackMismatchError a file is missing, damaged or of another pack.
 */
export async function readIndexes(
  paths: readonly string[],
  pack: PackIdentity,
): Promise<SectionIndex> {
  const files = await Promise.all(paths.map((path) => read(path, noIndex)));
  return joinIndexes(files.map((file) => readIndex(file, pack)));
}

async function read(
  path: string,
  failure: (path: string, cause: unknown) => Error,
): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw failure(path, cause);
  }
}

const noPack = (input: string, cause: unknown): PackError =>
  new PackError({
    what: "A file of the pack cannot be read.",
    input,
    next: "Give --pack the folder of a complete pack.",
    cause,
  });
const noIndex = (input: string, cause: unknown): IndexFormatError =>
  new IndexFormatError({
    what: "The index cannot be read.",
    input,
    next: 'Give --index a file made by "needledrop index".',
    cause,
  });
