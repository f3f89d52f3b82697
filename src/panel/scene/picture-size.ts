/** What the head of a picture file says. */
export interface PictureHead {
  readonly type: "image/jpeg" | "image/png";
  readonly width: number;
  readonly height: number;
}

/**
 * Size of a PNG (W3C PNG, IHDR) or JPEG (ITU-T T.81, B.2.2), read without decoding it: a few hundred
 * bytes can ask for gigabytes of pixels.
 * @returns null for anything else, and where the head breaks off
 */
export function pictureHead(bytes: Uint8Array): PictureHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength >= 24 && view.getUint32(0) === 0x89504e47)
    return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  if (view.byteLength < 2 || view.getUint16(0) !== 0xffd8) return null;
  // Segments, each with its length, until one that begins a frame.
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker))
      return {
        type: "image/jpeg",
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
      };
    // Before a marker there may be any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15; DHT, JPG and DAC lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
