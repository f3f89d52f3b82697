import { describe, expect, it } from "vitest";
import * as values from "../../../src/cli/catalogue/values.ts";

describe("a cell", () => {
  it.each([
    ["185", 185],
    [185.5, 185.5],
    ["185,4 s", 185.4],
    ["3:05", 185],
    ["0:09", 9],
    ["75:30", 4530],
    ["1:02:03", 3723],
    ["3:05.5", 185.5],
    ["0", null],
    ["0:00", null],
    ["", null],
    ["n/a", null],
    [null, null],
  ])("%j is a length of %s seconds", (cell, expected) => {
    expect(values.seconds(cell)).toBe(expected);
  });

  it.each(["3:65", "1:75:00", "3.05.10", "long", "-3", "1e3", "3:5", true, {}])(
    "%j is no length",
    (cell) => {
      expect(() => values.seconds(cell)).toThrow(values.CellError);
    },
  );

  it.each([
    ["120", 120, []],
    [97.5, 97.5, []],
    ["120 BPM", 120, []],
    ["0", null, []],
    ["-", null, []],
    ["Medium / Fast", null, ["Medium", "Fast"]],
  ])("%j is a tempo of %s, in words %j", (cell, bpm, words) => {
    expect(values.tempo(cell)).toEqual({ bpm, words });
  });

  it.each(["120-130", "12o", "1e2", {}])("%j is no tempo", (cell) => {
    expect(() => values.tempo(cell)).toThrow(values.CellError);
  });

  it.each([
    ["yes", true],
    [true, true],
    ["Male", true],
    ["Instrumental", false],
    ["none", false],
    [0, false],
    ["unknown", null],
    [null, null],
  ])("%j says of vocals: %s", (cell, expected) => {
    expect(values.vocals(cell)).toBe(expected);
  });

  it("with vocals that are neither yes nor no is refused", () => {
    expect(() => values.vocals("maybe")).toThrow('is neither yes nor no ("maybe")');
  });

  it.each([
    ["Rock; Indie ,  Pop|Folk/Country", ["Rock", "Indie", "Pop", "Folk", "Country"]],
    [
      ["drums and bass", " a/b ", null, "", 7],
      ["drums and bass", "a/b", "7"],
    ],
    ["Unclassifiable, N/A", []],
    [";; ,", []],
    [null, []],
  ])("%j holds the words %j", (cell, expected) => {
    expect(values.words(cell)).toEqual(expected);
  });

  it("keeps markup, on one line, and replaces unpaired surrogates", () => {
    expect(values.text(" <b>Rain</b>\n& \t sun ")).toBe("<b>Rain</b> & sun");
    expect(values.text("a\ud800b")).toBe("a\ufffdb");
    expect(values.text("Unknown")).toBe("Unknown");
    expect(values.fact("Unknown")).toBeNull();
  });
});
