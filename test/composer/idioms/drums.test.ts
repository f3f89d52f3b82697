import { describe, expect, it } from "vitest";
import { drums, percussionLoop } from "../../../composer/idioms/drums.ts";
import type { Note } from "../../../composer/lib/score.ts";
import { toyScene } from "./toy-scene.ts";

const [kick, snare, hat, crash] = [36, 38, 42, 49];
const toms = [41, 47, 50];
const eight = "I | I | I | I | I | I | I | I";
const beat = { kick: "x.......", hat: "x.x.x.x." };

type Options = Parameters<typeof toyScene>[1];

const play = (options: Parameters<typeof drums>[1], scene: Options = {}): Note[] =>
  drums([[0, beat]], options)(toyScene(eight, { energy: 0.4, ...scene }));

const strokesOn = (notes: readonly Note[], keys: readonly number[]): number[] =>
  notes.filter(({ pitch }) => keys.includes(pitch)).map((note) => note.beat);

describe("a groove", () => {
  it("is read drum by drum, with several bars in turn", () => {
    const notes = percussionLoop([[0, { kick: "x...|..x.", snare: "..X." }]])(toyScene("I | I"));
    expect(strokesOn(notes, [kick])).toEqual([0, 6]);
    expect(strokesOn(notes, [snare])).toEqual([2, 6]);
  });

  it("has accents, ghost notes and rolls by its signs", () => {
    const notes = percussionLoop([[0, { snare: "Xxogr---" }]])(toyScene("I"));
    const strengths = notes.slice(0, 4).map(({ velocity }) => velocity);
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    const roll = notes.slice(4);
    expect(roll.map((note) => note.beat)).toEqual([2, 2.5, 3, 3.5]);
    expect(roll.map(({ velocity }) => velocity)).toEqual(
      roll.map(({ velocity }) => velocity).sort((a, b) => a - b),
    );
  });

  it("is chosen by the section's energy", () => {
    const groove = drums(
      [
        [0, { kick: "x..." }],
        [0.6, { kick: "xxxx" }],
      ],
      { fill: "none", crash: false },
    );
    expect(groove(toyScene("I", { energy: 0.5 }))).toHaveLength(1);
    expect(groove(toyScene("I", { energy: 0.7 }))).toHaveLength(4);
  });
});

describe("a fill", () => {
  it("leads out of every section, for any seed", () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const notes = play({}, { seed: `fill ${seed}` });
      const strokes = strokesOn(notes, [snare, ...toms]).filter((at) => at >= 31);
      expect(strokes[0]).toBe(31);
    }
  });

  it("replaces the groove while it lasts", () => {
    const notes = play({});
    expect(strokesOn(notes, [hat]).filter((at) => at >= 31)).toEqual([]);
    expect(strokesOn(notes, [hat]).filter((at) => at >= 28)).toEqual([28, 29, 30]);
  });

  it("comes only at the ends of phrases, but not of all phrases", () => {
    const ends = Array.from({ length: 40 }, (_, seed) => {
      const inside = strokesOn(play({}, { seed: `phrase ${seed}` }), [snare, ...toms]).filter(
        (at) => at < 28,
      );
      for (const at of inside) expect(Math.floor(at)).toBe(15);
      return inside.length > 0;
    });
    expect(ends.filter(Boolean).length).toBeGreaterThan(10);
    expect(ends.filter(Boolean).length).toBeLessThan(35);
  });

  it("is longer in strong sections", () => {
    const first = (energy: number): number =>
      Math.min(...strokesOn(play({ crash: false }, { energy }), [snare]).filter((at) => at > 27));
    expect(first(0.4)).toBe(31);
    expect(first(0.9)).toBe(30);
  });

  it("grows towards the bar line and goes down the toms", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const fill = play({}, { energy: 0.55, seed: `down ${seed}` }).filter(
        (note) => note.beat >= 30 && [snare, ...toms].includes(note.pitch),
      );
      const [first, last] = [fill[0], fill.at(-1)];
      expect(first?.pitch).toBe(snare);
      expect(last?.velocity ?? 0).toBeGreaterThan(first?.velocity ?? 1);
      const onToms = fill.map(({ pitch }) => pitch).filter((pitch) => toms.includes(pitch));
      expect(onToms).toEqual([...onToms].sort((a, b) => b - a));
    }
  });

  it("rolls in demisemiquavers without a gap", () => {
    const roll = strokesOn(play({ fill: "roll" }), [snare]).filter((at) => at >= 31);
    expect(roll).toEqual(Array.from({ length: 8 }, (_, i) => 31 + i / 8));
  });

  it("is not played into a piece's last bar, or with fills turned off", () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const none = play({ fill: "none" }, { seed: `none ${seed}` });
      expect(strokesOn(none, [snare, ...toms])).toEqual([]);
    }
    const endings = Array.from({ length: 20 }, (_, seed) =>
      strokesOn(play({}, { label: "ending", seed: `end ${seed}` }), [snare, ...toms]).filter(
        (at) => at >= 31,
      ),
    );
    expect(endings.some((strokes) => strokes.length === 0)).toBe(true);
  });
});

describe("a crash", () => {
  const crashes = (energy: number): number[] =>
    strokesOn(play({ fill: "none" }, { energy }), [crash]);

  it("opens strong sections, and the strongest have a second", () => {
    expect(crashes(0.5)).toEqual([]);
    expect(crashes(0.7)).toEqual([0]);
    expect(crashes(0.95)).toEqual([0, 16]);
  });
});
