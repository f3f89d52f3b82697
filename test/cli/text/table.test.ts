import { describe, expect, it } from "vitest";
import { table } from "../../../src/cli/text/table.ts";
import { width } from "../../../src/cli/text/width.ts";

const columns = [
  { title: "#", align: "right" },
  { title: "Title", least: 5 },
  { title: "Of" },
] as const;

describe("table", () => {
  it("aligns cells under their headings", () => {
    expect(
      table(
        columns,
        [
          ["1", "Rain", "3:00"],
          ["12", "Snowfall", "0:30"],
        ],
        80,
      ),
    ).toBe([" #  Title     Of", " 1  Rain      3:00", "12  Snowfall  0:30"].join("\n"));
  });

  it("cuts flexible columns until every line fits", () => {
    const lines = table(columns, [["1", "A very long title indeed", "3:00"]], 20).split("\n");
    expect(lines[1]).toBe("1  A very lon…  3:00");
    expect(Math.max(...lines.map(width))).toBe(20);
  });

  it("keeps a column's least width even if the line is then too long", () => {
    expect(table(columns, [["1", "Abcdefghij", "3:00"]], 5).split("\n")[1]).toBe("1  Abcd…  3:00");
  });

  it("counts wide characters as two cells", () => {
    const lines = table(
      columns,
      [
        ["1", "雨の音", "3:00"],
        ["2", "abcdef", "3:00"],
      ],
      80,
    ).split("\n");
    expect(lines.slice(1)).toEqual(["1  雨の音  3:00", "2  abcdef  3:00"]);
  });

  it("escapes control characters instead of passing them to the terminal", () => {
    expect(table(columns, [["1", "a\u001b[31mb\nc", "3:00"]], 80)).toContain(
      "a\\u001b[31mb\\u000ac",
    );
  });

  it("is a line of headings when there are no rows", () => {
    expect(table(columns, [], 80)).toBe("#  Title  Of");
  });
});
