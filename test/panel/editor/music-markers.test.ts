import { describe, expect, it } from "vitest";
import type { Structure } from "../../../src/contract/track.ts";
import { musicMarkers } from "../../../src/panel/editor/music-markers.ts";
import { BAR_DIGITS, packTimes } from "../../../src/shared/packed-times.ts";
import { resultOf } from "../results.ts";

const structure: Structure = {
  bars: [0.5, 2.5, 4.1],
  beatsPerBar: 4,
  sections: [
    { start: 0.5, label: "Intro" },
    { start: 2.5, label: "Theme" },
  ],
};
const marksOf = (kind: Parameters<typeof musicMarkers>[1], facts: Partial<Structure> = {}) =>
  musicMarkers(resultOf({ track: { structure: { ...structure, ...facts } } }).track, kind).map(
    ({ name, at }) => [name, Number(at.toFixed(3))],
  );

describe("markers of the music", () => {
  it("name sections by their labels, and number bars from one", () => {
    expect(marksOf("sections")).toEqual([
      ["Intro", 0.5],
      ["Theme", 2.5],
    ]);
    expect(marksOf("bars")).toEqual([
      ["Bar 1", 0.5],
      ["Bar 2", 2.5],
      ["Bar 3", 4.1],
    ]);
  });

  it("spread beats evenly within each bar, and take the last for as long as the one before", () => {
    expect(marksOf("beats")).toEqual([
      ["1.1", 0.5],
      ["1.2", 1],
      ["1.3", 1.5],
      ["1.4", 2],
      ["2.1", 2.5],
      ["2.2", 2.9],
      ["2.3", 3.3],
      ["2.4", 3.7],
      ["3.1", 4.1],
      ["3.2", 4.5],
      ["3.3", 4.9],
      ["3.4", 5.3],
    ]);
  });

  it("know one beat of a single bar, whose length nobody has told", () => {
    expect(marksOf("beats", { bars: [1] })).toEqual([["1.1", 1]]);
  });

  it("end with the track", () => {
    const { track } = resultOf({ track: { seconds: 4.5, structure } });
    expect(musicMarkers(track, "beats").at(-1)?.name).toBe("3.1");
    const { track: unidentified } = resultOf({ track: { seconds: 0, structure } });
    expect(musicMarkers(unidentified, "beats")).toHaveLength(12);
  });

  it("are none for a track without structure", () => {
    expect(musicMarkers(resultOf().track, "bars")).toEqual([]);
  });

  it("are set where bars were heard, if none are stated", () => {
    const starts = packTimes([0.5, 2.5, 4.1], BAR_DIGITS);
    const heard = { tempo: { bpm: 120, confidence: 0.9 }, bars: { beatsPerBar: 4, starts } };
    const { track } = resultOf({ track: { heard } });
    expect(musicMarkers(track, "bars").map(({ name, at }) => [name, at])).toEqual([
      ["Bar 1", 0.5],
      ["Bar 2", 2.5],
      ["Bar 3", 4.1],
    ]);
    expect(musicMarkers(track, "sections")).toEqual([]);
  });
});
