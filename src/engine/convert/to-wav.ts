import { MOST_WAV_BYTES, type ConversionSource, type WavSink } from "../../contract/conversion.ts";
import { AudioError } from "../../contract/errors.ts";
import { withDecodedAudio } from "../decode/decode.ts";
import { audioFileOf } from "../decode/source-file.ts";
import { Pieces } from "./pieces.ts";
import { wavBytes, wavHead, wavSamples, wavTail, type WavShape } from "./wav-format.ts";

/**
 * Converts a file to WAV: 24 bits, with its own sample rate and channels. Nothing is held but a piece
 * of it. WAV states its length at its beginning, so the length of the track is trusted at first; a
 * file that has changed since is decoded twice.
 * @throws AudioError the file cannot be decoded, or would be larger than 4 GB.
 */
export async function toWav(source: ConversionSource, sink: WavSink): Promise<void> {
  const there = await convert(source, sink, null);
  if (there === null) return;
  if ((await convert(source, sink, there)) !== null) throw changing(source.name);
}

/**
 * Writes as many frames as were expected.
 * @param expected frames; null: as many as the track is long
 * @returns null if there were just as many, or the sink had the file; else how many there are
 */
function convert(
  source: ConversionSource,
  sink: WavSink,
  expected: number | null,
): Promise<number | null> {
  const { name } = source;
  return withDecodedAudio(audioFileOf(source), async ({ sampleRate, chunks }) => {
    let shape: WavShape | null = null;
    let frames = 0;
    const pieces = new Pieces(sink);
    for await (const chunk of chunks) {
      const [{ length }, channels] = [chunk[0] ?? [], chunk.length];
      if (shape === null) {
        shape = {
          sampleRate,
          channels,
          frames: expected ?? Math.round(source.seconds * sampleRate),
        };
        if (wavBytes(shape) > MOST_WAV_BYTES) throw tooLarge(name);
        if (!(await sink.begin(wavBytes(shape)))) return null;
        await pieces.add(wavHead(shape));
      }
      if (channels !== shape.channels) throw changedChannels(name);
      const fits = Math.min(length, shape.frames - frames);
      if (fits > 0) await pieces.add(wavSamples(chunk, fits));
      frames += length;
    }
    if (shape === null || frames !== shape.frames) return frames;
    await pieces.add(wavTail(shape));
    await pieces.end();
    return null;
  });
}

const changing = (input: string): AudioError =>
  new AudioError({
    what: "The file changes while it is read.",
    input,
    next: "Try again when the program that writes it has finished.",
  });
const changedChannels = (input: string): AudioError =>
  new AudioError({
    what: "The file changes its number of channels midway.",
    input,
    next: "Export it again with the same channels throughout.",
  });
const tooLarge = (input: string): AudioError =>
  new AudioError({
    what: "The file is too long: as WAV it would be larger than 4 GB.",
    input,
    next: "Cut it into shorter files.",
  });
