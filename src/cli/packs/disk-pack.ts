import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { PackError } from "../../contract/errors.ts";
import type { PackFolder } from "../../engine/encode/pack-folder.ts";

/** Where the files of packs are: in the folder itself, and in this one for models of transformers.js. */
const INSIDE = ["", "onnx/"] as const;

/** A folder on disk that may hold a pack. @throws PackError it cannot be read */
export async function diskPack(folder: string): Promise<PackFolder> {
  const files: string[] = [];
  for (const inside of INSIDE) {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(
      (cause: unknown) => {
        if (inside !== "") return [];
        throw unreadable(folder, cause);
      },
    );
    // A link is read as the file that it leads to; model stores keep their files that way.
    files.push(...entries.filter((e) => !e.isDirectory()).map(({ name }) => inside + name));
  }
  return {
    name: basename(resolve(folder)),
    files,
    read: async (file) => {
      try {
        return new Uint8Array(await readFile(join(folder, file)));
      } catch (cause) {
        throw unreadable(file, cause);
      }
    },
  };
}

const unreadable = (input: string, cause: unknown): PackError =>
  new PackError({
    what: "A folder or file of the pack cannot be read.",
    input,
    next: "Give the folder of a complete pack.",
    cause,
  });
