import { closeSync, openSync, readSync, statSync } from "node:fs";

/** Interleaved samples of a wave file, read in parts because reels are long. */
export interface WaveFile {
  rate: number;
  channels: number;
  /** Number of sample frames. */
  frames: number;
  /** Interleaved float32 samples of the frames [from, from + count), fewer at the end. */
  read(from: number, count: number): Float32Array;
  close(): void;
}

/**
 * Opens a wave file with float32 samples, as FluidSynth writes it, or 16-bit ones, as render writes it.
 * Throws a RangeError for any other file.
 */
export function openWave(path: string): WaveFile {
  const file = openSync(path, "r");
  const size = statSync(path).size;
  const take = (position: number, length: number): Buffer => {
    const buffer = Buffer.alloc(length);
    const got = readSync(file, buffer, 0, length, position);
    return buffer.subarray(0, got);
  };
  const head = take(0, 12);
  if (head.length < 12 || head.toString("latin1", 0, 4) !== "RIFF") {
    throw new RangeError(`${path} is not a wave file`);
  }
  let position = 12;
  let rate = 0;
  let channels = 0;
  let bytes = 0;
  while (position + 8 <= size) {
    const chunk = take(position, 8);
    const name = chunk.toString("latin1", 0, 4);
    // A killed writer leaves a length beyond the file's end.
    const length = Math.min(chunk.readUInt32LE(4), size - position - 8);
    if (name === "fmt ") {
      const body = take(position + 8, Math.min(length, 40));
      const format = body.readUInt16LE(0);
      channels = body.readUInt16LE(2);
      rate = body.readUInt32LE(4);
      bytes = body.readUInt16LE(14) / 8;
      // 1 is PCM, 3 float; FluidSynth writes its floats under 0xfffe, "extensible".
      if (!(bytes === 2 ? [1, 0xfffe] : bytes === 4 ? [3, 0xfffe] : []).includes(format)) bytes = 0;
    }
    if (name === "data") {
      if (bytes === 0 || channels === 0) {
        throw new RangeError(`${path} holds neither float32 nor 16-bit samples`);
      }
      const start = position + 8;
      const frames = Math.floor(length / bytes / channels);
      return {
        rate,
        channels,
        frames,
        read: (from, count) => {
          const wanted = Math.max(0, Math.min(count, frames - from));
          const body = take(start + from * channels * bytes, wanted * channels * bytes);
          const samples = new Float32Array(wanted * channels);
          for (let i = 0; i < samples.length; i += 1) {
            samples[i] = bytes === 4 ? body.readFloatLE(i * 4) : body.readInt16LE(i * 2) / 32768;
          }
          return samples;
        },
        close: () => {
          closeSync(file);
        },
      };
    }
    position += 8 + length + (length % 2);
  }
  throw new RangeError(`${path} holds no samples`);
}
