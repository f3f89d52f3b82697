import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { TextFileSchema } from "../../../src/contract/cue-sheet.ts";
import { fileName } from "../../../src/panel/cue-sheet/file.ts";

const nameOf = (sequence: string): string => fileName(sequence, "cue sheet", "csv");

describe("a file name from a sequence's name", () => {
  it.each([
    ["Forest documentary - rough cut", "Forest documentary - rough cut - cue sheet.csv"],
    ["Cut 1/2: final?", "Cut 1 2 final - cue sheet.csv"],
    ["C:\\temp\\..\\x", "C temp .. x - cue sheet.csv"],
    ["../../etc/passwd", "etc passwd - cue sheet.csv"],
    ["  .hidden. ", "hidden - cue sheet.csv"],
    ["", "Sequence - cue sheet.csv"],
    ["<>|", "Sequence - cue sheet.csv"],
    ["con.1", "_con.1 - cue sheet.csv"],
    ["CON", "CON - cue sheet.csv"],
    ["a\u0000b\u202Ec\ud800d", "a b c d - cue sheet.csv"],
    ["Szene «Früh» 日本", "Szene «Früh» 日本 - cue sheet.csv"],
  ])("makes %j into %j", (sequence, name) => {
    expect(nameOf(sequence)).toBe(name);
  });

  it.each(["x".repeat(1000), "日".repeat(1000), "👩‍👩‍👧‍👦".repeat(300), `${"x".repeat(165)} .y`])(
    "keeps within what file systems and the contract take",
    (sequence) => {
      const name = nameOf(sequence);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(181);
      expect(name).toMatch(/[^ .] - cue sheet\.csv$/u);
      expect(v.is(TextFileSchema, { name, text: "" })).toBe(true);
    },
  );
});
