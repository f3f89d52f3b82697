import { describe, expect, it } from "vitest";
import { readCsv } from "../../../../src/cli/catalogue/rows/csv.ts";
import { CatalogueError } from "../../../../src/contract/errors.ts";
import { inPieces, short } from "./rows.ts";

const read = (text: string, size?: number): Promise<[number, unknown][]> =>
  short(readCsv(inPieces(text, size), "list.csv"));

describe("readCsv", () => {
  it("names the cells of each row by the first row", async () => {
    expect(await read("Title, BPM\nRain,60\nSun,120\n")).toEqual([
      [2, { Title: "Rain", BPM: "60" }],
      [3, { Title: "Sun", BPM: "120" }],
    ]);
  });

  it.each([",", ";", "\t"])("detects the separator %j", async (mark) => {
    const text = ["Title", '"Mood, use; more"'].join(mark) + "\n" + ["Rain", "sad"].join(mark);
    expect(await read(text)).toEqual([[2, { Title: "Rain", "Mood, use; more": "sad" }]]);
  });

  it("counts the line on which a row begins, past quoted line ends and empty lines", async () => {
    const text = '\nTitle,Mood\n"Two\n\nlines",sad\n\n \nSun,glad\n"a ""b""","c,d"';
    const rows = [
      [3, { Title: "Two\n\nlines", Mood: "sad" }],
      [8, { Title: "Sun", Mood: "glad" }],
      [9, { Title: 'a "b"', Mood: "c,d" }],
    ];
    expect(await read(text)).toEqual(rows);
    for (const size of [1, 2, 7]) expect(await read(text, size)).toEqual(rows);
  });

  it("takes a quotation mark inside a cell literally", async () => {
    expect(await read('Title,Mood\nRain 12" mix,sad')).toEqual([
      [2, { Title: 'Rain 12" mix', Mood: "sad" }],
    ]);
  });

  it("names rows with too few or too many cells, and goes on", async () => {
    const [few, many, fine, merged] = await read(
      'Title,Mood\nRain\nSun,glad,x\nSea,calm,,\n"Gap,sad\nEnd",glad,more\n',
    );
    expect(few).toEqual([2, "It has 1 cells, the first row 2."]);
    expect(many).toEqual([3, "It has 3 cells, the first row 2."]);
    expect(fine).toEqual([4, { Title: "Sea", Mood: "calm" }]);
    expect(merged).toEqual([
      5,
      "It has 3 cells, the first row 2. It goes on to line 6: is a quote missing?",
    ]);
  });

  it("stops at an unclosed quotation mark, and says where", async () => {
    const text = 'Title\nRain\n"Sun\n' + "Sea\n".repeat(10);
    await expect(read(text)).rejects.toThrow(CatalogueError);
    await expect(read(text)).rejects.toThrow("opened after line 2 and never closed");
    await expect(read('Title\n"' + "x".repeat(2_000_000), 65_536)).rejects.toThrow("after line 1");
  });

  it.each(["", "\n\n", "Title,Mood\n", "Title"])("has no rows in %j", async (text) => {
    expect(await read(text)).toEqual([]);
  });
});
