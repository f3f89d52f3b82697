/** The encoding of a sample. `bytes` is 1 to 4 for integers, 4 or 8 for floats. */
export interface WavEncoding {
  readonly kind: "integer" | "float";
  readonly bytes: number;
}

/** Reads the sample at a byte offset as a number in -1..1; floats are not changed. */
export function sampleReader({
  kind,
  bytes,
}: WavEncoding): (view: DataView, offset: number) => number {
  if (kind === "float") {
    return bytes === 8
      ? (view, at) => view.getFloat64(at, true)
      : (view, at) => view.getFloat32(at, true);
  }
  switch (bytes) {
    case 1: // 8-bit WAV is unsigned, the wider ones are signed.
      return (view, at) => (view.getUint8(at) - 128) / 0x80;
    case 2:
      return (view, at) => view.getInt16(at, true) / 0x8000;
    case 3:
      return (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 0x80_0000;
    default:
      return (view, at) => view.getInt32(at, true) / 0x8000_0000;
  }
}
