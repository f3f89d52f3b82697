/** Longer than any frame header. */
const HEADER_ROOM = 32;

/**
 * Where to cut `bytes` at about `wanted` so that no FLAC frame header lies across the cut: the
 * parser in @audio/decode-flac 1.3 loses a frame whose header it meets at the very end of a chunk.
 */
export function cutBetweenFlacHeaders(bytes: Uint8Array, wanted: number): number {
  for (let at = Math.min(wanted, bytes.length) - 1; at > wanted - HEADER_ROOM && at >= 0; at--) {
    const isSync = bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xfe) === 0xf8;
    if (isSync) return Math.min(bytes.length, at + HEADER_ROOM);
  }
  return Math.min(bytes.length, wanted);
}

/** Bytes to read beyond the wanted cut, so that it can be moved. */
export const CUT_ROOM = HEADER_ROOM;
