import type { AudioBlock } from "./block.ts";
import type { ByteSource } from "./byte-source.ts";
import { CUT_ROOM, cutBetweenFlacHeaders } from "./flac-cut.ts";
import { openMedia, type Codec, type Decoded } from "./media.ts";

// Silence compresses so well that a chunk of this size can expand to minutes.
const CHUNK_BYTES = 32 * 1024;

/** Decodes a file from `offset` on, one chunk at a time. Damaged parts are skipped. */
export async function* readCoded(
  file: ByteSource,
  codec: Codec,
  offset: number,
): AsyncGenerator<AudioBlock> {
  const decoder = await (await openMedia()).decoder(codec);
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
