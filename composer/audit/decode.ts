import { readFile } from "node:fs/promises";
import decodeFlac from "@audio/decode-flac";
import { openWave } from "../render/wav.ts";

/** A decoded audio file. */
export interface Sound {
  /** Hz. */
  rate: number;
  /** One array per channel, all of the same length, -1..1. */
  channels: readonly Float32Array[];
}

function readWave(file: string): Sound {
  const wave = openWave(file);
  try {
    const mixed = wave.read(0, wave.frames);
    const channels = Array.from({ length: wave.channels }, (_, channel) =>
      Float32Array.from({ length: wave.frames }, (_, i) => mixed[i * wave.channels + channel] ?? 0),
    );
    return { rate: wave.rate, channels };
  } finally {
    wave.close();
  }
}

async function readFlac(file: string): Promise<Sound> {
  const { channelData, sampleRate } = await decodeFlac(await readFile(file));
  return { rate: sampleRate, channels: channelData };
}

/** Decodes a whole file in the formats of render. Throws a RangeError if it holds no samples. */
export async function decodeSound(file: string): Promise<Sound> {
  const sound = file.endsWith(".wav") ? readWave(file) : await readFlac(file);
  if ((sound.channels[0]?.length ?? 0) === 0) throw new RangeError(`${file} holds no samples`);
  return sound;
}

/** Mean of the channels. */
export function toMono({ channels }: Sound): Float32Array {
  const [first = new Float32Array()] = channels;
  if (channels.length === 1) return first;
  return first.map(
    (_, i) => channels.reduce((sum, each) => sum + (each[i] ?? 0), 0) / channels.length,
  );
}
