import { describe, expect, it } from "vitest";
import { montuno, tumbao } from "../../../composer/idioms/clave.ts";
import { toyScene } from "./toy-scene.ts";

describe("a tumbao", () => {
  const notes = tumbao()(
    toyScene("I | IV | V7 | I", { instrument: "double bass", following: "IV" }),
  );

  it("plays no downbeat except the section's first", () => {
    const downbeats = notes.filter((note) => note.beat % 4 === 0).map((note) => note.beat);
    expect(downbeats).toEqual([0]);
  });

  it("has the root of the next bar on every four, even across the section's end", () => {
    const fours = notes.filter((note) => note.beat % 4 === 3).map((note) => note.pitch % 12);
    expect(fours).toEqual([5, 7, 0, 5]);
  });

  it("stops with its section", () => {
    expect(Math.max(...notes.map((note) => note.beat + note.length))).toBeLessThanOrEqual(16);
  });
});

describe("a montuno", () => {
  const play = montuno([[0, "r.ii.o.i|.i.o.i.r"]], { low: 60, high: 78 });
  const at = (energy: number, beat: number) =>
    play(toyScene("I | V7", { energy }))
      .filter((note) => note.beat === beat)
      .map((note) => note.pitch);

  it("takes the next bar's chord on the last off-beat", () => {
    const inner = at(0.4, 3.5).map((pitch) => pitch % 12);
    expect(inner.length).toBeGreaterThan(0);
    for (const tone of inner) expect([7, 11, 2, 5]).toContain(tone);
  });

  it("doubles the root in octaves, and adds another in strong sections", () => {
    const [low = 0, high = 0] = at(0.4, 0);
    expect([low % 12, high - low]).toEqual([0, 12]);
    expect(at(0.4, 0)).toHaveLength(2);
    expect(at(0.8, 0)).toHaveLength(3);
  });
});
