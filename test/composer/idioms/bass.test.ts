import { describe, expect, it } from "vitest";
import { bassPattern, pedalBass, walkingBass } from "../../../composer/idioms/bass.ts";
import { pitchClass } from "../../../composer/lib/harmony.ts";
import { toyScene } from "./toy-scene.ts";

const changes = "Imaj7 VIm7 | IIm7 V7 | IIIm7 VI7 | IIm7 V7";

/** Walking basses from many seeds over the same changes. */
const walks = Array.from({ length: 40 }, (_, i) => {
  const scene = toyScene(changes, { instrument: "double bass", seed: `walk ${i}` });
  const notes = walkingBass()(scene);
  return { scene, notes, beats: notes.filter(({ beat }) => Number.isInteger(beat)) };
});

describe("a walking bass", () => {
  it("takes a step on every beat", () => {
    for (const { beats } of walks) {
      expect(beats.map(({ beat }) => beat)).toEqual(Array.from({ length: 16 }, (_, i) => i));
    }
  });

  it("has the root of every new chord on its first beat", () => {
    for (const { scene, beats } of walks) {
      for (const chord of scene.chords) {
        expect(pitchClass(beats[chord.start]?.pitch ?? 0)).toBe(chord.bass);
      }
    }
  });

  it("slides into the next root from a half or whole step away", () => {
    for (const { scene, beats } of walks) {
      for (const { start } of scene.chords.slice(1)) {
        const gap = (beats[start]?.pitch ?? 0) - (beats[start - 1]?.pitch ?? 0);
        const steps = Math.min(pitchClass(gap), pitchClass(-gap));
        expect([1, 2]).toContain(steps);
      }
    }
  });

  it("leaps no further than an octave and stays in range", () => {
    for (const { scene, beats } of walks) {
      const [low, high] = scene.instrument.range;
      beats.forEach(({ pitch }, i) => {
        expect(Math.abs(pitch - (beats[i - 1]?.pitch ?? pitch))).toBeLessThanOrEqual(12);
        expect(pitch).toBeGreaterThanOrEqual(low);
        expect(pitch).toBeLessThanOrEqual(high);
      });
    }
  });

  it("sometimes adds a soft skip before a beat, on the same note", () => {
    const skips = walks.flatMap(({ notes }) =>
      notes.flatMap((note, i) => {
        const before = notes[i - 1];
        return note.beat % 1 === 0.5 && before ? [[before, note] as const] : [];
      }),
    );
    expect(skips.length).toBeGreaterThan(20);
    expect(skips.length).toBeLessThan(walks.length * 16 * 0.25);
    for (const [before, skip] of skips) {
      expect(skip.pitch).toBe(before.pitch);
      expect(skip.velocity).toBeLessThan(before.velocity);
    }
  });
});

describe("a bass by pattern", () => {
  const play = (pattern: string, chords = "I | IV", following = "V") =>
    bassPattern([[0, pattern]])(toyScene(chords, { instrument: "electric bass", following }));
  const tones = (pattern: string, chords?: string): number[] =>
    play(pattern, chords).map(({ pitch }) => pitchClass(pitch));

  it("reads root, fifth, octave, third and seventh", () => {
    expect(tones("R5837---", "I7")).toEqual([0, 7, 0, 4, 10]);
    expect(tones("R5837---", "Im7")).toEqual([0, 7, 0, 3, 10]);
    const [root, , octave] = play("R583----", "I").map(({ pitch }) => pitch);
    expect((octave ?? 0) - (root ?? 0)).toBe(12);
  });

  it("takes the chord's diminished fifth, and the bass of an inversion as its root", () => {
    expect(tones("R-5-----", "VIIdim")).toEqual([11, 5]);
    expect(tones("R-------", "V/VII")).toEqual([11]);
  });

  it("leads into the next chord by a half step, even across the section's end", () => {
    const leads = play("R-----A-").filter(({ beat }) => beat % 4 === 3);
    const goals = [5, 7];
    expect(leads).toHaveLength(2);
    leads.forEach(({ pitch }, i) => {
      expect([1, 11]).toContain(pitchClass((goals[i] ?? 0) - pitch));
    });
  });

  it("plays small letters as ghost notes: short and soft", () => {
    const [plain, ghost] = play("R---r---", "I");
    expect(ghost?.pitch).toBe(plain?.pitch);
    expect(ghost?.velocity ?? 1).toBeLessThan((plain?.velocity ?? 0) * 0.6);
    expect(ghost?.length ?? 9).toBeLessThan((plain?.length ?? 0) / 1.5);
  });

  it("keeps successive roots within a sixth of each other", () => {
    const roots = play("R-------", "I | VIm | IV | V | IIIm | VIm | IIm | V").map(
      ({ pitch }) => pitch,
    );
    expect(Math.max(...roots) - Math.min(...roots)).toBeLessThanOrEqual(12);
    roots.slice(1).forEach((pitch, i) => {
      expect(Math.abs(pitch - (roots[i] ?? pitch))).toBeLessThanOrEqual(9);
    });
  });
});

describe("a pedal bass", () => {
  it("holds a root as long as chords share it", () => {
    const scene = toyScene("I | I7 | IV | IV", { instrument: "contrabass" });
    expect(pedalBass()(scene).map(({ beat, length }) => [beat, length])).toEqual([
      [0, 8],
      [8, 8],
    ]);
  });

  it("adds the octave on request", () => {
    const [root, octave] = pedalBass({ octave: true })(toyScene("I", { instrument: "contrabass" }));
    expect((octave?.pitch ?? 0) - (root?.pitch ?? 0)).toBe(12);
  });
});
