import { open, type FileHandle } from "node:fs/promises";
import type { ConversionSource } from "../../contract/conversion.ts";
import { AudioError } from "../../contract/errors.ts";
import { readBytes } from "./file-bytes.ts";

/**
 * Opens a file on disk for the engine to convert, for as long as `use` takes.
 * @throws AudioError it cannot be opened; or it is AAC, which ffmpeg gives here as 16 kHz mono: fit to
 * listen to, not to keep.
 */
export async function withDiskSource<T>(
  path: string,
  use: (source: ConversionSource) => Promise<T>,
): Promise<T> {
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    return await use({
      ...{ name: path, size, seconds: 0 },
      read: (position, length) => readBytes(file, position, length),
      decode: () => Promise.reject(notKept(path)),
    });
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (cause) {
    throw new AudioError({
      what: "The file cannot be opened.",
      input: path,
      next: "Check that it exists and that you may read it.",
      cause,
    });
  }
}

const notKept = (path: string): AudioError =>
  new AudioError({
    what: "Files of this kind cannot be re-edited from the command line.",
    input: path,
    next: "Convert it to WAV, FLAC or MP3.",
  });
