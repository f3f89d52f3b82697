import { HostError } from "../../src/contract/errors.ts";
import { orElse } from "../premiere.ts";
import { isFile, type UxpFile, type UxpFolder, type UxpFormat } from "../uxp/uxp.ts";

/** A file that lies whole in the folder it was to be copied to. */
export interface Copy {
  readonly file: UxpFile;
  /** It was not there before. */
  readonly isNew: boolean;
}

/**
 * Copies a file into a folder under its own name, where it never lies but whole. A whole copy is
 * used as it is, one that was cut short is made anew, and another's file of that name is left alone.
 * @throws HostError it could not be written, or another file has that name
 */
export async function copyInto(
  folder: UxpFolder,
  source: UxpFile,
  format: UxpFormat,
): Promise<Copy> {
  try {
    const existing = await fileIn(folder, source.name);
    if (existing !== null && (await sizeOf(existing)) === (await sizeOf(source)))
      return { file: existing, isNew: false };
    const bytes = await source.read({ format });
    if (existing !== null && !isCutFrom(await existing.read({ format }), bytes))
      throw nameTaken(existing.nativePath);
    return { file: await writeWhole(folder, source, bytes, format), isNew: true };
  } catch (thrown) {
    throw thrown instanceof HostError ? thrown : unwritten(folder.nativePath, thrown);
  }
}

/** Under another name first, so that a copy that breaks off is nobody's music. */
async function writeWhole(
  folder: UxpFolder,
  source: UxpFile,
  bytes: ArrayBuffer | string,
  format: UxpFormat,
): Promise<UxpFile> {
  const size = await sizeOf(source);
  const part = await folder.createFile(`${source.name}.part`, { overwrite: true });
  try {
    await part.write(bytes, { format });
    // A full disk may cut a file short without an error.
    if ((await sizeOf(part)) !== size) throw new Error("The disk is full.");
    await part.moveTo(folder, { newName: source.name, overwrite: true });
  } catch (cause) {
    await orElse(undefined, () => part.delete());
    throw cause;
  }
  const file = await fileIn(folder, source.name);
  if (file !== null && (await sizeOf(file)) === size) return file;
  throw new Error("The copy is not where it was moved to.");
}

/** The file at a path below the folder, or null. */
export async function fileIn(folder: UxpFolder, path: string): Promise<UxpFile | null> {
  const entry = await orElse(null, () => folder.getEntry(path));
  return entry !== null && isFile(entry) ? entry : null;
}

async function sizeOf(file: UxpFile): Promise<number> {
  return (await file.getMetadata()).size;
}

/** Whether a file is a beginning of what it should be, as a copy that broke off leaves it. */
function isCutFrom(found: ArrayBuffer | string, whole: ArrayBuffer | string): boolean {
  if (typeof found === "string" || typeof whole === "string") return false;
  const [cut, all] = [new Uint8Array(found), new Uint8Array(whole)];
  return cut.length < all.length && cut.every((byte, index) => byte === all[index]);
}

const nameTaken = (input: string): HostError =>
  new HostError({
    what: "Another file of the same name lies in the folder for music.",
    input,
    next: "Move or rename that file, or choose another folder for music, then try again.",
  });

/** UXP gives no codes for these, only the system's words. */
function unwritten(input: string, cause: unknown): HostError {
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
