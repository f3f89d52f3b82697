import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AssetSource } from "../contract/engine.ts";
import { AssetError, IndexFormatError, PackError } from "../contract/errors.ts";

const repository = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What is searched, and with what, unless a command says otherwise. */
export const DEFAULT_PACK = repository("models/needledrop-base");
export const DEFAULT_INDEX = repository("catalogue/originals/index.ndx");

export interface AssetFolders {
  /** Folder of a pack. */
  readonly pack: string;
  /** An index file; a command that does not search has none. */
  readonly index?: string;
}

/**
 * The engine's assets from disk. The runtime's own files are found by its package in Node.
 * @throws PackError, IndexFormatError the file is missing or unreadable.
 */
export function diskAssets({ pack, index }: AssetFolders): AssetSource {
  return {
    read: async (name) => {
      if (name === "index") {
        if (index !== undefined) return read(index, noIndex);
      } else if (name.startsWith("pack/")) {
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
