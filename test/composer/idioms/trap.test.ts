import { describe, expect, it } from "vitest";
import { hatRolls, sub808 } from "../../../composer/idioms/trap.ts";
import { toyScene } from "./toy-scene.ts";

const eight = "I | I | I | I | I | I | I | I";

describe("hi-hat rolls", () => {
  const closed = (energy: number, seed = "toy") =>
    hatRolls()(toyScene(eight, { energy, seed }))
      .filter((note) => note.pitch === 42)
      .map((note) => note.beat);

  it("keep the quavers and roll more in strong sections", () => {
    const quavers = Array.from({ length: 64 }, (_, i) => i / 2);
    expect(closed(0.4)).toEqual(expect.arrayContaining(quavers));
    expect(closed(0.95).length).toBeGreaterThan(closed(0.2).length);
    expect(closed(0.2).length).toBeGreaterThanOrEqual(64);
  });

  it("repeat every four bars in a piece, and differ between pieces", () => {
    const beats = closed(0.8);
    const ticks = (from: number) =>
      beats
        .filter((beat) => beat >= from && beat < from + 16)
        .map((beat) => Math.round((beat - from) * 480));
    expect(ticks(16)).toEqual(ticks(0));
    expect(closed(0.8, "other")).not.toEqual(beats);
  });
});

describe("an 808", () => {
  const play = (pattern: string) =>
    sub808([[0, pattern]])(toyScene("I", { instrument: "808 bass" }));

  it("holds the root, the fifth and the octave", () => {
    const tones = play("R---F-8-").map((note) => note.pitch);
    expect(tones.map((pitch) => pitch % 12)).toEqual([0, 7, 0]);
    expect((tones[2] ?? 0) - (tones[0] ?? 0)).toBe(12);
  });

  it("glides an octave without a gap, bending each step from the pitch before", () => {
    const notes = play("U-------");
    const [root] = notes;
    const steps = notes.slice(1);
    steps.forEach((note, i) => {
      const before = notes[i];
      expect(note.pitch + (note.scoop ?? 0)).toBe(before?.pitch);
      expect(note.beat).toBeCloseTo((before?.beat ?? 0) + (before?.length ?? 0));
    });
    expect((steps.at(-1)?.pitch ?? 0) - (root?.pitch ?? 0)).toBe(12);
  });

  it("bends no further than a pitch wheel reaches", () => {
    for (const { scoop = 0 } of [...play("U---D---")])
      expect(Math.abs(scoop)).toBeLessThanOrEqual(2);
  });
});
