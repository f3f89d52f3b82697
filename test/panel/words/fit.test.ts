import { describe, expect, it } from "vitest";
import {
  easeText,
  fitLengthText,
  fitText,
  hitText,
  offText,
  seamText,
} from "../../../src/panel/words/fit.ts";
import { FIT, START } from "../fit/fit-bench.ts";

describe("what comes of a fit", () => {
  it("is told in one line", () => {
    expect(fitText(FIT)).toBe("0:30.00 exactly · 2 seams · keeps its ending");
    expect(fitText(START)).toBe("0:30.00 exactly · beginning alone · fades out");
    expect(fitText({ ...START, fadeOut: 0 })).toContain("is cut off");
    expect(fitText({ ...FIT, kind: "end", fadeIn: 1.5 })).toContain("ending alone · fades in");
  });

  it("says how many hits it meets, and how far off the worst of them is", () => {
    const hits = [
      { wanted: 4, landed: 4, what: "Verse" },
      { wanted: 12, landed: 12.04, what: "Chorus" },
      { wanted: 20, landed: null, what: "" },
    ];
    expect(fitText({ ...FIT, hits })).toMatch(/hits 2 of 3, at most 1 frame late$/);
    expect(fitText({ ...FIT, hits: hits.slice(0, 1) })).toMatch(/hits 1 of 1, on the frame$/);
    expect(fitText({ ...FIT, hits: hits.slice(2) })).toMatch(/hits 0 of 1$/);
    const late = { wanted: 20, landed: 20.48, what: "climax" };
    expect(fitText({ ...FIT, hits: [...hits.slice(0, 1), late] })).toMatch(
      /hits 1 of 2, on the frame, 1 near$/,
    );
    expect(hits.map((hit) => hitText(hit, 25))).toEqual([
      "Hit at 0:04.00: Verse, on the frame",
      "Hit at 0:12.00: Chorus, 1 frame late",
      "Hit at 0:20.00: nothing happens near it",
    ]);
    expect(offText(-2)).toBe("2 frames early");
  });

  it("writes lengths to the hundredth, rounded over minutes", () => {
    expect([30.04, 59.999, 0, 3725.5].map(fitLengthText)).toEqual([
      "0:30.04",
      "1:00.00",
      "0:00.00",
      "1:02:05.50",
    ]);
  });

  it("says how easy a seam is", () => {
    expect(FIT.seams.map(seamText)).toEqual([
      "Seam at 0:12.00: 0:12 to 0:40, easy",
      "Seam at 0:20.00: 0:48 to 1:20, hard",
    ]);
    expect(easeText(0.7)).toBe("fair");
  });
});
