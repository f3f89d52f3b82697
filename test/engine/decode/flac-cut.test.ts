import { expect, it } from "vitest";
import { cutBetweenFlacHeaders } from "../../../src/engine/decode/flac-cut.ts";

function withSync(at: number, second = 0xf8): Uint8Array {
  const bytes = new Uint8Array(200);
  bytes.set([0xff, second], at);
  return bytes;
}

it("cuts at the requested byte if no header is near", () => {
  expect(cutBetweenFlacHeaders(withSync(50), 100)).toBe(100);
  expect(cutBetweenFlacHeaders(withSync(120), 100)).toBe(100);
  expect(cutBetweenFlacHeaders(withSync(90, 0xf0), 100)).toBe(100);
});

it.each([70, 90, 99])("moves the cut past a header that begins at %i", (at) => {
  expect(cutBetweenFlacHeaders(withSync(at), 100)).toBe(at + 32);
  expect(cutBetweenFlacHeaders(withSync(at, 0xf9), 100)).toBe(at + 32);
});

it("never cuts beyond the end", () => {
  expect(cutBetweenFlacHeaders(withSync(90).subarray(0, 95), 100)).toBe(95);
  expect(cutBetweenFlacHeaders(new Uint8Array(10), 100)).toBe(10);
});
