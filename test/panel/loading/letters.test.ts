import { randomBytes } from "node:crypto";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  BASE,
  GROUP,
  LETTERS,
  PART_BYTES,
  decodeLetters,
} from "../../../src/panel/loading/letters.ts";
import { encodeLetters } from "../../../tools/build/letters.ts";

const digit = (letter: string): bigint => BigInt(LETTERS.indexOf(letter.charCodeAt(0)));

/** Group by group, in numbers as large as they come. */
function naive(text: string, length: number): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += GROUP.letters) {
    const digits = Array.from(text.slice(at, at + GROUP.letters), digit);
    const number = (of: bigint[]): bigint => of.reduce((sum, one) => sum * BigInt(BASE) + one, 0n);
    const group = number(digits.slice(0, 3)) * (11n << 24n) + number(digits.slice(3));
    for (let shift = 40n; shift >= 0n; shift -= 8n) bytes.push(Number((group >> shift) & 255n));
  }
  return Uint8Array.from(bytes.slice(0, length));
}

function decoded(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  decodeLetters(text, bytes);
  return bytes;
}

describe("bytes in letters", () => {
  const lengths = Array.from({ length: 41 }, (_, length) => length);
  it.each([...lengths, 60_000])("come back as they were, %i of them", (length) => {
    const samples = [randomBytes(length), Buffer.alloc(length), Buffer.alloc(length, 255)];
    for (const bytes of samples) {
      const text = encodeLetters(bytes).toString("ascii");
      expect(text).toHaveLength(Math.ceil(length / GROUP.bytes) * GROUP.letters);
      expect(Buffer.from(decoded(text, length)).equals(bytes)).toBe(true);
      expect(Buffer.from(naive(text, length)).equals(bytes)).toBe(true);
    }
  });

  it("come back from a whole part", () => {
    const bytes = randomBytes(PART_BYTES);
    const text = encodeLetters(bytes).toString("ascii");
    expect(Buffer.from(decoded(text, bytes.length)).equals(bytes)).toBe(true);
  });

  it("are letters that stand for themselves in a string literal", () => {
    expect(LETTERS).toHaveLength(BASE);
    const text = String.fromCharCode(...LETTERS);
    expect(runInNewContext(`"${text}"`)).toBe(text);
    expect(text).not.toMatch(/[\0\n\r"\\]/);
  });

  it.each([
    ["a text that is too short", "       ", 7],
    ["a text that is too long", "              ", 6],
    ["a text cut within a group", "      ", 6],
    ["a character that is no letter", "   \0   ", 6],
    ["a character that is no letter, in the last group", "         \x7f    ", 8],
    ["a character in place of bytes that are no text", "   \ufffd   ", 6],
  ])("are not read from %s", (_, text, length) => {
    expect(() => decoded(text, length)).toThrow(SyntaxError);
  });
});
