import { describe, expect, it } from "vitest";
import { decodeBase64, decodeByLoop } from "../../../src/panel/loading/base64.ts";

/** Every length around the three-byte groups, and every byte value. */
const SAMPLES = [0, 1, 2, 3, 4, 5, 255, 256, 4099].map((length) =>
  Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256),
);
const naive = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));

describe.each([
  ["decodeBase64", decodeBase64],
  ["decodeByLoop", decodeByLoop],
])("%s", (_name, decode) => {
  it.each(SAMPLES.map((bytes) => [bytes.length, bytes] as const))(
    "gives back %i bytes as the naive way does",
    (_length, bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(decode(text)).toEqual(bytes);
      expect(decode(text)).toEqual(naive(text));
    },
  );

  it("refuses what is not base64", () => {
    expect(() => decode("*not*base64*")).toThrow();
  });
});
