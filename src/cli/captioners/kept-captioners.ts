import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PackError, UsageError } from "../../contract/errors.ts";
import { keptCaptioner, type KeptCaptioner } from "../../engine/see/captioners/kept-captioner.ts";
import { addedPacks, captionersFolder } from "../packs/added-packs.ts";

/** Names of the captioners that were added, in order. */
export const addedCaptioners = (): Promise<string[]> => addedPacks(captionersFolder());

/** The folder of a captioner that was added. @throws UsageError none of that name was */
export async function captionerFolder(name: string): Promise<string> {
  const names = await addedCaptioners();
  if (names.includes(name)) return join(captionersFolder(), name);
  throw new UsageError({
    what: "No captioner of that name was added.",
    input: name,
    next: names.length === 0 ? "None was added yet." : `Give one of: ${names.join(", ")}.`,
  });
}

/** Reads a captioner from its folder. @throws PackError it is damaged */
export const readCaptioner = (folder: string): Promise<KeptCaptioner> =>
  keptCaptioner(async (file) => {
    try {
      return new Uint8Array(await readFile(join(folder, file)));
    } catch (cause) {
      throw new PackError({
        what: "A file of the captioner cannot be read.",
        input: file,
        next: "Remove the captioner, and add it again.",
        cause,
      });
    }
  });
