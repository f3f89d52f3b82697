import { describe, expect, it } from "vitest";
import { endingOf, isImportable } from "../../src/shared/importable.ts";

describe("the ending of a file's name", () => {
  it.each([
    ["/music/a.WAV", "wav"],
    ["C:\\music\\a.b.aiff", "aiff"],
    ["a.mp3", "mp3"],
    ["/music.d/a", ""],
    ["C:\\music.d\\a", ""],
    ["/music/.wav", ""],
    ["", ""],
  ])("of %s is “%s”", (path, ending) => {
    expect(endingOf(path)).toBe(ending);
  });
});

describe("what Premiere imports", () => {
  it.each(["a.wav", "a.AIFF", "a.mp3", "/x/a.m4a", "C:\\x\\a.bwf"])("is %s", (path) => {
    expect(isImportable(path)).toBe(true);
  });

  it.each(["a.flac", "a.ogg", "a.opus", "a", "wav", ".wav"])("is not %s", (path) => {
    expect(isImportable(path)).toBe(false);
  });
});
