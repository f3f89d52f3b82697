import { describe, expect, it } from "vitest";
import { ringOf } from "../../../src/engine/fit/ring.ts";
import { audioOf } from "./memory-sink.ts";

const RATE = 8000;
/** A wash of noise for two seconds, then hardly anything. */
const wash = (at: number): number => (at < 2 ? 0.3 : 0.003) * Math.sin(1e5 * (at + 0.1) ** 3);
const FADE = 800;
const LENGTH = 4000;

const power = (samples: Float32Array): number =>
  samples.reduce((sum, value) => sum + value * value, 0) / samples.length;

const ring = (at: (second: number) => number, coming = 3 * RATE): Float32Array =>
  ringOf(audioOf(4, at).channels, RATE, 2 * RATE, coming, FADE, LENGTH)[0] ?? new Float32Array();

describe("what rings on over a jump", () => {
  it("is at the bar line about as strong as what is missing", () => {
    const near = power(ring(wash).subarray(FADE, FADE + 160));
    expect(near / 0.045).toBeGreaterThan(0.5);
    expect(near / 0.045).toBeLessThan(2);
  });

  it("begins and ends with nothing, and decays", () => {
    const samples = ring(wash);
    expect(samples.length).toBe(FADE + LENGTH);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
    const parts = [0, 1, 2, 3].map((n) =>
      power(samples.subarray(FADE + n * 1000, FADE + (n + 1) * 1000)),
    );
    parts.slice(1).forEach((part, n) => {
      expect(part).toBeLessThan(0.6 * (parts[n] ?? 0));
    });
  });

  it("is silent where what comes is as strong, and where nothing sounded", () => {
    expect(power(ring(wash, RATE))).toBeLessThan(1e-4);
    expect(power(ring(() => 0))).toBe(0);
  });

  it("has nothing of the bar that would have come", () => {
    const other = (at: number): number => (at < 2 || at >= 3 ? wash(at) : 0.9);
    expect(ring(other)).toEqual(ring(wash));
  });
});
