/** More bytes than any frame header has. */
const HEADER_ROOM = 32;

/**
 * An offset near `wanted` at which to cut `bytes` without splitting a FLAC frame header. The parser
 * in @audio/decode-flac 1.3 loses a frame whose header is at the very end of a chunk.
 */
export function cutBetweenFlacHeaders(bytes: Uint8Array, wanted: number): number {
  for (let at = Math.min(wanted, bytes.length) - 1; at > wanted - HEADER_ROOM && at >= 0; at--) {
    const isSync = bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xfe) === 0xf8;
    if (isSync) return Math.min(bytes.length, at + HEADER_ROOM);
  }
  return Math.min(bytes.length, wanted);
}

/** Bytes to read beyond `wanted`, so that the cut can be moved. */
export const CUT_ROOM = HEADER_ROOM;
