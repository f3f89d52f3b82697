import { describe, expect, it } from "vitest";
import { arrastre, chanChan } from "../../../composer/idioms/tango.ts";
import type { Note } from "../../../composer/lib/score.ts";
import { toyScene } from "./toy-scene.ts";

const crotchets: Note[] = Array.from({ length: 12 }, (_, beat) => ({
  beat,
  length: 1.5,
  pitch: 40,
  velocity: 0.8,
}));

describe("an arrastre", () => {
  it("drags three semitones into every second downbeat and changes nothing else", () => {
    const played = arrastre(() => crotchets)(
      toyScene("I | IV | V7", { instrument: "double bass" }),
    );
    const drag = played.filter((note) => note.pitch !== 40);
    expect(drag.map((note) => note.pitch)).toEqual([37, 38, 39]);
    expect(drag.every((note) => note.beat > 7.5 && note.beat < 8)).toBe(true);
    expect(played.filter((note) => note.pitch === 40)).toEqual(crotchets);
  });
});

describe("chan, chan", () => {
  it("strikes once on three before the last chord and is then silent", () => {
    const played = chanChan(() => crotchets)(toyScene("I | IV | V7", { label: "ending" }));
    expect(played.map((note) => note.beat)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(played.at(-1)?.length).toBeLessThan(0.5);
    for (const note of played.slice(0, -1)) expect(note.beat + note.length).toBeLessThanOrEqual(10);
  });

  it("changes nothing before the ending", () => {
    expect(chanChan(() => crotchets)(toyScene("I | IV | V7"))).toEqual(crotchets);
  });
});
