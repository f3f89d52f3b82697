import { describe, expect, it } from "vitest";
import { readJsonArray, readJsonLines } from "../../../../src/cli/catalogue/rows/json.ts";
import { CatalogueError } from "../../../../src/contract/errors.ts";
import { inPieces, short } from "./rows.ts";

const array = (text: string, size?: number): Promise<[number, unknown][]> =>
  short(readJsonArray(inPieces(text, size), "list.json"));
const lines = (text: string, size?: number): Promise<[number, unknown][]> =>
  short(readJsonLines(inPieces(text, size), "list.jsonl"));

describe("readJsonArray", () => {
  const elements = [
    { title: 'brackets ] } and "quotes", \\ too', moods: ["a", ["b"]] },
    { title: "Sun", bpm: 120, more: { deep: [{}] } },
    {},
  ];

  it.each([0, 2])("reads what JSON.parse reads (indent %i)", async (indent) => {
    const text = JSON.stringify(elements, null, indent);
    for (const size of [1, 3, text.length]) {
      expect((await array(text, size)).map(([, row]) => row)).toEqual(JSON.parse(text));
    }
  });

  it("gives the line on which each element begins, and names elements that are not tracks", async () => {
    const text = '\n[\n{"a":\n1},\n\n{"b":2}, {"c":3},\n7, [1],\n{x}\n]\n';
    const rows = [
      [3, { a: 1 }],
      [6, { b: 2 }],
      [6, { c: 3 }],
      [7, "It is not a JSON object."],
      [7, "It is not a JSON object."],
      [8, "It is not JSON."],
    ];
    for (const size of [1, 2, text.length]) expect(await array(text, size)).toEqual(rows);
  });

  it.each([
    ['{"tracks": []}', "not a single array; see line 1"],
    ["[] []", "not a single array"],
    ['[{"a": 1},\n{"b": ', "ends within the element on line 1"],
    ["", "ends within the element"],
  ])("refuses %j", async (text, what) => {
    await expect(array(text)).rejects.toThrow(CatalogueError);
    await expect(array(text)).rejects.toThrow(what);
  });

  it("refuses an element too long to be a track before it fills memory", async () => {
    const text = `[{"a": "${"x".repeat(3_000_000)}"}]`;
    await expect(array(text, 65_536)).rejects.toThrow("more than 1000000 characters");
  });
});

describe("readJsonLines", () => {
  it("reads one object per line and names other lines", async () => {
    const text = '{"a":1}\n\n  \n[1]\n{"b":\n{"c":{"d":null}}';
    const rows = [
      [1, { a: 1 }],
      [4, "It is not a JSON object."],
      [5, "It is not JSON."],
      [6, { c: { d: null } }],
    ];
    for (const size of [1, 4, text.length]) expect(await lines(text, size)).toEqual(rows);
  });

  it("refuses a line too long to be a track", async () => {
    await expect(lines("x".repeat(3_000_000), 65_536)).rejects.toThrow("line 1 has more than");
  });
});
