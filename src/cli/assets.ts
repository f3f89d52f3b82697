import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AssetSource } from "../contract/engine.ts";
import { AssetError, IndexFormatError, PackError } from "../contract/errors.ts";
import type { PackIdentity } from "../engine/encode/pack.ts";
import { readIndex } from "../engine/index/reader.ts";
import type { SectionIndex } from "../engine/index/section-index.ts";

const repository = (path: string): string =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The pack that ships; used unless a command names another. */
export const DEFAULT_PACK = repository("models/needledrop-base");
/** The net that hears beats and bars. */
export const BEAT_NET = repository("models/needledrop-beats");
/** The net that looks at pictures. */
export const EYE_NET = repository("models/needledrop-eye");
/** The indexes that ship; searched unless a command names others. */
export const DEFAULT_INDEXES: readonly string[] = [
  repository("catalogue/originals/index.ndx"),
  repository("catalogue/incompetech/index.ndx"),
];

/** The path of a file that the index of the originals names. */
export const shippedFile = (path: string): string => repository(`catalogue/originals/${path}`);

/** Where assets lie on disk. */
export interface AssetFolders {
  /** Folder of a pack. */
  readonly pack: string;
}

/**
 * Reads the files of a pack from disk. (Under Node, onnxruntime-web finds its own files.)
 * @throws PackError a file is missing or unreadable.
 */
export function diskAssets({ pack }: AssetFolders): AssetSource {
  return {
    read: async (name) => {
      if (name.startsWith("pack/")) {
        return read(join(pack, name.slice("pack/".length)), noPack);
      }
      if (name.startsWith("beats/")) {
        return read(join(BEAT_NET, name.slice("beats/".length)), no("hears beats"));
      }
      if (name.startsWith("eye/")) {
        return read(join(EYE_NET, name.slice("eye/".length)), no("looks at pictures"));
      }
      throw new AssetError({
        what: "The command line has no such asset.",
        input: name,
        next: "Please report this together with what you were doing.",
      });
    },
  };
}

/**
 * The indexes in files, in the order of their paths.
 * @param pack the pack that they were made with
 * @throws IndexFormatError a file is missing or damaged.
 * @throws IndexPackMismatchError a file was made with another pack.
 */
export async function readIndexes(
  paths: readonly string[],
  pack: PackIdentity,
): Promise<SectionIndex[]> {
  return (await readIndexFiles(paths)).map((file) => readIndex(file, pack));
}

/** The content of index files, in the order of their paths. @throws IndexFormatError one is missing */
export const readIndexFiles = (paths: readonly string[]): Promise<Uint8Array[]> =>
  Promise.all(paths.map((path) => read(path, noIndex)));

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
const no =
  (net: string) =>
  (input: string, cause: unknown): AssetError =>
    new AssetError({
      what: `A file of the net that ${net} cannot be read.`,
      input,
      next: "Reinstall Needledrop.",
      cause,
    });
const noIndex = (input: string, cause: unknown): IndexFormatError =>
  new IndexFormatError({
    what: "The index cannot be read.",
    input,
    next: 'Give --index a file made by "needledrop index".',
    cause,
  });
