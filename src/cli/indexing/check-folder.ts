import { stat } from "node:fs/promises";
import { UsageError } from "../../contract/errors.ts";

/**
 * Checks that a folder of music exists.
 * @throws UsageError it does not exist, or is not a folder.
 */
export async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() === true) return;
  throw new UsageError({
    what: found === null ? "The folder does not exist." : "This is not a folder.",
    input: folder,
    next: "Give the folder with the music.",
  });
}
