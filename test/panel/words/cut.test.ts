import { describe, expect, it } from "vitest";
import type { Cuts } from "../../../src/contract/cuts.ts";
import { rhythmOf } from "../../../src/panel/cut/rhythm.ts";
import { suggestedIn, tempoFilter } from "../../../src/panel/cut/tempo-filter.ts";
import type { Tempo } from "../../../src/panel/cut/tempi.ts";
import {
  factsText,
  hitText,
  landingText,
  laneText,
  reasonText,
  shortReason,
} from "../../../src/panel/words/cut.ts";

const cutsAt = (cuts: readonly number[], changes: Partial<Cuts> = {}): Cuts => ({
  ...{ of: "range", span: { start: 0, end: 30 }, frameRate: 25, markers: [], omitted: 0 },
  cuts: [...cuts],
  ...changes,
});
const facts = (cuts: Cuts): string => factsText(cuts, rhythmOf(cuts));

describe("what is said of the cut", () => {
  it("is one line", () => {
    const cuts = [3, 6, 9, 12, 15, 18, 20, 22, 24, 25, 26, 27, 28, 29];
    expect(facts(cutsAt(cuts))).toBe(
      "In/out range, 0:30 · 28 cuts a minute, steady, faster at the end",
    );
    expect(facts(cutsAt([], { of: "selection" }))).toBe("Selection, 0:30 · no cuts");
    expect(facts(cutsAt([7], { span: { start: 0, end: 12.5 } }))).toBe(
      "In/out range, 0:12.5 · 1 cut",
    );
    const long = cutsAt([100, 2000, 7000], { of: "sequence", span: { start: 0, end: 10_800 } });
    expect(facts({ ...long, omitted: 12 })).toBe(
      "Whole sequence, 3:00:00 · 3 cuts · 12 more were left out",
    );
  });

  it("gives the reason for a tempo, in full and beside its chip", () => {
    const tempo = { bpm: 96, unit: "beat", on: 38, of: 46 } as const;
    expect(reasonText(tempo)).toBe("38 of 46 cuts fall on a beat at 96 BPM");
    expect(shortReason({ ...tempo, unit: "bar" })).toBe("38 of 46 cuts on a bar line");
  });

  it("says what lands on a hit point, and how far off", () => {
    const moment = { at: 10, kind: "section", label: "variation", weight: 1 } as const;
    const landing = (frames: number) => landingText({ hit: 4, moment, frames }, 25);
    expect(landing(0)).toBe("Variation, on the frame");
    expect(landing(-1)).toBe("Variation, 1 frame early");
    expect(landing(24)).toBe("Variation, 24 frames late");
    expect(landing(80)).toBe("Variation, 3.2 s late");
    expect(landingText({ hit: 4, moment: null, frames: null }, 25)).toBe("");
    const drop = { ...moment, kind: "drop", label: "statement" } as const;
    expect(landingText({ hit: 4, moment: drop, frames: 0 }, 25)).toMatch(/^Statement \(drop\)/);
    const climax = { ...moment, kind: "climax", label: "climax" } as const;
    expect(landingText({ hit: 4, moment: climax, frames: 0 }, 25)).toMatch(/^Climax,/);
  });

  it("names hit points by their place, and what is drawn", () => {
    expect(hitText(12.4, "Thunder")).toBe("0:12.4 Thunder");
    expect(hitText(12, " ")).toBe("0:12 Cut");
    expect(laneText(cutsAt([1]), 2, null)).toBe("1 cut and 2 hit points in 0:30.");
    expect(laneText(cutsAt([1]), 0, { title: "Dawn", loudest: 21 })).toContain(
      "“Dawn” is loudest at 0:21.",
    );
  });
});

describe("a suggested tempo as a filter", () => {
  const tempo: Tempo = { bpm: 100, unit: "beat", on: 11, of: 11 };

  it("is set with half and double, and taken off again, leaving the others alone", () => {
    const set = tempoFilter(tempo, { energy: ["low"] });
    expect(set).toEqual({
      isOn: false,
      leadsTo: { energy: ["low"], tempo: [{ least: 98, most: 102 }], octaves: true },
    });
    expect(tempoFilter(tempo, set.leadsTo)).toEqual({ isOn: true, leadsTo: { energy: ["low"] } });
  });

  it("is known again by its span alone", () => {
    const { leadsTo } = tempoFilter(tempo, {});
    expect(suggestedIn(leadsTo, [{ ...tempo, bpm: 150 }, tempo])).toBe(tempo);
    expect(suggestedIn({ ...leadsTo, octaves: false }, [tempo])).toBeNull();
    expect(suggestedIn({}, [tempo])).toBeNull();
  });
});
