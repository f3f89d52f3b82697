import { expect, it } from "vitest";
import { crc32 } from "../../../src/engine/index/crc32.ts";
import { randomNumbers } from "../toy.ts";

/** Bit by bit, as the definition has it. */
function naive(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

it("gives the published value of the published example", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

it("does what the definition says at every length", () => {
  const next = randomNumbers(1);
  for (let n = 0; n < 40; n += 1) {
    const bytes = Uint8Array.from({ length: n }, () => next() * 256);
    expect(crc32(bytes)).toBe(naive(bytes));
  }
});
