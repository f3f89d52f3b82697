import { describe, expect, it } from "vitest";
import { PeakPicker } from "../../../src/engine/encode/peaks.ts";
import { randomNumbers } from "../toy.ts";

function pick(samples: Float32Array, count: number, chunk = samples.length || 1): number[] {
  const picker = new PeakPicker(count);
  for (let at = 0; at < samples.length; at += chunk) {
    picker.push(samples.subarray(at, at + chunk));
  }
  return [...picker.end()];
}

function naive(samples: Float32Array, count: number): number[] {
  return Array.from({ length: count }, (_, p) => {
    const from = Math.floor((p * samples.length) / count);
    const to = Math.max(from + 1, Math.ceil(((p + 1) * samples.length) / count));
    return Math.round(255 * samples.slice(from, to).reduce((a, x) => Math.max(a, Math.abs(x)), 0));
  });
}

function swelling(n: number): Float32Array {
  const next = randomNumbers(n);
  return Float32Array.from({ length: n }, (_, i) => (next() * 2 - 1) * Math.sin((i / n) * Math.PI));
}

describe("PeakPicker", () => {
  it("takes the magnitude, with 255 for full scale", () => {
    expect(pick(Float32Array.of(0, 0.5, -1, 0.2), 4)).toEqual([0, 128, 255, 51]);
  });

  it("counts what is beyond full scale as full scale", () => {
    expect(pick(Float32Array.of(3, -7), 2)).toEqual([255, 255]);
  });

  it("is exact while every sample has a bin of its own", () => {
    for (const n of [4, 5, 17, 32]) expect(pick(swelling(n), 4)).toEqual(naive(swelling(n), 4));
  });

  it("stretches a track with fewer samples than peaks", () => {
    expect(pick(Float32Array.of(1, 0), 4)).toEqual([255, 255, 0, 0]);
  });

  it("never hides a peak of a long track, and blurs it by less than a peak's width", () => {
    for (const n of [100, 1000, 9999, 50_000]) {
      const samples = swelling(n);
      const picked = pick(samples, 20);
      const exact = naive(samples, 20);
      picked.forEach((peak, p) => {
        const near = exact.slice(Math.max(0, p - 1), p + 2);
        expect(peak).toBeGreaterThanOrEqual(exact[p] ?? 0);
        expect(peak).toBeLessThanOrEqual(Math.max(...near));
      });
    }
  });

  it("gives the same whatever the chunks", () => {
    const samples = swelling(5000);
    for (const chunk of [1, 3, 999]) expect(pick(samples, 16, chunk)).toEqual(pick(samples, 16));
  });

  it("gives silence for nothing", () => {
    expect(pick(new Float32Array(0), 3)).toEqual([0, 0, 0]);
  });
});
