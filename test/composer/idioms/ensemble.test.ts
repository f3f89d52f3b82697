import { describe, expect, it } from "vitest";
import { organum, together } from "../../../composer/idioms/ensemble.ts";
import { melody } from "../../../composer/idioms/melody.ts";
import { toyScene } from "./toy-scene.ts";

const tune = melody({ cells: ["x-x-xxx-", "xxx-x-x-"], cadence: ["x-------"] });
const register = { low: 64, high: 76 };
const round = "I | V7 | I | V7 | I | V7 | I | V7";

describe("an ensemble", () => {
  it("plays one tune, each player in an octave of their own", () => {
    const flute = together(tune, register)(toyScene(round, { instrument: "flute", seed: "a" }));
    const cello = together(tune, register)(toyScene(round, { instrument: "cello", seed: "b" }));
    expect(cello.map(({ beat }) => beat)).toEqual(flute.map(({ beat }) => beat));
    expect(cello.map(({ pitch }) => pitch % 12)).toEqual(flute.map(({ pitch }) => pitch % 12));
    expect(Math.max(...cello.map(({ pitch }) => pitch))).toBeLessThanOrEqual(76);
  });

  it("plays a round if one player is late, and stops at the section's end", () => {
    const scene = () => toyScene(round, { instrument: "flute" });
    const leader = together(tune, register)(scene());
    const follower = together(tune, { ...register, lateBars: 2 })(scene());
    expect(follower.map(({ beat, pitch }) => [beat - 8, pitch])).toEqual(
      leader.filter(({ beat }) => beat < 24).map(({ beat, pitch }) => [beat, pitch]),
    );
    for (const note of follower) expect(note.beat + note.length).toBeLessThanOrEqual(32);
  });
});

describe("organum", () => {
  it("doubles every note a fifth below, within the instrument's range", () => {
    const notes = organum(() =>
      [60, 72].map((pitch) => ({ beat: 0, length: 1, pitch, velocity: 0.5 })),
    )(toyScene("I", { instrument: "flute" }));
    expect(notes.map(({ pitch }) => pitch)).toEqual([60, 72, 65]);
  });
});
