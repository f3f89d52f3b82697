import { stat } from "node:fs/promises";
import { UsageError } from "../../contract/errors.ts";

/** @throws UsageError the folder of music does not exist, or is none. */
export async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return;
  throw new UsageError({
    what: found === null ? "The folder does not exist." : "This is not a folder.",
    input: folder,
    next: "Give the folder that holds the music.",
  });
}
