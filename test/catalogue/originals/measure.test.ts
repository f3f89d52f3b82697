import { describe, expect, it } from "vitest";
import type { Track } from "../../../composer/lib/score.ts";
import { instrumentNamed } from "../../../composer/lib/instruments.ts";
import { repetition } from "../../../composer/originals/judge.ts";
import { bandShare, peaksOf, silenceAndClipping } from "../../../composer/originals/measure.ts";
import { soundingFrames } from "../../../composer/originals/takes.ts";

const rate = 8000;

/** A stereo sine of the given length. */
function sine(hertz: number, seconds: number, level: number): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * rate) * 2 }, (_, i) => {
    return level * Math.sin((2 * Math.PI * hertz * Math.floor(i / 2)) / rate);
  });
}

describe("peaks", () => {
  it("are the largest magnitudes of equal stretches", () => {
    expect(peaksOf(Float32Array.from([0.1, -0.5, 0.2, 0.2, 0, 0, -1.4, 0]), 2)).toEqual([0.5, 1]);
  });
});

describe("silence", () => {
  it("is counted in seconds, and clipping is detected", () => {
    const sound = sine(440, 1, 0.5);
    const tape = Float32Array.from([...sound, ...new Float32Array(rate * 2 * 2), ...sound]);
    const { silence, clipped } = silenceAndClipping(tape, rate);
    expect(silence).toBeCloseTo(2, 1);
    expect(clipped).toBe(false);
    expect(silenceAndClipping(sine(440, 1, 1.2), rate).clipped).toBe(true);
  });

  it("at the end is cut off", () => {
    const tape = Float32Array.from([...sine(440, 1, 0.5), ...new Float32Array(rate * 2)]);
    expect(Math.abs(soundingFrames(tape) - rate)).toBeLessThan(40);
  });
});

describe("the share of a band", () => {
  it("is large where the tone lies and small elsewhere", () => {
    expect(bandShare(sine(240, 1, 0.5), rate, 120, 420)).toBeGreaterThan(0.3);
    expect(bandShare(sine(3000, 1, 0.5), rate, 120, 420)).toBeLessThan(0.1);
  });
});

describe("repetition", () => {
  it("is the share of bars that occurred before", () => {
    const note = (beat: number, pitch: number) => ({ beat, length: 1, pitch, velocity: 0.7 });
    const track: Track = {
      label: "flute",
      role: "melody",
      instrument: instrumentNamed("flute"),
      notes: [note(0, 72), note(4, 72), note(8, 74), note(12, 72)],
      controls: [],
      bends: [],
      pan: 64,
      volume: 100,
      reverb: 40,
    };
    expect(repetition(track, 4)).toBe(0.5);
  });
});
