import { AudioError, NeedledropError } from "../../contract/errors.ts";
import type { DecodedAudio } from "../encode/track.ts";
import { readAiff } from "./aiff.ts";
import type { AudioBlock } from "./block.ts";
import type { ByteSource } from "./byte-source.ts";
import { readCoded } from "./codecs.ts";
import { isProtectedMp4 } from "./mp4-protection.ts";
import { sniff, type Sniffed } from "./sniff.ts";
import { readWav } from "./wav.ts";

/** A small compressed file can expand to days of silence. */
export const LONGEST_SECONDS = 12 * 3600;
/** Samples. */
const LONGEST_PIECE = 2 ** 18;

/** Extensions of the files that are tried; their content decides how they are read. */
export const AUDIO_FILE = /\.(wav|bwf|mp3|flac|ogg|oga|opus|m4a|m4p|aac|aif|aiff|aifc)$/i;

/** Formats that need more than this module: AAC, by itself or in MP4. */
export type OtherFormat = "mp4" | "aac";

/** A file to decode. */
export interface AudioFile extends ByteSource {
  /** Its name or path, for errors. */
  readonly name: string;
  /** Decodes other formats. @throws AudioError it cannot */
  readOther(format: OtherFormat): AsyncGenerator<AudioBlock>;
}

/**
 * Decodes an audio file at its own sample rate, block by block, so memory does not grow with its
 * length. A truncated file gives what it holds. `use` must read the chunks to their end.
 * @throws AudioError the file is empty, is protected, is of an unknown format, changes its sample rate midway, is
 * longer than 12 hours, or holds no samples.
 */
export async function withDecodedAudio<T>(
  file: AudioFile,
  use: (audio: DecodedAudio) => Promise<T>,
): Promise<T> {
  const { name } = file;
  try {
    const blocks = blocksOf(file, await whatItIs(file));
    try {
      const first = await blocks.next();
      if (first.done === true) throw silent(name);
      const { sampleRate } = first.value;
      if (!isPlausible(sampleRate)) throw oddRate(name, sampleRate);
      return await use({ sampleRate, chunks: chunksOf(first.value, blocks, name) });
    } finally {
      await blocks.return(undefined);
    }
  } catch (error) {
    throw error instanceof NeedledropError ? error : broken(name, error);
  }
}

async function* chunksOf(
  first: AudioBlock,
  others: AsyncGenerator<AudioBlock>,
  path: string,
): AsyncGenerator<readonly Float32Array[]> {
  const { sampleRate } = first;
  let samples = 0;
  for (let next: AudioBlock | undefined = first; next !== undefined;) {
    if (next.sampleRate !== sampleRate) throw changedRate(path);
    samples += next.channels[0]?.length ?? 0;
    if (samples / sampleRate > LONGEST_SECONDS) throw tooLong(path);
    yield* pieces(next.channels);
    const result: IteratorResult<AudioBlock, unknown> = await others.next();
    next = result.done === true ? undefined : result.value;
  }
}

/** Divides blocks, which may be minutes long, so that their consumer reports progress more often. */
function* pieces(channels: readonly Float32Array[]): Generator<readonly Float32Array[]> {
  const length = channels[0]?.length ?? 0;
  for (let at = 0; at < length; at += LONGEST_PIECE) {
    yield channels.map((channel) => channel.subarray(at, at + LONGEST_PIECE));
  }
}

function isPlausible(sampleRate: number): boolean {
  return Number.isInteger(sampleRate) && sampleRate >= 2000 && sampleRate <= 768_000;
}

async function whatItIs(file: AudioFile): Promise<Sniffed> {
  const sniffed = await sniff(file);
  if (sniffed?.format === "mp4" && (await isProtectedMp4(file))) throw protectedFile(file.name);
  if (sniffed !== null) return sniffed;
  const empty = file.size === 0;
  throw new AudioError({
    what: empty
      ? "The file is empty."
      : "The file is not in an audio format that Needledrop reads.",
    input: file.name,
    next: empty ? "Copy it again from its source." : "Convert it to WAV, FLAC, MP3 or Ogg.",
  });
}

function blocksOf(file: AudioFile, { format, offset }: Sniffed): AsyncGenerator<AudioBlock> {
  switch (format) {
    case "wav":
      return readWav(file, file.name);
    case "aiff":
      return readAiff(file, file.name);
    case "mp3":
    case "flac":
    case "vorbis":
    case "opus":
      return readCoded(file, format, offset);
    case "mp4":
    case "aac":
      return file.readOther(format);
  }
}

const protectedFile = (path: string): AudioError =>
  new AudioError({
    what: "The file is protected (DRM): it plays only under the account that bought it.",
    input: path,
    next: "Get it without protection from where it was bought.",
  });
const broken = (path: string, cause: unknown): AudioError =>
  new AudioError({
    what: "The file is damaged.",
    input: path,
    next: "Check that it plays, or export it again.",
    cause,
  });
const silent = (path: string): AudioError =>
  new AudioError({
    what: "The file holds no audio.",
    input: path,
    next: "Check that it plays, or export it again.",
  });
const oddRate = (path: string, rate: number): AudioError =>
  new AudioError({
    what: `The file claims a sample rate of ${rate} Hz.`,
    input: path,
    next: "Export it again at 44,100 or 48,000 Hz.",
  });
const changedRate = (path: string): AudioError =>
  new AudioError({
    what: "The file changes its sample rate midway.",
    input: path,
    next: "Export it again at a single sample rate.",
  });
const tooLong = (path: string): AudioError =>
  new AudioError({
    what: "The file is longer than 12 hours.",
    input: path,
    next: "Cut it into shorter files.",
  });
