import { AudioError } from "../../contract/errors.ts";
import type { AudioBlock } from "./block.ts";
import type { ByteSource } from "./byte-source.ts";
import { isReadable, readPcm, type PcmFormat } from "./pcm.ts";

// Real files have a dozen chunks; a hostile one could have half a billion empty ones.
const CHUNK_LIMIT = 1000;
const FORMAT_EXTENSIBLE = 0xfffe;

interface WavLayout {
  readonly format: PcmFormat;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads RIFF/WAVE, RF64 and BW64 files with integer or float PCM in blocks, never the whole file at
 * once. A file that is shorter than its header says gives what it holds.
 * Sources: EBU Tech 3306 (RF64); Microsoft, WAVEFORMATEXTENSIBLE.
 * @throws AudioError there is no format or data chunk, or the encoding is not PCM.
 */
export async function* readWav(file: ByteSource, path: string): AsyncGenerator<AudioBlock> {
  const { format, start, end } = await readLayout(file, path);
  yield* readPcm(file, format, start, end);
}

async function readLayout(file: ByteSource, path: string): Promise<WavLayout> {
  const fileBytes = file.size;
  let format: PcmFormat | null = null;
  let longDataBytes: number | null = null;
  let at = 12;
  for (let count = 0; count < CHUNK_LIMIT && at + 8 <= fileBytes; count++) {
    const head = await file.read(at, 8 + 40);
    const view = new DataView(head.buffer, head.byteOffset, head.length);
    const name = String.fromCharCode(...head.subarray(0, 4));
    const bytes = view.getUint32(4, true);
    const body = at + 8;
    if (name === "ds64" && head.length >= 24) {
      longDataBytes = Number(view.getBigUint64(16, true));
    } else if (name === "fmt " && head.length >= 24) {
      format = readFormat(view, path);
    } else if (name === "data") {
      if (format === null) break;
      // Recorders that cannot seek back leave 0 or all ones; the data then extends to the end.
      const open = bytes === 0 || bytes === 0xffffffff;
      const length = open ? (longDataBytes ?? fileBytes) : bytes;
      return { format, start: body, end: Math.min(fileBytes, body + length) };
    }
    at = body + bytes + (bytes % 2);
  }
  throw new AudioError({
    what: "The WAV file holds no audio.",
    input: path,
    next: "Export it again.",
  });
}

function readFormat(view: DataView, path: string): PcmFormat {
  const tag = view.getUint16(8, true);
  const extended = tag === FORMAT_EXTENSIBLE && view.byteLength >= 34;
  const code = extended ? view.getUint16(32, true) : tag;
  const channels = view.getUint16(10, true);
  const sampleRate = view.getUint32(12, true);
  const bytes = view.getUint16(22, true) / 8;
  const kind = code === 1 ? "integer" : code === 3 ? "float" : null;
  if (kind !== null) {
    // Samples of 8 bits are unsigned; the wider ones are signed.
    const order = { isLittleEndian: true, isUnsigned: true };
    const format = { kind, bytes, channels, sampleRate, ...order } as const;
    if (isReadable(format)) return format;
  }
  throw new AudioError({
    what: `The WAV file holds audio that is not plain PCM (code ${code}, ${bytes * 8} bits, ${channels} channels).`,
    input: path,
    next: "Export it as 16- or 24-bit PCM.",
  });
}
