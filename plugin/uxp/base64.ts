const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Character codes of the digits. */
const CODES = Uint8Array.from({ length: 64 }, (_, value) => DIGITS.charCodeAt(value));
/** The value of each digit, by its character code. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);
const PADDING = "=".charCodeAt(0);
/** As many arguments as every engine takes in one call. */
const MOST_ARGUMENTS = 0x2000;

/**
 * Bytes in base64 (RFC 4648), without line breaks. UXP is not known to have `btoa`. No object is made
 * on the way: a file of 100 MB crosses the bridge in this form.
 */
export function base64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    codes[to++] = CODES[bits >> 18] ?? 0;
    codes[to++] = CODES[(bits >> 12) & 63] ?? 0;
    codes[to++] = CODES[(bits >> 6) & 63] ?? 0;
    codes[to++] = CODES[bits & 63] ?? 0;
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  codes.fill(PADDING, codes.length - missing);
  let text = "";
  for (let at = 0; at < codes.length; at += MOST_ARGUMENTS)
    text += String.fromCharCode(...codes.subarray(at, at + MOST_ARGUMENTS));
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
