import { AudioError } from "../../contract/errors.ts";
import type { AudioBlock } from "./block.ts";
import type { ByteSource } from "./byte-source.ts";
import { isReadable, readPcm, type PcmFormat } from "./pcm.ts";

// Real files have a dozen chunks; a hostile one could have half a billion empty ones.
const CHUNK_LIMIT = 1000;
/** Kinds of AIFF-C that are plain PCM. */
const ENCODINGS: Readonly<
  Record<string, Pick<PcmFormat, "kind" | "isLittleEndian" | "isUnsigned">>
> = {
  NONE: { kind: "integer", isLittleEndian: false, isUnsigned: false },
  twos: { kind: "integer", isLittleEndian: false, isUnsigned: false },
  sowt: { kind: "integer", isLittleEndian: true, isUnsigned: false },
  "raw ": { kind: "integer", isLittleEndian: false, isUnsigned: true },
  in24: { kind: "integer", isLittleEndian: false, isUnsigned: false },
  in32: { kind: "integer", isLittleEndian: false, isUnsigned: false },
  fl32: { kind: "float", isLittleEndian: false, isUnsigned: false },
  FL32: { kind: "float", isLittleEndian: false, isUnsigned: false },
  fl64: { kind: "float", isLittleEndian: false, isUnsigned: false },
  FL64: { kind: "float", isLittleEndian: false, isUnsigned: false },
};

/**
 * Reads AIFF and AIFF-C files with plain PCM in blocks. A file that is shorter than its header says
 * gives what it holds.
 * Source: Apple, *Audio Interchange File Format AIFF-C* (1991).
 * @throws AudioError there is no common or sound chunk, or the encoding is not PCM.
 */
export async function* readAiff(file: ByteSource, path: string): AsyncGenerator<AudioBlock> {
  let format: PcmFormat | null = null;
  let sound: { readonly start: number; readonly end: number } | null = null;
  let at = 12;
  // The sound may come before what describes it.
  for (let count = 0; count < CHUNK_LIMIT && at + 8 <= file.size; count += 1) {
    if (format !== null && sound !== null) break;
    const head = await file.read(at, 8 + 24);
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const name = nameAt(head, 0);
    const bytes = view.getUint32(4, false);
    const body = at + 8;
    if (name === "COMM" && head.length >= 8 + 18) format = readCommon(view, head, bytes, path);
    if (name === "SSND" && head.length >= 8 + 8) {
      const start = body + 8 + view.getUint32(8, false);
      sound = { start, end: Math.min(file.size, body + bytes) };
    }
    at = body + bytes + (bytes % 2);
  }
  if (format === null || sound === null) {
    throw new AudioError({
      what: "The AIFF file holds no audio.",
      input: path,
      next: "Export it again.",
    });
  }
  yield* readPcm(file, format, sound.start, sound.end);
}

function readCommon(view: DataView, head: Uint8Array, bytes: number, path: string): PcmFormat {
  const bits = view.getInt16(14, false);
  const code = bytes >= 22 && head.length >= 30 ? nameAt(head, 26) : "NONE";
  const encoding = ENCODINGS[code];
  const format = encoding && {
    ...encoding,
    // Samples of 12 bits, say, fill two bytes, at their upper end.
    bytes: Math.ceil(bits / 8),
    sampleRate: extendedFloat(view, 16),
    channels: view.getInt16(8, false),
  };
  if (format !== undefined && isReadable(format)) return format;
  throw new AudioError({
    what: `The AIFF file holds audio that is not plain PCM (${code.trim()}, ${bits} bits).`,
    input: path,
    next: "Export it as 16- or 24-bit PCM.",
  });
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** An 80-bit float, as the sample rate is written. */
function extendedFloat(view: DataView, at: number): number {
  const exponent = view.getUint16(at, false) & 0x7fff;
  const mantissa = view.getUint32(at + 2, false) * 2 ** 32 + view.getUint32(at + 6, false);
  return mantissa * 2 ** (exponent - 16_383 - 63);
}
