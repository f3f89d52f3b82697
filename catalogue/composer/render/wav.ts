import { closeSync, openSync, readSync, statSync } from "node:fs";

/** Interleaved samples of a wave file, read piece by piece because reels are long. */
export interface WaveFile {
  rate: number;
  channels: number;
  /** Sample frames. */
  frames: number;
  /** Interleaved float32 samples of [from, from + count) frames, fewer at the end. */
  read(from: number, count: number): Float32Array;
  close(): void;
}

/** Opens a float32 wave file as FluidSynth writes it. Throws RangeError on any other kind of file. */
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
  let float = false;
  while (position + 8 <= size) {
    const chunk = take(position, 8);
    const name = chunk.toString("latin1", 0, 4);
    // A writer that was cut off leaves a length longer than the file.
    const length = Math.min(chunk.readUInt32LE(4), size - position - 8);
    if (name === "fmt ") {
      const body = take(position + 8, Math.min(length, 40));
      const format = body.readUInt16LE(0);
      channels = body.readUInt16LE(2);
      rate = body.readUInt32LE(4);
      float = body.readUInt16LE(14) === 32 && (format === 3 || format === 0xfffe);
    }
    if (name === "data") {
      if (!float || channels === 0) throw new RangeError(`${path} does not hold float32 samples`);
      const start = position + 8;
      const frames = Math.floor(length / 4 / channels);
      return {
        rate,
        channels,
        frames,
        read: (from, count) => {
          const wanted = Math.max(0, Math.min(count, frames - from));
          const bytes = take(start + from * channels * 4, wanted * channels * 4);
          const samples = new Float32Array(wanted * channels);
          for (let i = 0; i < samples.length; i += 1) samples[i] = bytes.readFloatLE(i * 4);
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
