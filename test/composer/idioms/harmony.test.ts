import { describe, expect, it } from "vitest";
import { arpeggio, comp, pad, powerChords, strum } from "../../../composer/idioms/harmony.ts";
import { chordAt, pitchClass } from "../../../composer/lib/harmony.ts";
import type { Note } from "../../../composer/lib/score.ts";
import type { Idiom, Scene } from "../../../composer/lib/style.ts";
import { toyScene } from "./toy-scene.ts";

const changes = "Imaj7 | VIm7 | IIm7 | V7";

const pitchesAt = (notes: readonly Note[], from: number, to = from + 0.2): number[] =>
  notes.filter(({ beat }) => beat >= from - 1e-6 && beat < to).map(({ pitch }) => pitch);

const players: [string, Idiom, string][] = [
  ["a pad", pad(), "strings"],
  ["comping", comp([[0, "x-x-x-x-"]]), "piano"],
  ["a strum", strum([[0, "D-DU-UDU"]], { low: 43, high: 69 }), "acoustic guitar"],
  ["an arpeggio", arpeggio([[0, "b-1-2-1-"]]), "harp"],
];

describe.each(players)("%s", (_, play, instrument) => {
  const scene: Scene = toyScene(changes, { instrument });
  const notes = play(scene);

  it("has only tones of the current chord", () => {
    for (const { beat, pitch } of notes) {
      expect(chordAt(scene.chords, beat).tones, `beat ${beat}`).toContain(pitchClass(pitch));
    }
  });

  it("stays in its instrument's range", () => {
    const [low, high] = scene.instrument.range;
    for (const { pitch } of notes) {
      expect(pitch).toBeGreaterThanOrEqual(low);
      expect(pitch).toBeLessThanOrEqual(high);
    }
  });

  it("plays through the whole section and not beyond it", () => {
    expect(Math.min(...notes.map(({ beat }) => beat))).toBe(0);
    const ends = notes.map(({ beat, length }) => beat + length);
    expect(Math.max(...ends)).toBeGreaterThan(14);
    // The hand takes a moment to cross the strings.
    expect(Math.max(...ends)).toBeLessThan(16.1);
  });
});

describe("a pad", () => {
  it("ties tones that two chords share", () => {
    const notes = pad({ voices: 3, low: 55, high: 76 })(
      toyScene("I | VIm", { instrument: "strings" }),
    );
    const tied = notes.filter(({ length }) => length === 8).map(({ pitch }) => pitch % 12);
    expect(tied.sort()).toEqual([0, 4]);
    expect(notes).toHaveLength(4);
  });

  it("has the requested velocity", () => {
    const scene = toyScene("I", { instrument: "strings" });
    expect(new Set(pad({ velocity: 0.3 })(scene).map(({ velocity }) => velocity))).toEqual(
      new Set([0.3]),
    );
  });
});

describe("comping", () => {
  const hits = comp([[0, "X-x-g-.."]], { voices: 3 })(toyScene("I", { instrument: "piano" }));

  it("strikes whole chords at the rhythm's signs, with their accents", () => {
    expect([0, 1, 2, 3].map((beat) => pitchesAt(hits, beat).length)).toEqual([3, 3, 3, 0]);
    const [hard = 0, plain = 0, ghost = 0] = [0, 1, 2].map(
      (at) => hits.find(({ beat }) => beat === at)?.velocity,
    );
    expect(hard).toBeGreaterThan(plain);
    expect(plain).toBeGreaterThan(ghost);
  });

  it("leaves the root to the bass on request", () => {
    const rootless = comp([[0, "x-------"]], { voices: 4, rootless: true });
    for (const pitch of pitchesAt(rootless(toyScene("V7", { instrument: "piano" })), 0)) {
      expect(pitch % 12).not.toBe(7);
    }
  });

  it("keeps its voicing while a chord lasts", () => {
    const notes = comp([[0, "x-x-"]])(toyScene("I | I", { instrument: "piano" }));
    const [first, ...others] = [0, 2, 4, 6].map((beat) => pitchesAt(notes, beat));
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("a strum", () => {
  const play = (pattern: string) =>
    strum([[0, pattern]], { low: 43, high: 69 })(toyScene("I", { instrument: "acoustic guitar" }));

  it("goes down over all strings from the lowest, and up over the highest three", () => {
    const down = pitchesAt(play("D---"), 0);
    expect(down).toEqual([...down].sort((a, b) => a - b));
    const up = pitchesAt(play("U---"), 0);
    expect(up).toEqual([...down].reverse().slice(0, 3));
  });

  it("crosses the strings in less than a semiquaver", () => {
    const beats = play("D---").map(({ beat }) => beat);
    expect(new Set(beats).size).toBe(beats.length);
    expect(Math.max(...beats)).toBeLessThan(0.25);
  });

  it("shortens damped strokes", () => {
    for (const { length } of play("m---")) expect(length).toBeLessThan(0.1);
  });
});

describe("an arpeggio", () => {
  const play = (pattern: string, chords = "I") =>
    arpeggio([[0, pattern]], { voices: 3, low: 55, high: 74 })(
      toyScene(chords, { instrument: "harp" }),
    );

  it("counts the voices from the lowest up and goes on an octave higher", () => {
    const [zero = 0, one = 0, two = 0, three = 0] = play("0123").map(({ pitch }) => pitch);
    expect(one).toBeGreaterThan(zero);
    expect(two).toBeGreaterThan(one);
    expect(three).toBe(zero + 12);
  });

  it("takes the chord's bass below the voices, even in an inversion", () => {
    const [bass = 0, ...voices] = play("b012", "I/III").map(({ pitch }) => pitch);
    expect(bass % 12).toBe(4);
    for (const pitch of voices) expect(pitch).toBeGreaterThan(bass);
  });

  it("rings to the chord's end, but no longer than a string rings", () => {
    for (const { beat, length } of play("0123 0123", "I I")) {
      expect(beat + length).toBeLessThanOrEqual(beat < 2 ? 2 : 4);
      expect(length).toBeLessThanOrEqual(3);
    }
  });
});

describe("power chords", () => {
  const play = (pattern: string, chords: string) =>
    powerChords([[0, pattern]])(toyScene(chords, { instrument: "distorted guitar" }));

  it("have root and fifth and no third, whatever the chord", () => {
    for (const chords of ["I", "Im", "I7"]) {
      expect(new Set(play("x---", chords).map(({ pitch }) => pitch % 12))).toEqual(new Set([0, 7]));
    }
  });

  it("are on the low strings, from E upwards", () => {
    for (const chords of ["I", "III", "bIII", "VII"]) {
      const [lowest = 0] = play("x---", chords).map(({ pitch }) => pitch);
      expect(lowest).toBeGreaterThanOrEqual(40);
      expect(lowest).toBeLessThan(52);
    }
  });

  it("are two short notes if palm-muted, otherwise three long ones", () => {
    expect(play("m---", "I")).toHaveLength(2);
    expect(play("x---", "I")).toHaveLength(3);
    expect(play("m---", "I")[0]?.length).toBeLessThan(0.2);
    expect(play("x---", "I")[0]?.length).toBeGreaterThan(3);
  });
});
