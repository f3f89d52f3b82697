import { describe, expect, it } from "vitest";
import type { Section, Track } from "../../../src/contract/track.ts";
import { bordersOf, hasStretch, withStretch } from "../../../src/engine/query/stretches.ts";
import { packTimes, PART_DIGITS } from "../../../src/shared/packed-times.ts";
import { track } from "../toy.ts";

const sections = (...starts: readonly number[]): Pick<Track, "structure"> => ({
  structure: { bars: [], beatsPerBar: 4, sections: starts.map((start) => ({ start, label: "" })) },
});
const TRACKS = [
  track("stated", { seconds: 90, ...sections(0, 20, 45.2, 80) }),
  track("heard", { seconds: 60, heard: { parts: packTimes([0, 31], PART_DIGITS) } }),
  track("bare", { seconds: 30.4 }),
  track("unknown", { seconds: 0, ...sections(0, 30) }),
];
const fitting = (seconds: number, tolerance = 0.5): string[] => {
  const borders = bordersOf(TRACKS);
  return TRACKS.filter((_, t) => hasStretch(borders, t, { seconds, tolerance })).map(
    ({ id }) => id,
  );
};

describe("tracks that fit a length", () => {
  it("have it themselves, or between two of their sections, or up to their end", () => {
    expect(fitting(30)).toEqual(["bare"]);
    expect(fitting(25)).toEqual(["stated"]);
    expect(fitting(29)).toEqual(["heard"]);
    expect(fitting(45)).toEqual(["stated"]);
    expect(fitting(90)).toEqual(["stated"]);
  });

  it("may be off as far as the tolerance says, and no further", () => {
    expect(fitting(30.4, 0)).toEqual(["bare"]);
    expect(fitting(30.5, 0.1)).toEqual(["bare"]);
    expect(fitting(30.6, 0.1)).toEqual([]);
  });

  it("are none for half a second or three hours of music in sections, and none of unknown length", () => {
    expect(fitting(0.5, 0)).toEqual([]);
    expect(fitting(10_800)).toEqual([]);
    expect(fitting(30, 60)).not.toContain("unknown");
  });
});

describe("the stretch of a result", () => {
  const stretchOf = (seconds: number, section: Section): Section | undefined => {
    const [stated] = TRACKS;
    if (stated === undefined) return undefined;
    const result = { rank: 1, track: stated, score: 1, section, why: [] };
    return withStretch(result, { seconds, tolerance: 0.5 }).section;
  };

  it("is that with most of the section that fits best", () => {
    expect(stretchOf(45, { start: 50, end: 60 })).toEqual({ start: 45.2, end: 90 });
    expect(stretchOf(45, { start: 0, end: 10 })).toEqual({ start: 0, end: 45.2 });
  });

  it("is the section as it was where nothing has the length", () => {
    expect(stretchOf(7, { start: 50, end: 60 })).toEqual({ start: 50, end: 60 });
  });
});
