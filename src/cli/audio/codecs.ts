import type { FileHandle } from "node:fs/promises";
import type { AudioBlock } from "./block.ts";
import { readBytes } from "./file-bytes.ts";
import { CUT_ROOM, cutBetweenFlacHeaders } from "./flac-cut.ts";

/** What the decoder libraries give for a chunk of a file. */
interface Decoded {
  readonly channelData: readonly Float32Array[];
  readonly sampleRate: number;
}
interface ChunkDecoder {
  decode(bytes: Uint8Array): Decoded | Promise<Decoded>;
  /** Some have nothing left to give at the end. */
  flush?(): Decoded | Promise<Decoded>;
  free(): void;
}

export type Codec = "mp3" | "flac" | "vorbis" | "opus";

// Loaded when first needed: each carries its WebAssembly as text. The packages are MIT, but inside
// are mpg123 and codec-parser under the LGPL: they stay in this developer's tool, none is shipped.
const DECODERS: Readonly<Record<Codec, () => Promise<ChunkDecoder>>> = {
  mp3: async () => (await import("@audio/decode-mp3")).decoder(),
  flac: async () => (await import("@audio/decode-flac")).decoder(),
  vorbis: async () => (await import("@audio/decode-vorbis")).decoder(),
  opus: async () => (await import("@audio/decode-opus")).decoder(),
};

// Silence packs so well that this much of it may unfold to minutes.
const CHUNK_BYTES = 32 * 1024;

/** Decodes a file from `offset` on, a chunk at a time. Damaged stretches are passed over. */
export async function* readCoded(
  file: FileHandle,
  codec: Codec,
  offset: number,
): AsyncGenerator<AudioBlock> {
  const decoder = await DECODERS[codec]();
  try {
    for (let at = offset; ;) {
      const bytes = await readBytes(file, at, CHUNK_BYTES + CUT_ROOM);
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
