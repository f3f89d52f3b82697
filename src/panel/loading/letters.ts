/**
 * The letters in which asset scripts carry bytes: ASCII but for `NUL`, the controls from backspace
 * to carriage return, `SUB`, `DEL`, and what a string literal may not hold. 117 of them suffice for
 * six bytes in seven letters, as 117^7 > 2^48, with the digits split as below.
 */
const isLetter = (code: number): boolean =>
  code > 0 && code < 0x7f && (code < 8 || code > 13) && ![0x1a, 0x22, 0x5c].includes(code);

export const LETTERS = Array.from({ length: 128 }, (_, code) => code).filter(isLetter);
export const BASE = 117;

/** Bytes and letters of a group. */
export const GROUP = { bytes: 6, letters: 7 } as const;

/**
 * Four letters hold the lower 24 bits of a group and a digit below this, three the rest of the
 * upper 24, so that no step leaves 32 bits: 11 * 2^24 < 117^4, and 2^24 / 11 < 117^3.
 */
export const UPPER_DIGIT = 11;

/** Bytes in one script; a whole number of groups, so that only the last part ends within one. */
export const PART_BYTES = GROUP.bytes * 700_000;

/** The digit of each letter by its code; -1 for what is none. */
const DIGITS = new Int8Array(256).fill(-1);
LETTERS.forEach((code, digit) => (DIGITS[code] = digit));

const digitAt = (text: string, at: number): number => DIGITS[text.charCodeAt(at) & 255] ?? -1;

/**
 * Writes the bytes behind `text` (`tools/build/letters.ts` makes it), as many as `bytes` holds.
 * @throws SyntaxError the text has another length, or characters that are no letters.
 */
export function decodeLetters(text: string, bytes: Uint8Array): void {
  const whole = Math.floor(bytes.length / GROUP.bytes);
  const rest = bytes.length % GROUP.bytes;
  if (text.length !== (whole + Math.sign(rest)) * GROUP.letters)
    throw new SyntaxError("The text has another length than the bytes that it is to carry.");
  decodeGroups(text, bytes, whole);
  if (rest === 0) return;
  const last = new Uint8Array(GROUP.bytes);
  decodeGroups(text.slice(-GROUP.letters), last, 1);
  bytes.set(last.subarray(0, rest), whole * GROUP.bytes);
}

function decodeGroups(text: string, bytes: Uint8Array, groups: number): void {
  let all = 0;
  const end = groups * GROUP.letters;
  for (let at = 0, to = 0; at < end; at += GROUP.letters, to += GROUP.bytes) {
    const a = digitAt(text, at);
    const b = digitAt(text, at + 1);
    const c = digitAt(text, at + 2);
    const d = digitAt(text, at + 3);
    const e = digitAt(text, at + 4);
    const f = digitAt(text, at + 5);
    const g = digitAt(text, at + 6);
    all |= a | b | c | d | e | f | g;
    const lower = ((d * BASE + e) * BASE + f) * BASE + g;
    const upper = ((a * BASE + b) * BASE + c) * UPPER_DIGIT + (lower >> 24);
    // Typed arrays keep the lowest eight bits of what is stored.
    bytes[to] = upper >> 16;
    bytes[to + 1] = upper >> 8;
    bytes[to + 2] = upper;
    bytes[to + 3] = lower >> 16;
    bytes[to + 4] = lower >> 8;
    bytes[to + 5] = lower;
  }
  if (all < 0) throw new SyntaxError("The text has characters that carry nothing.");
}
