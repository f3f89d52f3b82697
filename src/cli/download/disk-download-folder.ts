import { rmSync } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DownloadFolder, PartFile } from "../../shared/download/download.ts";
import { writeAtomically } from "../indexing/atomic-write.ts";

/** A folder on disk that takes downloads; it is made when the first one begins. */
export function diskDownloadFolder(path: string): DownloadFolder {
  return {
    path,
    size: (name) =>
      orNull(async () => {
        const entry = await stat(join(path, name));
        return entry.size;
      }),
    readText: (name) => orNull(() => readFile(join(path, name), "utf8")),
    writeText: (name, text) => writeAtomically(join(path, name), new TextEncoder().encode(text)),
    remove: (name) => rm(join(path, name), { force: true }),
    begin: async (name) => {
      await mkdir(path, { recursive: true });
      return beginPart(path, name);
    },
  };
}

/** A file that is gone if the process ends before it is finished, as after Ctrl-C. */
async function beginPart(folder: string, name: string): Promise<PartFile> {
  const path = join(folder, name);
  const file = await open(path, "w");
  const leave = (): void => rmSync(path, { force: true });
  process.once("exit", leave);
  return {
    append: async (bytes) => {
      await file.writeFile(bytes);
    },
    finish: async (own) => {
      await file.sync();
      await file.close();
      await rename(path, join(folder, own));
      process.off("exit", leave);
    },
    discard: async () => {
      process.off("exit", leave);
      await file.close().catch(() => undefined);
      leave();
    },
  };
}

/** Null where there is no such file. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw thrown;
  }
}
