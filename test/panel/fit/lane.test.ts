import { describe, expect, it } from "vitest";
import { energyOf, partsOf } from "../../../src/panel/fit/lane.ts";
import { packEnergy } from "../../../src/shared/energy-curve.ts";
import { resultOf } from "../results.ts";
import { FIT } from "./fit-bench.ts";

const sections = [
  { start: 0, label: "Intro" },
  { start: 8, label: "Verse" },
  { start: 44, label: "Chorus" },
];
const { track } = resultOf({ track: { structure: { bars: [], beatsPerBar: 4, sections } } });

describe("what a fit plays when", () => {
  it("is parted by passages, and by sections within them", () => {
    expect(partsOf(FIT, track)).toEqual([
      { label: "Intro", isJoined: true, start: 0, end: 8 },
      { label: "Verse", isJoined: false, start: 8, end: 12 },
      { label: "Verse", isJoined: true, start: 12, end: 16 },
      { label: "Chorus", isJoined: false, start: 16, end: 20 },
      { label: "Chorus", isJoined: true, start: 20, end: 30 },
    ]);
  });

  it("has no labels where the track has no sections", () => {
    expect(partsOf(FIT, resultOf().track).map(({ label }) => label)).toEqual(["", "", ""]);
  });
});

describe("the energy of a fit", () => {
  it("is that of the places in the track that sound", () => {
    // Soft in the first half of the track, loud in the second.
    const energy = packEnergy([...Array<number>(16).fill(-30), ...Array<number>(16).fill(-12)]);
    const curve = energyOf(FIT, { ...track, heard: { energy } });
    const at = (seconds: number): number => curve[Math.floor((seconds / 30) * curve.length)] ?? -1;
    expect(at(5)).toBe(0);
    expect(at(18.5)).toBe(1);
    expect(at(25)).toBe(1);
  });

  it("is none where nobody has heard the track, and low where nothing sounds", () => {
    expect(energyOf(FIT, track)).toEqual([]);
    const energy = packEnergy([-12, -12]);
    const late = { ...FIT, passages: [{ source: { start: 80, end: 90 }, at: 20 }] };
    const curve = energyOf(late, { ...track, heard: { energy } });
    expect(curve[0]).toBe(0);
    expect(curve.at(-1)).toBe(1);
  });
});
