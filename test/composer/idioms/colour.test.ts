import { describe, expect, it } from "vitest";
import {
  accents,
  cluster,
  drone,
  guideLine,
  nature,
  ostinato,
  rollInto,
  sparse,
} from "../../../composer/idioms/colour.ts";
import { chordAt, pitchClass } from "../../../composer/lib/harmony.ts";
import type { Note } from "../../../composer/lib/score.ts";
import { toyScene } from "./toy-scene.ts";

const changes = "Imaj7 | VIm7 | IIm7 | V7";
const endOf = (notes: readonly Note[]): number =>
  Math.max(...notes.map(({ beat, length }) => beat + length));

describe("a guide line", () => {
  const scene = toyScene(changes, { instrument: "viola" });
  const notes = guideLine()(scene);

  it("plays thirds, sevenths and fifths, never the root", () => {
    for (const { beat, pitch } of notes) {
      const chord = chordAt(scene.chords, beat);
      expect(chord.tones.slice(1)).toContain(pitchClass(pitch));
    }
  });

  it("moves by small steps and ties common tones", () => {
    notes.slice(1).forEach(({ pitch }, i) => {
      const move = Math.abs(pitch - (notes[i]?.pitch ?? 0));
      expect(move).toBeGreaterThan(0);
      expect(move).toBeLessThanOrEqual(4);
    });
    expect(endOf(notes)).toBe(16);
  });
});

describe("a drone", () => {
  const play = (energy: number, fifth = true) =>
    drone({ low: 36, fifth })(toyScene("I | IV", { instrument: "dark pad", energy })).map(
      ({ pitch }) => pitch % 12,
    );

  it("holds tonic and fifth under all chords, and the octave in strong sections", () => {
    expect(play(0.3)).toEqual([0, 7]);
    expect(play(0.8)).toEqual([0, 7, 0]);
    expect(play(0.3, false)).toEqual([0]);
  });

  it("starts no lower than its instrument", () => {
    const [tonic] = drone({ low: 20 })(toyScene("I", { instrument: "viola" }));
    expect(tonic?.pitch).toBe(48);
  });

  it("lasts as long as the section", () => {
    const notes = drone()(toyScene("I | IV", { instrument: "dark pad" }));
    expect(notes.map(({ beat, length }) => [beat, length])).toEqual([
      [0, 8],
      [0, 8],
    ]);
  });
});

describe("an ostinato", () => {
  const scene = toyScene(changes, { instrument: "strings" });
  const notes = ostinato([[0, "01210121"]], { low: 55 })(scene);

  it("never rests, and follows the chords", () => {
    expect(notes.map(({ beat }) => beat)).toEqual(Array.from({ length: 32 }, (_, i) => i / 2));
    for (const { beat, pitch } of notes) {
      expect(chordAt(scene.chords, beat).tones).toContain(pitchClass(pitch));
    }
  });

  it("accents the beat", () => {
    const mean = (on: boolean): number => {
      const own = notes.filter(({ beat }) => Number.isInteger(beat) === on);
      return own.reduce((sum, { velocity }) => sum + velocity, 0) / own.length;
    };
    expect(mean(true)).toBeGreaterThan(mean(false));
  });
});

describe("single notes now and then", () => {
  const scenes = Array.from({ length: 30 }, (_, i) =>
    toyScene(`${changes} | ${changes}`, { instrument: "celesta", seed: `bells ${i}` }),
  );

  it("are tones of chord or scale, in the instrument's best range", () => {
    for (const scene of scenes) {
      const [low, high] = scene.instrument.sweet;
      for (const { beat, pitch } of sparse()(scene)) {
        const tones = [...chordAt(scene.chords, beat).tones, ...scene.scale];
        expect(tones).toContain(pitchClass(pitch));
        expect(pitch).toBeGreaterThanOrEqual(low);
        expect(pitch).toBeLessThanOrEqual(high);
      }
    }
  });

  it("have the requested density", () => {
    const count = (everyBeats: number): number =>
      scenes.reduce((sum, scene) => sum + sparse({ everyBeats, grace: 0 })(scene).length, 0);
    const often = count(2);
    expect(often / (scenes.length * 32)).toBeGreaterThan(0.35);
    expect(often / (scenes.length * 32)).toBeLessThan(0.65);
    expect(count(8)).toBeLessThan(often / 3);
  });
});

describe("a cluster", () => {
  it("enters note by note and is held to the section's end", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const scene = toyScene(changes, { instrument: "strings", seed: `c ${seed}` });
      const notes = cluster({ width: 5 })(scene);
      const beats = notes.map(({ beat }) => beat);
      expect(new Set(beats).size).toBe(5);
      expect(beats).toEqual([...beats].sort((a, b) => a - b));
      for (const { beat, length } of notes) expect(beat + length).toBe(16);
    }
  });

  it("is narrow", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const scene = toyScene("I", { instrument: "strings", seed: `n ${seed}` });
      const pitches = cluster({ width: 4 })(scene).map(({ pitch }) => pitch);
      expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThanOrEqual(6);
    }
  });
});

describe("accents", () => {
  it("fall on the first beat of every nth bar, on the requested tone", () => {
    const notes = accents({ everyBars: 2, tone: 1 })(
      toyScene("I | IV | V | I", { instrument: "timpani" }),
    );
    expect(notes.map(({ beat, pitch }) => [beat, pitch % 12])).toEqual([
      [0, 4],
      [8, 11],
    ]);
  });
});

describe("a roll into the next section", () => {
  it("fills the last beats, grows, and has one pitch", () => {
    const notes = rollInto({ beats: 4 })(toyScene("I | I", { instrument: "timpani" }));
    expect(notes[0]?.beat).toBe(4);
    expect(endOf(notes)).toBeLessThanOrEqual(8);
    expect(new Set(notes.map(({ pitch }) => pitch))).toEqual(new Set([notes[0]?.pitch]));
    const strengths = notes.map(({ velocity }) => velocity);
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
  });
});

describe("sounds of nature", () => {
  it("come and go, and end with the section", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const scene = toyScene(`${changes} | ${changes}`, {
        instrument: "birdsong",
        seed: `birds ${seed}`,
      });
      const notes = nature()(scene);
      expect(notes.length).toBeGreaterThan(1);
      expect(endOf(notes)).toBeLessThanOrEqual(32);
    }
  });
});
