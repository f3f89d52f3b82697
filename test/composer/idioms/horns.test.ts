import { describe, expect, it } from "vitest";
import { hornSection } from "../../../composer/idioms/horns.ts";
import type { Note } from "../../../composer/lib/score.ts";
import { toyScene } from "./toy-scene.ts";

const tune: Note[] = [
  { beat: 0, length: 1, pitch: 72, velocity: 0.8 },
  { beat: 4, length: 1, pitch: 74, velocity: 0.8 },
];

describe("a horn section", () => {
  const played = hornSection(() => tune)(toyScene("I | V7", { instrument: "brass section" }));

  it("adds close chord tones below every note of the tune", () => {
    expect(played.filter((note) => note.beat === 0).map((note) => note.pitch)).toEqual([
      72, 67, 64,
    ]);
    expect(played.filter((note) => note.beat === 4).map((note) => note.pitch)).toEqual([
      74, 71, 67,
    ]);
  });

  it("leaves out voices that the instrument cannot reach", () => {
    const low: Note[] = [{ beat: 0, length: 1, pitch: 45, velocity: 0.8 }];
    const scene = toyScene("I", { instrument: "brass section" });
    expect(hornSection(() => low)(scene)).toEqual(low);
  });
});
