import type { ConversionSource } from "../../contract/conversion.ts";
import { AudioError } from "../../contract/errors.ts";
import { withDecodedAudio } from "../decode/decode.ts";
import { audioFileOf } from "../decode/source-file.ts";

/** Longest track that is re-edited, in seconds. */
export const LONGEST_TRACK = 20 * 60;
/** Most samples of all channels together: half a gigabyte of memory. */
const MOST_SAMPLES = 2 ** 27;
/** Channels that are held. */
const MOST_CHANNELS = 8;

/** A track in memory. */
export interface WholeAudio {
  /** Hz. */
  readonly sampleRate: number;
  /** One array for each channel, all of one length, -1..1. */
  readonly channels: readonly Float32Array[];
  /** Its length. */
  readonly seconds: number;
}

/**
 * Decodes a file and keeps all of it: a fit plays it in another order.
 * @param onProgress called with the share that is done, 0 to 1, as far as the length is known
 * @throws AudioError it cannot be decoded, is too long, or has too many channels.
 */
export function decodeWhole(
  source: ConversionSource,
  onProgress: (done: number) => void,
): Promise<WholeAudio> {
  const { name } = source;
  return withDecodedAudio(audioFileOf(source), async ({ sampleRate, chunks }) => {
    const most = Math.floor(LONGEST_TRACK * sampleRate);
    const expected = Math.min(most, Math.ceil(Math.max(1, source.seconds) * sampleRate));
    let kept: Float32Array[] = [];
    let frames = 0;
    for await (const chunk of chunks) {
      const length = chunk[0]?.length ?? 0;
      if (frames === 0) kept = chunk.map(() => new Float32Array(0));
      if (chunk.length !== kept.length) throw changedChannels(name);
      if (chunk.length > MOST_CHANNELS) throw tooMany(name, chunk.length);
      if (frames + length > most || (frames + length) * kept.length > MOST_SAMPLES) {
        throw tooLong(name);
      }
      if (frames + length > (kept[0]?.length ?? 0)) {
        const room = Math.max(expected, frames + length, Math.min(most, Math.ceil(1.5 * frames)));
        kept = kept.map((samples) => grown(samples, room));
      }
      kept.forEach((samples, channel) => samples.set(numbers(chunk[channel]), frames));
      frames += length;
      onProgress(Math.min(1, frames / expected));
    }
    const channels = kept.map((samples) => samples.subarray(0, frames));
    return { sampleRate, channels, seconds: frames / sampleRate };
  });
}

function grown(samples: Float32Array, room: number): Float32Array {
  const larger = new Float32Array(room);
  larger.set(samples);
  return larger;
}

/** Samples, with silence where a damaged file has none that are numbers. */
function numbers(samples: Float32Array = new Float32Array(0)): Float32Array {
  let nothing = 0;
  for (let i = 0; i < samples.length; i += 1) nothing += (samples[i] ?? 0) * 0;
  return nothing === 0 ? samples : samples.map((value) => (Number.isFinite(value) ? value : 0));
}

const changedChannels = (input: string): AudioError =>
  new AudioError({
    what: "The file changes its number of channels midway.",
    input,
    next: "Export it again with the same channels throughout.",
  });
const tooMany = (input: string, channels: number): AudioError =>
  new AudioError({
    what: `The file has ${channels} channels; up to ${MOST_CHANNELS} can be re-edited.`,
    input,
    next: "Mix it down to stereo first.",
  });
const tooLong = (input: string): AudioError =>
  new AudioError({
    what: `The track is longer than ${LONGEST_TRACK / 60} minutes, or has too many channels for its length.`,
    input,
    next: "Cut it into shorter files, or lay a part of it.",
  });
