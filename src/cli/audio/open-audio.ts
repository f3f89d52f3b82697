import { open, type FileHandle } from "node:fs/promises";
import { AudioError } from "../../contract/errors.ts";
import { LONGEST_SECONDS, withDecodedAudio } from "../../engine/decode/decode.ts";
import type { DecodedAudio } from "../../engine/encode/track.ts";
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
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    return await withDecodedAudio(
      {
        name: path,
        size,
        read: (position, length) => readBytes(file, position, length),
        readOther: (format) => readThroughFfmpeg(path, format, { longest: LONGEST_SECONDS }),
      },
      use,
    );
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
