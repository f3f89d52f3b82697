import type { DownloadRequest, Downloaded } from "../../contract/download.ts";
import { DownloadError, NeedledropError } from "../../contract/errors.ts";
import { fileNameOf } from "./address.ts";
import { nameProblem } from "./file-name.ts";
import { TRACK_LINE, licenceText, textNamesOf } from "./licence-text.ts";
import { receive, type ReceiveOptions } from "./receive.ts";

/** A folder that takes downloads, wherever it is. Names are plain names of files directly in it. */
export interface DownloadFolder {
  /** What errors call it. */
  readonly path: string;
  /** Size of a file; null if there is none. */
  size(name: string): Promise<number | null>;
  /** A small text; null if there is none. */
  readText(name: string): Promise<string | null>;
  writeText(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Begins a file, in place of what another download left under that name. */
  begin(name: string): Promise<PartFile>;
}

/** A file that is being written. */
export interface PartFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Ends the file under its own name, where nothing is in the way. */
  finish(name: string): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Downloads the file of a track, with its licence beside it. Under its own name the file is never
 * there but whole: until then it is `NAME.part`, which a failure removes.
 * @throws DownloadError the host, the name or the disk does not allow it, or it was cancelled
 */
export async function download(
  request: DownloadRequest,
  folder: DownloadFolder,
  options: Omit<ReceiveOptions, "append">,
): Promise<Downloaded> {
  const name = fileNameOf(request.address);
  const problem = nameProblem(name);
  if (problem !== null) throw badName(name, problem);
  const onDisk = <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => Promise.reject(diskFailure(folder.path, cause)));

  const there = await onDisk(folder.size(name));
  const texts = await Promise.all(textNamesOf(name).map((text) => textIn(folder, text)));
  const own = texts.find(({ text }) => TRACK_LINE.exec(text ?? "")?.[1] === request.trackId);
  if (there !== null && own !== undefined) return { name, bytes: there, isNew: false };
  if (there !== null) throw nameTaken(name);
  const beside = own?.name ?? texts.find(({ text }) => text === null)?.name ?? null;

  const part = await onDisk(folder.begin(`${name}.part`));
  try {
    const append = (piece: Uint8Array): Promise<void> => onDisk(part.append(piece));
    const bytes = await receive(request.address, { ...options, append });
    // A full disk may cut a file short without an error.
    if ((await onDisk(folder.size(`${name}.part`))) !== bytes) throw diskFull(folder.path);
    if ((await onDisk(folder.size(name))) !== null) throw nameTaken(name);
    if (beside !== null) await onDisk(folder.writeText(beside, licenceText(request)));
    await onDisk(part.finish(name));
    if ((await onDisk(folder.size(name))) === bytes) return { name, bytes, isNew: true };
    throw diskFailure(folder.path, "the file is not where it was moved to");
  } catch (thrown) {
    await part.discard().catch(() => undefined);
    if (beside !== null && own === undefined) await folder.remove(beside).catch(() => undefined);
    throw thrown;
  }
}

async function textIn(folder: DownloadFolder, name: string) {
  return { name, text: await folder.readText(name).catch(() => "") };
}

const badName = (input: string, problem: string): DownloadError =>
  new DownloadError({
    what: `The catalogue gives the file a name that is not safe. ${problem}`,
    input,
    next: "Open the track's page and download the file there.",
  });
const nameTaken = (input: string): DownloadError =>
  new DownloadError({
    what: "Another file of the same name lies in the folder for downloads.",
    input,
    next: "Move or rename that file, or choose another folder for downloads, then try again.",
  });
const diskFull = (input: string, cause?: unknown): DownloadError =>
  new DownloadError({
    what: "The disk is full, so the download was not kept.",
    input,
    next: "Make room on that disk or choose another folder for downloads, then try again.",
    cause,
  });

/** A disk tells what is wrong in words, of the system or of UXP. */
function diskFailure(input: string, cause: unknown): NeedledropError {
  if (cause instanceof NeedledropError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  if (/full|no space|out ?of ?space|ENOSPC|EDQUOT/i.test(words)) return diskFull(input, cause);
  const isForbidden = /permission|denied|read-?only|EACCES|EPERM|EROFS/i.test(words);
  return new DownloadError({
    what: isForbidden
      ? "Needledrop is not allowed to write into the folder for downloads."
      : "The file could not be written into the folder for downloads.",
    input,
    next: isForbidden
      ? "Allow writing to that folder or choose another one, then try again."
      : "Check that the disk is connected and writable, then try again.",
    cause,
  });
}
