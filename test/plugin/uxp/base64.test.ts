import { describe, expect, it } from "vitest";
import { base64, bytesOf } from "../../../plugin/uxp/base64.ts";

describe("base64", () => {
  it.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("of “%s” is as in RFC 4648", (text, encoded) => {
    expect(base64(Buffer.from(text))).toBe(encoded);
    expect(Buffer.from(bytesOf(encoded)).toString()).toBe(text);
  });

  it("agrees with Node on every byte and every remainder", () => {
    for (const length of [255, 256, 257, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) & 255);
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(bytesOf(base64(bytes))).toEqual(bytes);
    }
  });
});
