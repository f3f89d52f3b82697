import { describe, expect, it } from "vitest";
import {
  chordAt,
  fillBeats,
  readChord,
  readProgression,
  scaleTones,
} from "../../composer/lib/harmony.ts";
import { voice, voicingCost } from "../../composer/lib/voicing.ts";
import { styles } from "../../composer/styles/index.ts";

describe("chord symbols", () => {
  it("are read relative to the major scale", () => {
    expect(readChord("IIm7", 0)).toMatchObject({ root: 2, bass: 2, tones: [2, 5, 9, 0] });
    expect(readChord("bVII", 2)).toMatchObject({ root: 0, tones: [0, 4, 7] });
    expect(readChord("V/VII", 0)).toMatchObject({ root: 7, bass: 11 });
  });

  it("without a meaning are refused", () => {
    expect(() => readChord("H7", 0)).toThrow(/not a chord/);
    expect(() => readChord("Iwrong", 0)).toThrow(/not a chord/);
  });

  it("of every style can be read in every mode", () => {
    for (const style of styles) {
      for (const { a, b, scale, final, cadence } of style.modes) {
        expect(scaleTones(0, scale).length, style.name).toBeGreaterThanOrEqual(5);
        const texts = [...a, ...b, ...(cadence === undefined ? [] : [cadence]), final ?? "I"];
        for (const text of texts) {
          expect(readProgression(text, 0, 4).length, `${style.name}: ${text}`).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe("a progression", () => {
  it("divides a bar among its chords and repeats at %", () => {
    const chords = readProgression("I | IIm V | %", 0, 4);
    expect(chords.map(({ start, beats, symbol }) => [start, beats, symbol])).toEqual([
      [0, 4, "I"],
      [4, 2, "IIm"],
      [6, 2, "V"],
      [8, 4, "V"],
    ]);
  });

  it("is repeated and cut to fill a section", () => {
    const filled = fillBeats(readProgression("I | V", 0, 4), 10);
    expect(filled.map(({ start, beats }) => [start, beats])).toEqual([
      [0, 4],
      [4, 4],
      [8, 2],
    ]);
    expect(chordAt(filled, 5).symbol).toBe("V");
    expect(chordAt(filled, 99).symbol).toBe("I");
  });
});

describe("voice leading", () => {
  const rules = { voices: 4, low: 50, high: 74 };
  const chords = readProgression("Imaj7 | VIm7 | IIm7 | V7", 0, 4);

  it("spells the chord and stays in its register", () => {
    let previous: number[] | undefined;
    for (const chord of chords) {
      const now = voice(chord, rules, previous);
      expect(new Set(now.map((pitch) => pitch % 12))).toEqual(new Set(chord.tones));
      expect(Math.min(...now)).toBeGreaterThanOrEqual(50);
      expect(Math.max(...now)).toBeLessThanOrEqual(74);
      previous = now;
    }
  });

  it("moves no voice further than a fourth in a circle of fifths", () => {
    let previous = voice(chords[0] ?? chordAt(chords, 0), rules, undefined);
    for (const chord of chords.slice(1)) {
      const now = voice(chord, rules, previous);
      now.forEach((pitch, i) => {
        expect(Math.abs(pitch - (previous[i] ?? pitch))).toBeLessThanOrEqual(5);
      });
      previous = now;
    }
  });

  it("counts parallel fifths against a voicing", () => {
    const parallel = voicingCost([50, 57], [48, 55], { voices: 2, low: 40, high: 70 });
    const contrary = voicingCost([50, 53], [48, 55], { voices: 2, low: 40, high: 70 });
    expect(parallel).toBeGreaterThan(contrary - 6);
    expect(parallel).toBeGreaterThanOrEqual(4 + 4);
  });
});
