import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { cueSheetCsv } from "../../../src/panel/cue-sheet/csv.ts";
import { rowOf, sheetOf } from "./sheets.ts";

const read = (csv: string): string[][] => parse(csv, { bom: true, record_delimiter: "\r\n" });

describe("a cue sheet as CSV", () => {
  it("has a row of headings and one for each cue", () => {
    expect(read(cueSheetCsv(sheetOf([rowOf()])))).toEqual([
      [
        "No.",
        "Title",
        "Artist",
        "In",
        "Out",
        "Duration",
        "Audio track",
        "Licence",
        "Licence address",
        "Attribution",
        "Track ID",
      ],
      [
        "1",
        "Dawn",
        "Mara",
        "00:00:12:00",
        "00:00:42:00",
        "00:00:30:00",
        "A3",
        "CC0 1.0",
        "",
        "",
        "dawn",
      ],
    ]);
  });

  it("counts from the sequence's own zero point, in drop-frame at 29.97", () => {
    const zero = 107_892 / (30_000 / 1001);
    const sheet = sheetOf([rowOf({ start: 60, end: 90 })], { frameRate: 29.97, zero });
    expect(read(cueSheetCsv(sheet))[1]?.slice(3, 6)).toEqual([
      "01:00:59;28",
      "01:01:29;29",
      "00:00:29;29",
    ]);
  });

  it("begins with a byte order mark and ends every line with CRLF", () => {
    const csv = cueSheetCsv(sheetOf([rowOf()]));
    expect(csv.startsWith("\uFEFFNo.")).toBe(true);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  it.each(['He said "go"', "one, two", "two\nlines", "two\r\nlines", "“Ä” 日本 🎹"])(
    "gives %j back as it was",
    (title) => {
      expect(read(cueSheetCsv(sheetOf([rowOf({ title })])))[1]?.[1]).toBe(title);
    },
  );

  it.each([
    '=HYPERLINK("http://x","y")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    '=1,"2"',
    "  =1",
  ])("lets no spreadsheet run %j", (title) => {
    const sheet = sheetOf([rowOf({ title, artist: title, trackId: title })]);
    const [, row] = read(cueSheetCsv(sheet));
    expect([row?.[1], row?.[2], row?.[10]]).toEqual([`'${title}`, `'${title}`, `'${title}`]);
  });

  it("lets none run what follows a semicolon, where that separates cells", () => {
    const [, row] = read(cueSheetCsv(sheetOf([rowOf({ title: "Dawn; =1;b;-2 - 3" })])));
    expect(row?.[1]).toBe("Dawn;'=1;b;'-2 - 3");
  });

  it("leaves signs within a title as they are", () => {
    const [, row] = read(cueSheetCsv(sheetOf([rowOf({ title: "Dawn - a = b + c @ 8" })])));
    expect(row?.[1]).toBe("Dawn - a = b + c @ 8");
  });
});
