import { HostError } from "../../src/contract/errors.ts";
import { orElse } from "../premiere.ts";
import { isFile, type UxpFile, type UxpFolder } from "../uxp/uxp.ts";

/** The file at a path below the folder, or null. */
export async function fileIn(folder: UxpFolder, path: string): Promise<UxpFile | null> {
  const entry = await orElse(null, () => folder.getEntry(path));
  return entry !== null && isFile(entry) ? entry : null;
}

export async function sizeOf(file: UxpFile): Promise<number> {
  return (await file.getMetadata()).size;
}

export const nameTaken = (input: string): HostError =>
  new HostError({
    what: "Another file of the same name lies in the folder for music.",
    input,
    next: "Move or rename that file, or choose another folder for music, then try again.",
  });

/** UXP gives no codes for these, only the system's words. */
export function unwritten(input: string, cause: unknown): HostError {
  const words = cause instanceof Error ? cause.message : String(cause);
  if (/full|no space|ENOSPC/i.test(words))
    return new HostError({
      what: "The disk is full, so the music could not be copied into the folder for music.",
      input,
      next: "Make room on that disk or choose another folder for music, then try again.",
      cause,
    });
  if (/permission|denied|read-only|EACCES|EPERM|EROFS/i.test(words))
    return new HostError({
      what: "Needledrop is not allowed to write into the folder for music.",
      input,
      next: "Allow writing to that folder or choose another one, then try again.",
      cause,
    });
  return new HostError({
    what: "The music could not be copied into the folder for music.",
    input,
    next: "Check that the disk is connected and writable, then try again.",
    cause,
  });
}
