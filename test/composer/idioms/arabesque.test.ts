import { describe, expect, it } from "vitest";
import { arabesque } from "../../../composer/idioms/arabesque.ts";
import { toyScene } from "./toy-scene.ts";

describe("an arabesque", () => {
  const progression = Array.from({ length: 16 }, () => "I").join(" | ");
  const notes = arabesque({ everyBeats: 5 })(toyScene(progression, { instrument: "flute" }));

  it("uses five tones without semitones, the tonic among them", () => {
    const tones = [...new Set(notes.map((note) => note.pitch % 12))].sort((a, b) => a - b);
    expect([0, 2, 4, 7, 9]).toEqual(expect.arrayContaining(tones));
    expect(tones).toContain(0);
  });

  it("holds long notes and leaves silence between its runs", () => {
    expect(Math.max(...notes.map((note) => note.length))).toBeGreaterThanOrEqual(1.5);
    const gaps = notes.slice(1).map((note, i) => {
      const before = notes[i];
      return note.beat - (before ? before.beat + before.length : 0);
    });
    expect(Math.max(...gaps)).toBeGreaterThan(1);
  });

  it("stops at its section's end", () => {
    for (const note of notes) expect(note.beat + note.length).toBeLessThanOrEqual(64.01);
  });
});
