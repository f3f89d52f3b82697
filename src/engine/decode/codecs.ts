import type { AudioBlock } from "./block.ts";
import type { ByteSource } from "./byte-source.ts";
import { CUT_ROOM, cutBetweenFlacHeaders } from "./flac-cut.ts";

/** What a decoder library returns for a chunk of a file. */
interface Decoded {
  readonly channelData: readonly Float32Array[];
  readonly sampleRate: number;
}
interface ChunkDecoder {
  decode(bytes: Uint8Array): Decoded | Promise<Decoded>;
  /** Some decoders return nothing at the end. */
  flush?(): Decoded | Promise<Decoded>;
  free(): void;
}

/** The formats with a decoder library. */
export type Codec = "mp3" | "flac" | "vorbis" | "opus";

// Loaded on first use, since each contains its WebAssembly as text; eager, because the worker is one
// script and cannot load a second one. The packages are MIT, but contain
// mpg123 and codec-parser under the LGPL.
const DECODERS: Readonly<Record<Codec, () => Promise<ChunkDecoder>>> = {
  mp3: async () => (await import(/* webpackMode: "eager" */ "@audio/decode-mp3")).decoder(),
  flac: async () => (await import(/* webpackMode: "eager" */ "@audio/decode-flac")).decoder(),
  vorbis: async () => (await import(/* webpackMode: "eager" */ "@audio/decode-vorbis")).decoder(),
  opus: async () => (await import(/* webpackMode: "eager" */ "@audio/decode-opus")).decoder(),
};

// Silence compresses so well that a chunk of this size can expand to minutes.
const CHUNK_BYTES = 32 * 1024;

/** Decodes a file from `offset` on, one chunk at a time. Damaged parts are skipped. */
export async function* readCoded(
  file: ByteSource,
  codec: Codec,
  offset: number,
): AsyncGenerator<AudioBlock> {
  const decoder = await DECODERS[codec]();
  try {
    for (let at = offset; ;) {
      const bytes = await file.read(at, CHUNK_BYTES + CUT_ROOM);
      if (bytes.length === 0) break;
      const length = codec === "flac" ? cutBetweenFlacHeaders(bytes, CHUNK_BYTES) : bytes.length;
      yield* asBlock(await decoder.decode(bytes.subarray(0, length)));
      at += length;
    }
    if (decoder.flush !== undefined) yield* asBlock(await decoder.flush());
  } finally {
    decoder.free();
  }
}

function* asBlock({ channelData, sampleRate }: Decoded): Generator<AudioBlock> {
  if ((channelData[0]?.length ?? 0) > 0) yield { sampleRate, channels: channelData };
}
