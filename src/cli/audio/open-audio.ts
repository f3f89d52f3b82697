import { open, type FileHandle } from "node:fs/promises";
import { AudioError } from "../../contract/errors.ts";
import type { AudioBlock } from "../../engine/decode/block.ts";
import type { ByteSource } from "../../engine/decode/byte-source.ts";
import {
  LONGEST_SECONDS,
  withDecodedAudio,
  type AudioFile,
  type OtherFormat,
} from "../../engine/decode/decode.ts";
import type { DecodedAudio } from "../../engine/encode/track.ts";
import { readTags, type FileTags } from "../../engine/library/file-tags.ts";
import { readBytes } from "./file-bytes.ts";
import { readThroughFfmpeg } from "./ffmpeg.ts";

/**
 * Decodes a file on disk; AAC through ffmpeg.
 * @throws AudioError it cannot be opened; for the rest see `withDecodedAudio`.
 */
export async function withAudioFile<T>(
  path: string,
  use: (audio: DecodedAudio) => Promise<T>,
): Promise<T> {
  return withFileToDecode(path, (file) => withDecodedAudio(file, use));
}

/** Opens a file on disk to decode it; AAC through ffmpeg. @throws AudioError it cannot be opened */
export async function withFileToDecode<T>(
  path: string,
  use: (file: AudioFile) => Promise<T>,
): Promise<T> {
  const readOther = (format: OtherFormat): AsyncGenerator<AudioBlock> =>
    readThroughFfmpeg(path, format, { longest: LONGEST_SECONDS });
  return withBytes(path, (bytes) => use({ ...bytes, name: path, readOther }));
}

/** The tags of a file on disk. @throws AudioError it cannot be opened */
export const readTagsOf = (path: string): Promise<FileTags> =>
  withBytes(path, (bytes) => readTags(bytes, path));

/** Opens a file on disk for as long as `use` takes. @throws AudioError it cannot be opened */
export async function withBytes<T>(
  path: string,
  use: (bytes: ByteSource) => Promise<T>,
): Promise<T> {
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    return await use({ size, read: (position, length) => readBytes(file, position, length) });
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
