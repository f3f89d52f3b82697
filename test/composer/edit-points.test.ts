import { describe, expect, it } from "vitest";
import { editPointsOf } from "../../composer/lib/edit-points.ts";
import { drumKit } from "../../composer/lib/instruments.ts";
import type { Score, Section } from "../../composer/lib/score.ts";

const snare = 38;

function section(label: Section["label"], start: number, bars: number): Section {
  return { label, theme: "a", bars, start, beats: bars * 4, energy: 0.5, transpose: 0 };
}

/** Six bars of four beats, one beat per second: a snare on two and four, and a fill where requested. */
function score(fillBefore: readonly number[]): Score {
  const notes = Array.from({ length: 24 }, (_, beat) => beat)
    .flatMap((beat) => {
      if (fillBefore.includes(beat + 1)) return [0, 0.25, 0.5, 0.75].map((late) => beat + late);
      return beat % 2 === 1 ? [beat] : [];
    })
    .map((beat) => ({ beat, length: 0.2, pitch: snare, velocity: 0.7 }));
  return {
    tempo: [{ beat: 0, bpm: 60 }],
    metre: "4/4",
    sections: [section("statement", 0, 4), section("ending", 16, 2)],
    tracks: [
      {
        label: "drums",
        role: "drums",
        instrument: drumKit("drums", "standard"),
        notes,
        controls: [],
        bends: [],
        pan: 64,
        volume: 100,
        reverb: 0,
      },
    ],
    end: 26,
  };
}

describe("edit points", () => {
  it("are all bar lines, the section's start and the last bar", () => {
    expect(editPointsOf(score([]))).toEqual({
      bars: [0, 4, 8, 12, 16, 20],
      hits: [
        { seconds: 0, bar: 1, kind: "section" },
        { seconds: 16, bar: 5, kind: "section" },
        { seconds: 20, bar: 6, kind: "last" },
      ],
    });
  });

  it("are where a fill arrives, but not where a groove only repeats", () => {
    const { hits } = editPointsOf(score([8]));
    expect(hits).toContainEqual({ seconds: 8, bar: 3, kind: "fill" });
    expect(hits).toHaveLength(4);
  });

  it("are labelled as a section if a fill leads into one", () => {
    expect(editPointsOf(score([16]))).toEqual(editPointsOf(score([])));
  });

  it("follow the tempo", () => {
    const slower = {
      ...score([]),
      tempo: [
        { beat: 0, bpm: 60 },
        { beat: 20, bpm: 30 },
      ],
    };
    expect(editPointsOf({ ...slower, sections: [section("ending", 0, 7)] }).bars).toEqual([
      0, 4, 8, 12, 16, 20, 28,
    ]);
  });
});
