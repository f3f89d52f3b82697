/** What a picture file says of itself. */
export interface PictureSize {
  readonly type: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
}

/** @throws Error the bytes are neither JPEG nor PNG */
export function pictureSize(bytes: Uint8Array): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) === 0x89504e47)
    return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  if (view.getUint16(0) !== 0xffd8) throw new Error("Neither JPEG nor PNG.");
  // Segment after segment, each with its length, until one that starts a frame (SOF0 to SOF2).
  for (let at = 2; at < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker >= 0xffc0 && marker <= 0xffc2)
      return {
        type: "image/jpeg",
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
      };
  }
  throw new Error("A JPEG without a frame.");
}

/** A whole grey picture as a baseline JPEG (ITU T.81): one component, one code in each table. */
export function greyJpeg(width: number, height: number): Uint8Array {
  // Each 8 x 8 block takes two bits: "no change of grey" and "nothing else", both coded as 0.
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const scan = new Array<number>(Math.ceil(blocks / 4)).fill(0);
  const word = (value: number): number[] => [value >> 8, value & 255];
  const segment = (marker: number, body: readonly number[]): number[] => [
    ...[0xff, marker],
    ...word(body.length + 2),
    ...body,
  ];
  const oneCode = [1, ...new Array<number>(15).fill(0), 0];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...new Array<number>(64).fill(1)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...oneCode]),
    ...segment(0xc4, [0x10, ...oneCode]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    ...scan,
    ...[0xff, 0xd9],
  ]);
}
