import { describe, expect, it } from "vitest";
import { chorale, settingsOf, stepCost, type Parts } from "../../../composer/idioms/chorale.ts";
import { readProgression } from "../../../composer/lib/harmony.ts";
import { createRng } from "../../../composer/lib/rng.ts";
import { toyScene } from "./toy-scene.ts";

const hymn = "I V/VII I IV | I/V V I % | VIm IIIm IV I/III | IIm7 V I %";

function lines(seed: string): number[][] {
  return (["bass", "tenor", "alto", "soprano"] as const).map((voice) =>
    chorale({ voices: [voice] })(toyScene(hymn, { instrument: "church organ", seed })).map(
      (note) => note.pitch,
    ),
  );
}

describe("a chorale", () => {
  it("sets a dominant seventh with one leading tone and one seventh", () => {
    const [chord] = readProgression("V7", 0, 4);
    if (!chord) throw new Error("V7 cannot be read");
    const settings = settingsOf(chord, 11);
    expect(settings.length).toBeGreaterThan(0);
    for (const parts of settings) {
      expect(parts.filter((pitch) => pitch % 12 === 11)).toHaveLength(1);
      expect(parts.filter((pitch) => pitch % 12 === 5)).toHaveLength(1);
      expect([...parts].sort((a, b) => a - b)).toEqual([...parts]);
    }
  });

  it("makes parallel fifths expensive", () => {
    const [before] = readProgression("I", 0, 4);
    if (!before) throw new Error("I cannot be read");
    const from: Parts = [48, 55, 64, 72];
    const parallel: Parts = [50, 57, 65, 74];
    const contrary: Parts = [53, 57, 60, 69];
    expect(stepCost(from, parallel, before, 11)).toBeGreaterThan(40);
    expect(stepCost(from, contrary, before, 11)).toBeLessThan(20);
  });

  it("has no voice in parallel fifths or octaves with the bass, and a tune that moves by small steps", () => {
    const voices = chorale()(toyScene(hymn, { instrument: "church organ" }));
    const at = (beat: number): number[] =>
      voices
        .filter((note) => note.beat <= beat && note.beat + note.length > beat)
        .map((note) => note.pitch)
        .sort((a, b) => a - b);
    for (let beat = 0; beat < 15; beat += 1) {
      const [now, then] = [at(beat + 0.1), at(beat + 1.1)];
      if (now.length !== 4 || then.length !== 4) continue;
      for (let voice = 1; voice < 4; voice += 1) {
        const gap = ((now[voice] ?? 0) - (now[0] ?? 0)) % 12;
        const next = ((then[voice] ?? 0) - (then[0] ?? 0)) % 12;
        const moved = now[0] !== then[0] && now[voice] !== then[voice];
        expect(moved && gap === next && (gap === 7 || gap === 0), `beat ${beat}`).toBe(false);
      }
    }
    const soprano = lines("toy")[3] ?? [];
    const moves = soprano.slice(1).map((pitch, i) => Math.abs(pitch - (soprano[i] ?? pitch)));
    expect(Math.max(...moves)).toBeLessThanOrEqual(7);
    expect(new Set(soprano).size).toBeGreaterThan(3);
  });

  it("is the same for players with different random numbers", () => {
    expect(lines("organist")).toEqual(lines("choir"));
    expect(createRng("organist").next()).not.toBe(createRng("choir").next());
  });
});
