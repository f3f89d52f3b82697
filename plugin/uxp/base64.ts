const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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

/** The digit for the lowest six bits. */
function digit(bits: number): string {
  return DIGITS.charAt(bits & 63);
}
