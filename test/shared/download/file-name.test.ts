import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { beginsAsNamed, nameProblem, utf8Bytes } from "../../../src/shared/download/file-name.ts";
import { chord } from "../../cli/support/paths.ts";
import { mp3Bytes } from "./loopback.ts";

describe("names of files that come from a host", () => {
  it.each(["C-Funk.mp3", "Four Beers' Polka.mp3", "Ça va, déjà vu.wav", "🎻🎻.flac", "a.b.c.ogg"])(
    "may be %s",
    (name) => expect(nameProblem(name)).toBeNull(),
  );

  it.each([
    "../evil.mp3",
    "..",
    "a/../../b.mp3",
    "a\\b.mp3",
    "C:evil.mp3",
    "song.mp3:stream",
    ".hidden.mp3",
    "song.mp3.",
    "song.mp3 ",
    " song.mp3",
    "",
    "con.mp3",
    "NUL.mp3",
    "com1.mp3",
    "LPT¹.mp3",
    "aux .mp3",
    "a\u0000.mp3",
    "a\n.mp3",
    "a\u202e3pm.exe.mp3",
    'say "hi".mp3',
    "what?.mp3",
    "\ud800.mp3",
    "song.exe",
    "song",
    "song.mp3.part",
  ])("must not be %j", (name) => expect(nameProblem(name)).toMatch(/^\p{Lu}.*\.$/u));

  it("are limited in bytes, not in characters, with room for an ending", () => {
    expect(nameProblem(`${"a".repeat(246)}.mp3`)).toBeNull();
    expect(nameProblem(`${"a".repeat(247)}.mp3`)).toBe("It is too long.");
    expect(nameProblem(`${"é".repeat(124)}.mp3`)).toBe("It is too long.");
    for (const text of ["", "abc", "é", "語", "🎻"]) {
      expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
    }
  });
});

describe("the beginning of a file", () => {
  it.each(["flac", "mp3", "ogg", "opus"] as const)("is that of %s", (ending) => {
    const head = readFileSync(chord(ending)).subarray(0, 65_536);
    expect(beginsAsNamed(head, `song.${ending}`)).toBe(true);
    expect(beginsAsNamed(head, "song.wav")).toBe(false);
  });

  it("may lie behind a tag, even one that is longer than what is looked at", () => {
    const tag = (bytes: number): number[] => [73, 68, 51, 4, 0, 0, 0, 0, bytes >> 7, bytes & 127];
    const short = new Uint8Array([...tag(4), 0, 0, 0, 0, ...mp3Bytes(3)]);
    expect(beginsAsNamed(short, "a.mp3")).toBe(true);
    expect(beginsAsNamed(new Uint8Array([...tag(200), 0, 0]), "a.mp3")).toBe(true);
    expect(beginsAsNamed(new Uint8Array([...tag(200), 0, 0]), "a.ogg")).toBe(false);
  });

  it("is no page, and not nothing", () => {
    expect(beginsAsNamed(new TextEncoder().encode("<!doctype html>"), "a.mp3")).toBe(false);
    expect(beginsAsNamed(new Uint8Array(), "a.mp3")).toBe(false);
  });
});
