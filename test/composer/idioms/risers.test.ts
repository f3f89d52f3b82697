import { describe, expect, it } from "vitest";
import { riser, swellInto } from "../../../composer/idioms/risers.ts";
import { toyScene } from "./toy-scene.ts";

const scene = toyScene("I | I | I | I", { instrument: "tremolo strings" });

describe("a riser", () => {
  const notes = riser({ beats: 8 })(scene);

  it("climbs by semitones, ever quicker and louder, to the section's end", () => {
    expect(notes.map((note) => note.pitch)).toEqual(
      notes.map((_, i) => (notes[0]?.pitch ?? 0) + i),
    );
    const steps = notes.slice(1).map((note, i) => note.beat - (notes[i]?.beat ?? 0));
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(notes.at(-1)?.velocity).toBeGreaterThan((notes[0]?.velocity ?? 1) + 0.3);
    expect(notes[0]?.beat).toBe(8);
  });

  it("ends a semitone below the next tonic", () => {
    expect((notes.at(-1)?.pitch ?? 0) % 12).toBe(11);
  });
});

describe("a swell", () => {
  it("is one sound that ends where the next section begins", () => {
    const [note, ...more] = swellInto({ beats: 3 })(scene);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ beat: 13, length: 3 });
  });
});
