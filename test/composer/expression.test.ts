import { describe, expect, it } from "vitest";
import type { Player } from "../../composer/lib/arrange.ts";
import { instrumentNamed } from "../../composer/lib/instruments.ts";
import { express, slides } from "../../composer/lib/perform.ts";
import { createRng } from "../../composer/lib/rng.ts";
import type { Control, Note, Role, Section } from "../../composer/lib/score.ts";
import type { Ending } from "../../composer/lib/style.ts";
import { known } from "./pieces.ts";

const section = (label: Section["label"], start: number, energy: number): Section => ({
  label,
  theme: "a",
  bars: 4,
  start,
  beats: 16,
  energy,
  transpose: 0,
});

const quiet = section("statement", 0, 0.3);
const build = section("build", 0, 0.3);
const ending = section("ending", 16, 0.4);
/** First beat of the last bar. */
const rest = 28;

function controlsOf(
  instrument: string,
  role: Role,
  {
    notes = [],
    end = "ring",
    sections = [quiet, ending],
  }: {
    notes?: readonly Note[];
    end?: Ending;
    sections?: readonly Section[];
  } = {},
): Control[] {
  const player: Player = {
    plan: { role, play: () => [], on: [instrument] },
    instrument: instrumentNamed(instrument),
    memory: {},
    rng: createRng("player"),
  };
  return express(notes, player, { ...known("waltz"), ending: end }, sections, 4);
}

const valuesOf = (controls: readonly Control[], controller: number): number[] =>
  controls.filter((control) => control.controller === controller).map(({ value }) => value);
const volume = 11;
const vibrato = 1;

describe("swells", () => {
  it("are only for instruments that can swell: a piano has none", () => {
    expect(controlsOf("piano", "harmony")).toEqual([]);
    expect(controlsOf("strings", "harmony").length).toBeGreaterThan(10);
  });

  it("of held chords rise and fall over two bars", () => {
    const controls = controlsOf("strings", "harmony").filter(({ beat }) => beat < 16);
    const loudest = Math.max(...controls.map(({ value }) => value));
    const peaks = controls.filter(({ value }) => value === loudest).map(({ beat }) => beat);
    expect(peaks[0]).toBeGreaterThan(3);
    expect(peaks[0]).toBeLessThan(6);
    expect(peaks.some((beat) => beat > 11 && beat < 14)).toBe(true);
  });

  it("grow through a build", () => {
    const controls = controlsOf("strings", "harmony", { sections: [build, ending] });
    const peak = (from: number, to: number): number =>
      Math.max(...controls.filter(({ beat }) => beat >= from && beat < to).map((c) => c.value));
    expect(peak(8, 16)).toBeGreaterThan(peak(0, 8));
  });

  it("of a tune grow into long notes, with vibrato once the note is established", () => {
    const long: Note = { beat: 4, length: 4, pitch: 72, velocity: 0.7 };
    const controls = controlsOf("violin", "melody", { notes: [long] });
    const swell = valuesOf(controls, volume);
    expect(Math.max(...swell)).toBeGreaterThan(swell[0] ?? 127);
    expect(swell.at(-1)).toBeLessThan(Math.max(...swell));
    const shaking = controls.filter((c) => c.controller === vibrato && c.value > 0);
    expect(shaking[0]?.beat).toBeGreaterThan(5);
    expect(Math.max(...shaking.map(({ value }) => value))).toBeLessThan(64);
  });

  it("do not change short notes", () => {
    const short: Note = { beat: 4, length: 0.5, pitch: 72, velocity: 0.7 };
    expect(controlsOf("violin", "melody", { notes: [short] })).toEqual([
      { beat: 4, controller: volume, value: 108 },
    ]);
  });

  it("are in order and within a controller's range", () => {
    for (const role of ["harmony", "bass", "colour", "melody"] as const) {
      const notes = [0, 4, 8].map((beat): Note => ({ beat, length: 3, pitch: 67, velocity: 0.6 }));
      const controls = controlsOf("cello", role, { notes, end: "fade" });
      const beats = controls.map(({ beat }) => beat);
      expect(beats).toEqual([...beats].sort((a, b) => a - b));
      for (const { value } of controls) {
        expect(value).toBe(Math.round(value));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(127);
      }
    }
  });
});

describe("a fading end", () => {
  it.each([
    ["piano", "harmony"],
    ["strings", "harmony"],
    ["flute", "melody"],
  ] as const)("takes a %s to nothing and never up again", (instrument, role) => {
    const tail = controlsOf(instrument, role, { end: "fade" }).filter(({ beat }) => beat > rest);
    const values = valuesOf(tail, volume);
    expect(values.length).toBeGreaterThan(5);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.at(-1)).toBeLessThan(10);
  });
});

describe("slides", () => {
  it("start at their distance from the note and end on it", () => {
    const bends = slides([{ beat: 2, length: 1, pitch: 60, velocity: 0.7, scoop: -1.2 }]);
    expect(bends[0]).toEqual({ beat: 2, semitones: -1.2 });
    expect(bends.at(-1)?.semitones).toBeCloseTo(0);
    expect(bends.at(-1)?.beat).toBeLessThan(2.25);
    const semitones = bends.map((bend) => bend.semitones);
    expect(semitones).toEqual([...semitones].sort((a, b) => a - b));
  });

  it("are absent from notes that begin on pitch", () => {
    expect(slides([{ beat: 0, length: 1, pitch: 60, velocity: 0.7 }])).toEqual([]);
  });
});
