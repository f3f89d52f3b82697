/** Bytes of a sample: 24 bits keep FLAC as it is, and need no dither for the others. */
const SAMPLE_BYTES = 3;
/** Bytes before the first sample. */
const HEAD_BYTES = 68;
const FULL_SCALE = 2 ** 23;
const FORMAT_EXTENSIBLE = 0xfffe;
/** The GUID of PCM behind its first two bytes. */
const PCM = [0x01, 0x00, 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
/** Mono is the front centre, stereo front left and right; more are channels without a place. */
const SPEAKERS: Readonly<Record<number, number>> = { 1: 0x4, 2: 0x3 };

/** What a WAV file holds. */
export interface WavShape {
  /** Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples of each channel. */
  readonly frames: number;
}

const dataBytes = ({ channels, frames }: WavShape): number => frames * channels * SAMPLE_BYTES;

/** Length of the whole file in bytes. */
export const wavBytes = (shape: WavShape): number => HEAD_BYTES + padded(dataBytes(shape));

/** Chunks of RIFF begin at even places. */
const padded = (bytes: number): number => bytes + (bytes % 2);

/** The byte behind the samples, if there must be one. */
export const wavTail = (shape: WavShape): Uint8Array => new Uint8Array(dataBytes(shape) % 2);

/**
 * Everything before the samples: RIFF/WAVE with 24-bit PCM, in the extensible form that is due to
 * more than 16 bits or two channels. Premiere takes mono, stereo, 5.1 and up to 32 channels of it.
 * Source: Microsoft, WAVEFORMATEXTENSIBLE.
 */
export function wavHead(shape: WavShape): Uint8Array {
  const { sampleRate, channels } = shape;
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  const name = (at: number, text: string): void =>
    head.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    );
  name(0, "RIFF");
  view.setUint32(4, wavBytes(shape) - 8, true);
  name(8, "WAVEfmt ");
  view.setUint32(16, 40, true);
  view.setUint16(20, FORMAT_EXTENSIBLE, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * SAMPLE_BYTES, true);
  view.setUint16(32, channels * SAMPLE_BYTES, true);
  view.setUint16(34, 8 * SAMPLE_BYTES, true);
  view.setUint16(36, 22, true);
  view.setUint16(38, 8 * SAMPLE_BYTES, true);
  view.setUint32(40, SPEAKERS[channels] ?? 0, true);
  head.set(PCM, 44);
  name(60, "data");
  view.setUint32(64, dataBytes(shape), true);
  return head;
}

/**
 * Interleaved samples of 24 bits. What is louder than full scale, as decoders of lossy formats give
 * it, is clipped, as it would be on any output.
 * @param channels one array for each, -1..1
 * @param frames how many of them to take
 */
export function wavSamples(channels: readonly Float32Array[], frames: number): Uint8Array {
  const bytes = new Uint8Array(frames * channels.length * SAMPLE_BYTES);
  let at = 0;
  for (let frame = 0; frame < frames; frame += 1) {
    for (const channel of channels) {
      const level = Math.round((channel[frame] ?? 0) * FULL_SCALE);
      const sample = Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, level));
      bytes[at++] = sample;
      bytes[at++] = sample >> 8;
      bytes[at++] = sample >> 16;
    }
  }
  return bytes;
}
