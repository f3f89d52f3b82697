import { describe, expect, it } from "vitest";
import { melody, type MelodyOptions } from "../../../composer/idioms/melody.ts";
import { chordAt, pitchClass } from "../../../composer/lib/harmony.ts";
import { readBar } from "../../../composer/lib/pattern.ts";
import { createRng } from "../../../composer/lib/rng.ts";
import type { Note } from "../../../composer/lib/score.ts";
import type { Scene } from "../../../composer/lib/style.ts";
import { toyScene } from "./toy-scene.ts";

const plain: MelodyOptions = {
  cells: ["x-x-x-x-", "x---x-x-", "x-xxx-x-", "..x-x-x-"],
  cadence: ["x-x-----", "x-------"],
};

/** Two phrases of four bars; every answer closes on the tonic chord. */
const song = "I | VIm | IV | V7 | I | IIm | V7 | I";
const instruments = ["violin", "flute", "trumpet", "piano", "tenor saxophone"];

/** Tunes from many seeds on several instruments. */
const tunes = Array.from({ length: 60 }, (_, i) => {
  const instrument = instruments[i % instruments.length] ?? "violin";
  const scene = toyScene(song, { instrument, seed: `tune ${i}` });
  return { scene, notes: melody(plain)(scene) };
});

const last = (notes: readonly Note[]): Note => {
  const note = notes.at(-1);
  if (!note) throw new Error("The tune is empty");
  return note;
};

const onsetsIn = (notes: readonly Note[], bar: number): number[] =>
  notes.filter(({ beat }) => Math.floor(beat / 4) === bar).map(({ beat }) => beat - bar * 4);

describe("a tune", () => {
  it("stays in its instrument's best range", () => {
    for (const { scene, notes } of tunes) {
      const [low, high] = scene.instrument.sweet;
      const outside = notes.filter(({ pitch }) => pitch < low || pitch > high);
      expect(outside, scene.instrument.name).toEqual([]);
    }
  });

  it("is made of the given rhythms, and closes every phrase with a cadence", () => {
    const asOnsets = (texts: readonly string[]): string[] =>
      texts.map((text) =>
        readBar(text, 4)
          .map(({ beat }) => beat)
          .join(),
      );
    for (const { notes } of tunes) {
      for (let bar = 0; bar < 8; bar += 1) {
        const known = asOnsets(bar % 4 === 3 ? plain.cadence : plain.cells);
        expect(known).toContain(onsetsIn(notes, bar).join());
      }
    }
  });

  it("has only tones of the scale and the chord", () => {
    for (const { scene, notes } of tunes) {
      for (const { beat, pitch } of notes) {
        const tones = [...scene.scale, ...chordAt(scene.chords, beat).tones];
        expect(tones).toContain(pitchClass(pitch));
      }
    }
  });

  it("moves mostly by step and never leaps further than an octave", () => {
    const leaps = tunes.flatMap(({ notes }) =>
      notes.slice(1).map(({ pitch }, i) => Math.abs(pitch - (notes[i]?.pitch ?? pitch))),
    );
    expect(Math.max(...leaps)).toBeLessThanOrEqual(12);
    expect(leaps.filter((size) => size <= 4).length / leaps.length).toBeGreaterThan(0.75);
  });

  it("has chord tones for long notes, and never holds a half step above one", () => {
    const long = tunes.flatMap(({ scene, notes }) =>
      notes
        .filter(({ length }) => length > 1.5)
        .map(({ beat, pitch }) => ({
          chord: chordAt(scene.chords, beat),
          tone: pitchClass(pitch),
        })),
    );
    const inChord = long.filter(({ chord, tone }) => chord.tones.includes(tone));
    expect(inChord.length / long.length).toBeGreaterThan(0.9);
    const grating = long.filter(
      ({ chord, tone }) =>
        !chord.tones.includes(tone) && chord.tones.includes(pitchClass(tone - 1)),
    );
    expect(grating).toEqual([]);
  });

  it("answers its first phrase: the second ends on the tonic more often", () => {
    const home = (bar: number): number =>
      tunes.filter(({ notes }) => last(notes.filter(({ beat }) => beat < bar * 4)).pitch % 12 === 0)
        .length;
    expect(home(8)).toBeGreaterThan(home(4));
    expect(home(8) / tunes.length).toBeGreaterThan(0.5);
  });

  it("rises towards the middle of a phrase", () => {
    const mean = (from: number, to: number): number => {
      const pitches = tunes.flatMap(({ notes }) =>
        notes.filter(({ beat }) => beat >= from && beat < to).map(({ pitch }) => pitch),
      );
      return pitches.reduce((sum, pitch) => sum + pitch, 0) / pitches.length;
    };
    expect(mean(6, 11)).toBeGreaterThan(mean(0, 3));
    expect(mean(6, 11)).toBeGreaterThan(mean(13, 16));
  });
});

describe("a theme", () => {
  const sceneOf = (section: string, changes: Partial<Scene> = {}): Scene => ({
    ...toyScene(song, { instrument: "violin" }),
    rng: createRng(section),
    ...changes,
  });

  it("is the same in every section with its letter, and different for the other letter", () => {
    const once = melody(plain)(sceneOf("first"));
    expect(melody(plain)(sceneOf("second"))).toEqual(once);
    const { section } = sceneOf("first");
    const other = melody(plain)(sceneOf("first", { section: { ...section, theme: "b" } }));
    expect(other).not.toEqual(once);
  });

  it("is higher in a climax and lower in a break", () => {
    const mean = (label: "climax" | "statement" | "break"): number => {
      const { section } = sceneOf("x");
      const notes = melody(plain)(sceneOf("x", { section: { ...section, label } }));
      return notes.reduce((sum, { pitch }) => sum + pitch, 0) / notes.length;
    };
    expect(mean("climax")).toBeGreaterThan(mean("statement"));
    expect(mean("break")).toBeLessThan(mean("statement"));
  });

  it("is different each time for an improviser", () => {
    const improvised = melody({ ...plain, improvise: true });
    expect(improvised(sceneOf("first"))).not.toEqual(improvised(sceneOf("second")));
  });

  it("gives way to a solo's own rhythms in a solo section", () => {
    const { section } = sceneOf("x");
    const solo = melody({ ...plain, solo: ["xxxxxxxx"] });
    const notes = solo(sceneOf("x", { section: { ...section, label: "solo" } }));
    expect(onsetsIn(notes, 0)).toHaveLength(8);
    expect(onsetsIn(solo(sceneOf("x")), 0).length).toBeLessThan(8);
  });
});

describe("ornaments", () => {
  const ornate = { ...plain, ornament: 1 };

  it("come when a theme returns, not on its first appearance", () => {
    const at = (label: "statement" | "variation"): Note[] => {
      const scene = toyScene(song, { instrument: "violin", label });
      return melody(ornate)(scene);
    };
    expect(at("statement")).toEqual(melody(plain)(toyScene(song, { instrument: "violin" })));
    expect(at("variation").length).toBeGreaterThan(at("statement").length);
  });

  it("stay within the note's own time", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const scene = () =>
        toyScene(song, { instrument: "violin", label: "variation", seed: `o ${seed}` });
      const bare = melody(plain)(scene());
      const played = melody(ornate)(scene());
      const ends = (notes: readonly Note[]): number =>
        Math.max(...notes.map(({ beat, length }) => beat + length));
      expect(ends(played)).toBeCloseTo(ends(bare));
      // Every plain note is still there, whole or split.
      for (const { beat, pitch } of bare) {
        expect(played.some((note) => note.beat === beat && note.pitch === pitch)).toBe(true);
      }
    }
  });
});

describe("a second voice", () => {
  const inThirds = melody({ ...plain, thirds: true });

  it("follows the tune a third to a sixth below, in strong sections only", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const at = (energy: number): Note[] =>
        inThirds(toyScene(song, { instrument: "violin", seed: `thirds ${seed}`, energy }));
      const tune = at(0.4);
      const both = at(0.8);
      const second = both.slice(tune.length);
      expect(both.slice(0, tune.length)).toEqual(tune);
      expect(second.length).toBeGreaterThan(tune.length / 2);
      for (const { beat, pitch } of second) {
        const above = tune.find((note) => note.beat === beat);
        expect([3, 4, 5, 8, 9]).toContain((above?.pitch ?? 0) - pitch);
      }
    }
  });

  it("does not go below its instrument", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const scene = toyScene(song, { instrument: "tin whistle", seed: `low ${seed}`, energy: 1 });
      const [low] = scene.instrument.range;
      for (const { pitch } of inThirds(scene)) expect(pitch).toBeGreaterThanOrEqual(low);
    }
  });
});
