import { describe, expect, it } from "vitest";
import { tala } from "../../../composer/idioms/tala.ts";
import { alap, sweep, tanpura } from "../../../composer/idioms/raga.ts";
import { toyScene } from "./toy-scene.ts";

const cycle = [[0, "dha dhin dhin dha | ta tin - ge"]] as const;
const four = "I | I | I | I";
const strokes = (hand: "left" | "right", label?: "ending") =>
  tala(cycle, hand)(toyScene(four, { instrument: "hand drums", ...(label ? { label } : {}) }));

describe("a tala", () => {
  it("gives each hand its strokes, bar by bar", () => {
    const inFirstTwo = (hand: "left" | "right") =>
      strokes(hand)
        .map(({ beat }) => beat)
        .filter((beat) => beat < 8);
    expect(inFirstTwo("right")).toEqual([0, 1, 2, 3, 4, 5]);
    expect(inFirstTwo("left")).toEqual([0, 1, 2, 3, 7]);
  });

  it("closes with a phrase played three times, five semiquavers apart", () => {
    const deep = strokes("left")
      .map(({ beat }) => (beat - 12) * 4)
      .filter((at) => at >= 0);
    expect(deep).toEqual([0, 4, 6, 10, 12]);
  });

  it("lands on the one after the last bar of a piece", () => {
    expect(strokes("left", "ending").at(-1)?.beat).toBe(16);
    expect(strokes("left").at(-1)?.beat).toBeLessThan(16);
  });

  it("refuses an unknown stroke", () => {
    expect(() => tala([[0, "boom boom"]], "right")(toyScene(four))).toThrow(/"boom"/);
  });
});

describe("a raga", () => {
  it("unfolds within its scale and returns to the tonic", () => {
    const scene = toyScene(four, { instrument: "sitar" });
    const notes = alap()(scene);
    expect(notes.length).toBeGreaterThan(5);
    for (const { pitch } of notes) expect(scene.scale).toContain(pitch % 12);
    expect(Math.max(...notes.map(({ beat, length }) => beat + length))).toBeLessThanOrEqual(16);
  });

  it("has a drone on fifth and tonic, and sweeps upwards in its scale", () => {
    const drone = tanpura()(toyScene(four, { instrument: "sitar" }));
    expect(new Set(drone.map(({ pitch }) => pitch % 12))).toEqual(new Set([0, 7]));
    const run = sweep()(toyScene(four, { instrument: "hammered dulcimer" })).map(
      ({ pitch }) => pitch,
    );
    expect(run).toEqual([...run].sort((a, b) => a - b));
  });
});
