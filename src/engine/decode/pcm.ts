import type { AudioBlock } from "./block.ts";
import type { ByteSource } from "./byte-source.ts";

/** How samples are written in a file of plain PCM. */
export interface PcmFormat {
  readonly kind: "integer" | "float";
  /** Of a sample: 1 to 4 for integers, 4 or 8 for floats. */
  readonly bytes: number;
  readonly isLittleEndian: boolean;
  /** Whether 8-bit samples are 0 to 255 instead of -128 to 127. */
  readonly isUnsigned: boolean;
  readonly sampleRate: number;
  readonly channels: number;
}

/** Most channels of a file: more are a sign of damage. */
const CHANNEL_LIMIT = 64;
const FRAMES_PER_BLOCK = 65_536;

/** Whether samples of this kind and size can be read. */
export function isReadable({ kind, bytes, channels }: PcmFormat): boolean {
  const known = kind === "float" ? [4, 8] : [1, 2, 3, 4];
  return known.includes(bytes) && channels >= 1 && channels <= CHANNEL_LIMIT;
}

/** Reads interleaved samples between two offsets in blocks, as far as the file has them. */
export async function* readPcm(
  file: ByteSource,
  format: PcmFormat,
  start: number,
  end: number,
): AsyncGenerator<AudioBlock> {
  const frameBytes = format.channels * format.bytes;
  const read = sampleReader(format);
  for (let at = start; at < end; at += FRAMES_PER_BLOCK * frameBytes) {
    const bytes = await file.read(at, Math.min(FRAMES_PER_BLOCK * frameBytes, end - at));
    const frames = Math.floor(bytes.length / frameBytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const channels = Array.from({ length: format.channels }, (_, channel) => {
      const samples = new Float32Array(frames);
      for (let i = 0; i < frames; i++) {
        samples[i] = read(view, i * frameBytes + channel * format.bytes);
      }
      return samples;
    });
    if (frames === 0) return;
    yield { sampleRate: format.sampleRate, channels };
  }
}

/** Reads the sample at a byte offset as a number in -1..1; floats are not changed. */
function sampleReader(format: PcmFormat): (view: DataView, offset: number) => number {
  const { kind, bytes, isLittleEndian: little, isUnsigned } = format;
  if (kind === "float") {
    return bytes === 8
      ? (view, at) => view.getFloat64(at, little)
      : (view, at) => view.getFloat32(at, little);
  }
  switch (bytes) {
    case 1:
      return isUnsigned
        ? (view, at) => (view.getUint8(at) - 0x80) / 0x80
        : (view, at) => view.getInt8(at) / 0x80;
    case 2:
      return (view, at) => view.getInt16(at, little) / 0x8000;
    case 3:
      return little
        ? (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 0x80_0000
        : (view, at) => ((view.getInt8(at) << 16) | view.getUint16(at + 1, false)) / 0x80_0000;
    default:
      return (view, at) => view.getInt32(at, little) / 0x8000_0000;
  }
}
