import { describe, expect, it } from "vitest";
import { interlock } from "../../../composer/idioms/interlock.ts";
import { toyScene } from "./toy-scene.ts";

const play = interlock({ steps: 12, low: 3, high: 2, offset: 1 });
const scene = (energy: number) =>
  toyScene("I | IV | V | I", { instrument: "kalimba", energy, beatsPerBar: 6 });

describe("two interlocking hands", () => {
  it("play twos against threes in one pulse", () => {
    const steps = new Set(play(scene(1)).map((note) => Math.round(note.beat * 2) % 12));
    expect([...steps].sort((a, b) => a - b)).toEqual([0, 1, 3, 5, 6, 7, 9, 11]);
  });

  it("keep the low hand and thin out the high hand when calm", () => {
    const calm = play(scene(0.1));
    const strong = play(scene(1));
    const low = (notes: typeof calm) => notes.filter((note) => (note.beat * 2) % 6 === 0).length;
    expect(low(calm)).toBe(low(strong));
    expect(calm.length).toBeLessThan(strong.length);
  });

  it("change slowly: nearly all of the rhythm stays from one cycle to the next", () => {
    const notes = play(scene(0.5));
    const first = notes.filter((note) => note.beat < 12).map((note) => note.beat);
    const second = notes.filter((note) => note.beat >= 12).map((note) => note.beat - 12);
    expect(second).toEqual(first);
  });
});
