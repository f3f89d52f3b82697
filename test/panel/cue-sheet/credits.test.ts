import { describe, expect, it } from "vitest";
import { creditsOf, creditsText } from "../../../src/panel/cue-sheet/credits.ts";
import { rowOf, sheetOf } from "./sheets.ts";

const BY = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "Dusk by Ada (CC BY 4.0)" };
const UNKNOWN = { id: "unknown", name: "Licence unknown" };

describe("credits", () => {
  it("name each line once, and only where a licence asks for one", () => {
    const rows = [rowOf(), rowOf({ licence: BY }), rowOf({ licence: BY, start: 90, end: 99 })];
    expect(creditsOf(sheetOf(rows))).toEqual({ owed: [BY.attribution], unknown: [] });
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

  it("are empty where nothing is owed", () => {
    expect(creditsText(sheetOf([rowOf()]))).toBe("");
  });
});
