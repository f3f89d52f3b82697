import type { ConversionSource } from "../../contract/conversion.ts";
import { AudioError } from "../../contract/errors.ts";
import { withBytes } from "./open-audio.ts";

/**
 * Opens a file on disk for the engine to convert, for as long as `use` takes.
 * @throws AudioError it cannot be opened; or it is AAC, which ffmpeg gives here as 16 kHz mono: fit to
 * listen to, not to keep.
 */
export function withDiskSource<T>(
  path: string,
  use: (source: ConversionSource) => Promise<T>,
): Promise<T> {
  return withBytes(path, (bytes) =>
    use({ ...bytes, name: path, seconds: 0, decode: () => Promise.reject(notKept(path)) }),
  );
}

const notKept = (path: string): AudioError =>
  new AudioError({
    what: "Files of this kind cannot be re-edited from the command line.",
    input: path,
    next: "Convert it to WAV, FLAC or MP3.",
  });
