import { describe, expect, it } from "vitest";
import { cueSheetHtml } from "../../../src/panel/cue-sheet/html.ts";
import { rowOf, sheetOf } from "./sheets.ts";

const MADE = new Date("2026-11-28T10:00:00Z");
const BY = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "Dusk by Ada (CC BY 4.0)" };

describe("a cue sheet to be printed", () => {
  it("shows every cue, the total of their durations, and the day", () => {
    const page = cueSheetHtml(
      sheetOf([rowOf(), rowOf({ title: "Dusk", start: 50, end: 60.04 })]),
      MADE,
    );
    for (const text of ["Music cue sheet: Cut", "2026-11-28", "Dawn", "Dusk", "00:00:50:00"]) {
      expect(page).toContain(text);
    }
    expect(page).toContain("Total, 2 cues");
    expect(page).toContain("00:00:40:01");
    expect(page).toContain("@media print");
  });

  it("lists what must be credited, what is unknown, and what nobody can tell any more", () => {
    const rows = [
      rowOf({ title: "Dusk", licence: BY }),
      rowOf({ title: "Found", licence: { id: "unknown", name: "Licence unknown" } }),
    ];
    const page = cueSheetHtml(sheetOf(rows, { unidentified: ["old clip.mp3"] }), MADE);
    expect(page).toContain("<h2>Credits</h2>");
    expect(page).toContain("<li>Dusk by Ada (CC BY 4.0)</li>");
    expect(page).toContain("<h2>Licence unknown</h2>");
    expect(page).toContain("<li>“Found” by Mara</li>");
    expect(page).toContain("<li>old clip.mp3</li>");
    expect(cueSheetHtml(sheetOf([rowOf()]), MADE)).not.toContain("<h2>");
  });

  it("shows markup in names as the text that it is, and neither runs nor loads anything", () => {
    const bad = `"><script>alert('1')</script><img src=x onerror=alert(1)>&amp;`;
    const licence = { id: "unknown", name: bad, url: bad, attribution: bad };
    const row = rowOf({ title: bad, artist: bad, licence });
    const plain = cueSheetHtml(sheetOf([rowOf()]), MADE);
    const page = cueSheetHtml(sheetOf([row], { sequence: bad, unidentified: [bad] }), MADE);
    const elements = (text: string): string[] => text.match(/<[a-z]+[^>]*>/gi) ?? [];
    // The same elements as any page of one cue has, but for licence address and the two lists.
    expect([...new Set(elements(page))].filter((one) => !elements(plain).includes(one))).toEqual([
      "<h2>",
      "<ul>",
      "<li>",
    ]);
    expect(page).toContain("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
    expect(page).toContain("default-src 'none'");
  });
});
