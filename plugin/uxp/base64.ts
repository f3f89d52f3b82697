const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** The value of each digit, by its character code. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

/** Bytes in base64 (RFC 4648), without line breaks. UXP is not known to have `btoa`. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += digit(bits >> 18) + digit(bits >> 12);
    text += (b === undefined ? "=" : digit(bits >> 6)) + (c === undefined ? "=" : digit(bits));
  }
  return text;
}

/**
 * The bytes behind a base64 text (RFC 4648, padded). UXP is not known to have `atob`.
 * @param text checked to be base64
 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const valueAt = (at: number): number => VALUES[text.charCodeAt(at)] ?? 0;
  for (let at = 0, to = 0; at < text.length; at += 4) {
    const bits =
      (valueAt(at) << 18) | (valueAt(at + 1) << 12) | (valueAt(at + 2) << 6) | valueAt(at + 3);
    // What lies beyond the end of a typed array is dropped.
    bytes[to++] = bits >> 16;
    bytes[to++] = bits >> 8;
    bytes[to++] = bits;
  }
  return bytes;
}

/** The digit for the lowest six bits. */
function digit(bits: number): string {
  return DIGITS.charAt(bits & 63);
}
