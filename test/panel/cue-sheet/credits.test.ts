import { describe, expect, it } from "vitest";
import { creditsOf, creditsText } from "../../../src/panel/cue-sheet/credits.ts";
import { rowOf, sheetOf } from "./sheets.ts";

const BY = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "Dusk by Ada (CC BY 4.0)" };
const UNKNOWN = { id: "unknown", name: "Licence unknown" };

describe("credits", () => {
  it("name each line once, and only where a licence asks for one", () => {
    const rows = [rowOf(), rowOf({ licence: BY }), rowOf({ licence: BY, start: 90, end: 99 })];
    expect(creditsOf(sheetOf(rows))).toEqual({
      owed: [BY.attribution],
      licences: [],
      unknown: [],
    });
  });

  it("are written for CC BY music whose catalogue has no line for it", () => {
    const licence = { id: "CC-BY-SA-3.0", name: "CC BY-SA 3.0" };
    expect(creditsOf(sheetOf([rowOf({ licence })])).owed).toEqual([
      "“Dawn” by Mara (CC BY-SA 3.0)",
    ]);
  });

  it("list music of unknown licence as such, without an artist where nobody knows one", () => {
    const rows = [rowOf({ licence: UNKNOWN, artist: "" }), rowOf({ licence: BY })];
    expect(creditsText(sheetOf(rows))).toBe("Dusk by Ada (CC BY 4.0)\nLicence unknown: “Dawn”");
  });

  it("name the address of each licence once, unless a line has it", () => {
    const url = "https://creativecommons.org/licenses/by/4.0/";
    const rows = ["Dusk", "Dawn"].map((title) =>
      rowOf({ licence: { ...BY, url, attribution: `${title} by Ada` } }),
    );
    expect(creditsText(sheetOf(rows))).toBe(`Dusk by Ada\nDawn by Ada\nCC BY 4.0: ${url}`);
    const stated = { ...BY, url, attribution: `Noon by Ada, ${url}` };
    expect(creditsText(sheetOf([...rows, rowOf({ licence: stated })]))).toBe(
      `Dusk by Ada\nDawn by Ada\nNoon by Ada, ${url}`,
    );
  });

  it("name terms of several lines once, below the tracks that are on them", () => {
    const on = (title: string, terms: string) =>
      rowOf({ licence: { ...BY, attribution: `${title} by Kevin\n${terms}` } });
    const rows = [
      on("A", "Licensed so\nhttp://x"),
      on("B", "Other"),
      on("C", "Licensed so\r\nhttp://x"),
    ];
    expect(creditsText(sheetOf(rows))).toBe(
      "A by Kevin\nC by Kevin\nLicensed so\nhttp://x\nB by Kevin\nOther",
    );
  });

  it("are empty where nothing is owed", () => {
    expect(creditsText(sheetOf([rowOf()]))).toBe("");
  });
});
