import type { ByteSource } from "../../../src/engine/decode/byte-source.ts";

/** The bytes of a file that is nowhere. */
export const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (position, length) => Promise.resolve(bytes.slice(position, position + length)),
});
