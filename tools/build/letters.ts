import { BASE, GROUP, LETTERS, UPPER_DIGIT } from "../../src/panel/loading/letters.ts";

/** Where the upper and the lower half of a group lie, each with its highest digit first. */
const HALVES = { upper: { from: 0, to: 3 }, lower: { from: 3, to: GROUP.letters } } as const;

/**
 * Bytes in letters that a string literal may hold, seven for six bytes; the last group is filled up
 * with zeros. `src/panel/loading/letters.ts` reads them.
 * @returns ASCII
 */
export function encodeLetters(bytes: Uint8Array): Buffer {
  const groups = Math.ceil(bytes.length / GROUP.bytes);
  const filled = Buffer.alloc(groups * GROUP.bytes);
  filled.set(bytes);
  const text = Buffer.alloc(groups * GROUP.letters);
  for (let group = 0; group < groups; group++) {
    const upper = filled.readUIntBE(group * GROUP.bytes, 3);
    const lower = filled.readUIntBE(group * GROUP.bytes + 3, 3);
    const at = group * GROUP.letters;
    writeDigits(Math.floor(upper / UPPER_DIGIT), text, at, HALVES.upper);
    writeDigits((upper % UPPER_DIGIT) * 2 ** 24 + lower, text, at, HALVES.lower);
  }
  return text;
}

function writeDigits(
  value: number,
  text: Buffer,
  at: number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  let rest = value;
  for (let place = at + to - 1; place >= at + from; place--) {
    text[place] = LETTERS[rest % BASE] ?? 0;
    rest = Math.floor(rest / BASE);
  }
}
