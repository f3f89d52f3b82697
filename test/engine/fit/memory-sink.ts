import type { WavSink } from "../../../src/contract/conversion.ts";
import type { WholeAudio } from "../../../src/engine/fit/whole-audio.ts";

/** A sink that keeps a file in memory. */
export function memorySink(): WavSink & { file(): Uint8Array } {
  const pieces: Uint8Array[] = [];
  return {
    begin: () => {
      pieces.length = 0;
      return Promise.resolve(true);
    },
    write: (bytes) => {
      pieces.push(bytes);
      return Promise.resolve();
    },
    file: () => Uint8Array.from(Buffer.concat(pieces)),
  };
}

/** Audio made by a formula. @param sample of a channel at a time in seconds */
export function audioOf(
  seconds: number,
  sample: (at: number, channel: number) => number,
  { sampleRate = 8000, channels = 1 } = {},
): WholeAudio {
  return {
    sampleRate,
    seconds,
    channels: Array.from({ length: channels }, (_, channel) =>
      Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_value, i) =>
        sample(i / sampleRate, channel),
      ),
    ),
  };
}
