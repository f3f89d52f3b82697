import { describe, expect, it } from "vitest";
import { climb, snareBuild } from "../../../composer/idioms/build-up.ts";
import type { Note } from "../../../composer/lib/score.ts";
import { toyScene } from "./toy-scene.ts";

describe("a snare build", () => {
  const notes = snareBuild()(toyScene("I | I | I | I", { label: "build" }));

  it("doubles its strokes from bar to bar and grows", () => {
    const perBar = [0, 1, 2, 3].map(
      (bar) => notes.filter((note) => Math.floor(note.beat / 4) === bar).length,
    );
    expect(perBar).toEqual([4, 8, 16, 32]);
    expect(notes.at(-1)?.velocity).toBeGreaterThan((notes[0]?.velocity ?? 1) * 2);
  });
});

describe("a climb", () => {
  const steady: Note[] = [0, 4, 8, 12].map((beat) => ({
    beat,
    length: 1,
    pitch: 90,
    velocity: 0.8,
  }));

  it("goes up an octave halfway, if the instrument's range allows", () => {
    const pitches = (instrument: string) =>
      climb(() => steady)(toyScene("I | I | I | I", { instrument })).map((note) => note.pitch);
    expect(pitches("harpsichord")).toEqual([90, 90, 90, 90]);
    expect(pitches("glockenspiel")).toEqual([90, 90, 102, 102]);
  });
});
