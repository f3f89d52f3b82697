import { describe, expect, it } from "vitest";
import { bigDrums } from "../../../composer/idioms/big-drums.ts";
import { toyScene } from "./toy-scene.ts";

const levels = [[0, ["L.m.L.h."]]] as const;
const scene = toyScene("I | I", { instrument: "taiko drums", energy: 0.4 });

describe("big drums", () => {
  it("strike low, middle and high skins, harder for capitals", () => {
    const [first, second, , fourth] = bigDrums(levels)(scene);
    expect([first?.pitch, second?.pitch, fourth?.pitch]).toEqual([38, 46, 55]);
    expect(first?.velocity).toBeGreaterThan((second?.velocity ?? 1) + 0.2);
  });

  it("end a section with a run that grows, or with a rest", () => {
    const lastHalfBar = (notes: ReturnType<ReturnType<typeof bigDrums>>) =>
      notes.filter((note) => note.beat >= 6).map((note) => note.velocity);
    const run = lastHalfBar(bigDrums(levels)(scene));
    expect(run).toHaveLength(8);
    expect(run).toEqual([...run].sort((a, b) => a - b));
    expect(lastHalfBar(bigDrums(levels, { breath: true })(scene))).toEqual([]);
  });

  it("are doubled just after the accent when they play hard", () => {
    const hard = toyScene("I | I", { instrument: "taiko drums", energy: 0.9 });
    const accents = bigDrums(levels, { breath: true })(hard).filter((note) => note.beat < 0.1);
    expect(accents.map((note) => note.pitch)).toEqual([38, 39]);
  });
});
