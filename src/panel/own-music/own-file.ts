import { AudioError } from "../../contract/errors.ts";
import type { DecodedFile } from "../../contract/folder.ts";

/** A file of the editor's own music, as the page reads it. */
export interface OwnFile {
  /** Its name, for errors. */
  readonly name: string;
  /** In bytes; Infinity if it is not known. */
  readonly size: number;
  /**
   * Bytes from `position` on.
   * @returns `length` bytes, fewer only where the file ends
   * @throws HostError the file is gone, or may not be read
   */
  read(position: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Larger files are not read whole: an hour of AAC is about this large. */
export const MOST_WHOLE = 80_000_000;
/** Bytes that are read at a time. */
const STEP = 1 << 20;

/** The content of a file; null if it is larger than `MOST_WHOLE`. @throws HostError as `read` */
export async function readWhole(file: OwnFile): Promise<Uint8Array<ArrayBuffer>[] | null> {
  const steps: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at <= MOST_WHOLE; at += STEP) {
    const bytes = await file.read(at, STEP);
    steps.push(bytes);
    if (bytes.length < STEP) return steps;
  }
  return null;
}

/** Decodes a file with the browser's own decoders. @throws AudioError it cannot, or is too large */
export async function decodeFile(file: OwnFile): Promise<DecodedFile> {
  const steps = await readWhole(file);
  if (steps === null) {
    throw new AudioError({
      what: "The file is too large for this kind of audio.",
      input: file.name,
      next: "Convert it to WAV, FLAC or MP3.",
    });
  }
  const context = new OfflineAudioContext(1, 1, 44_100);
  try {
    const content = await new Blob(steps).arrayBuffer();
    const buffer = await context.decodeAudioData(content);
    const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) =>
      buffer.getChannelData(channel),
    );
    return { sampleRate: buffer.sampleRate, channels };
  } catch (cause) {
    throw new AudioError({
      what: "This browser cannot decode the file.",
      input: file.name,
      next: "Convert it to WAV, FLAC or MP3.",
      cause,
    });
  }
}
