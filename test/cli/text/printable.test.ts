import { describe, expect, it } from "vitest";
import { printable } from "../../../src/cli/text/printable.ts";

describe("printable", () => {
  it("keeps words of any language as they are", () => {
    expect(printable("Ноктюрн — 雨 – naïve 🎵")).toBe("Ноктюрн — 雨 – naïve 🎵");
  });

  it.each([
    ["a line break", "a\nb", "a\\u000ab"],
    ["an escape sequence", "\u001b[2J", "\\u001b[2J"],
    ["a one-byte control sequence", "\u009b2J", "\\u009b2J"],
    ["a right-to-left override", "cod\u202e3pm.exe", "cod\\u202e3pm.exe"],
    ["a line separator", "a\u2028b", "a\\u2028b"],
  ])("writes %s as an escape", (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
