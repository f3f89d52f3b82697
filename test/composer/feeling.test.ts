import { describe, expect, it } from "vitest";
import { courseOf } from "../../composer/lib/course.ts";
import {
  densityOf,
  feelingOf,
  majorness,
  measuredArousal,
  paceOf,
  tempoWord,
  wordsFor,
} from "../../composer/lib/feeling.ts";
import { instrumentNamed } from "../../composer/lib/instruments.ts";
import type { Note, Score, SectionLabel } from "../../composer/lib/score.ts";

/** A piano at one beat per second. */
function score(notes: readonly Note[]): Score {
  return {
    tempo: [{ beat: 0, bpm: 60 }],
    metre: "4/4",
    sections: [],
    tracks: [
      {
        label: "piano",
        role: "melody",
        instrument: instrumentNamed("piano"),
        notes: [...notes],
        controls: [],
        bends: [],
        pan: 64,
        volume: 100,
        reverb: 0,
      },
    ],
    end: 10,
  };
}

function note(beat: number, pitch: number, velocity = 0.55): Note {
  return { beat, length: 1, pitch, velocity };
}

const c = 0;
const [e, eFlat] = [64, 63];

describe("measured feeling", () => {
  it("counts notes that begin in the span", () => {
    expect(densityOf(score([note(0, 60), note(1, 60), note(9, 60)]), 0, 4)).toBe(0.5);
  });

  it("tells major from minor by thirds and sixths, and is neutral without them", () => {
    expect(majorness(score([note(0, e), note(1, e), note(2, eFlat)]), 0, 10, c)).toBeCloseTo(1 / 3);
    expect(majorness(score([note(0, eFlat)]), 0, 10, c)).toBe(-1);
    expect(majorness(score([note(0, 60)]), 0, 10, c)).toBe(0);
    const [a, aFlat] = [69, 68];
    expect(majorness(score([note(0, e), note(1, a)]), 0, 10, c)).toBe(1);
    expect(majorness(score([note(0, e), note(1, aFlat)]), 0, 10, c)).toBe(0);
  });

  it("is more excited for faster, denser or harder playing", () => {
    const plain = [note(0, 60), note(1, 60)];
    const base = measuredArousal(score(plain), 0, 4, 110);
    expect(measuredArousal(score(plain), 0, 4, 140)).toBeGreaterThan(base);
    expect(measuredArousal(score([...plain, note(2, 60)]), 0, 4, 110)).toBeGreaterThan(base);
    const hard = plain.map(({ beat, pitch }) => note(beat, pitch, 0.7));
    expect(measuredArousal(score(hard), 0, 4, 110)).toBeGreaterThan(base);
  });

  it("weights words and notes", () => {
    // sad: valence -0.7, arousal -0.4
    const { valence, arousal } = feelingOf(["sad"], 0.2, 1);
    expect(valence).toBeCloseTo(0.75 * -0.7 + 0.25);
    expect(arousal).toBeCloseTo(0.5 * -0.4 + 0.5 * 0.2);
  });

  it("finds calmer words for weaker sections", () => {
    const palette = ["calm", "hopeful", "triumphant"];
    expect(wordsFor(palette, -0.6, 1)).toEqual(["calm"]);
    expect(wordsFor(palette, 0.6, 1)).toEqual(["triumphant"]);
  });
});

describe("the tempo word", () => {
  it("follows the felt beats", () => {
    expect([50, 80, 100, 140].map((pace) => tempoWord(pace, 0.5))).toEqual([
      "very slow",
      "slow",
      "medium tempo",
      "fast",
    ]);
    expect(paceOf(150, "3/4")).toBe(100);
    expect(paceOf(150, "4/4")).toBe(150);
  });

  it("never calls a calm piece fast", () => {
    expect(tempoWord(140, 0)).toBe("medium tempo");
  });
});

describe("a piece's course", () => {
  const course = (...energies: number[]): string =>
    courseOf(
      energies.map((energy, i) => {
        const label: SectionLabel = i === energies.length - 1 ? "ending" : "statement";
        return { energy, label };
      }),
    );

  it.each([
    ["even", [0.8, 0.9, 1, 0.2]],
    ["rise", [0.2, 0.5, 1, 0.4]],
    ["rise with a rest", [0.3, 0.7, 0.3, 1, 0.4]],
    ["early", [0.4, 1, 0.7, 0.5, 0.3]],
    ["early", [0.9, 0.4, 1, 0.3]],
  ])("is %s", (expected, energies) => {
    expect(course(...energies)).toBe(expected);
  });
});
