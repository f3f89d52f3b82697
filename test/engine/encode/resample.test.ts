import { describe, expect, it } from "vitest";
import { Resampler, windowedSinc } from "../../../src/engine/encode/resample.ts";
import { randomNumbers } from "../toy.ts";

function resample(samples: Float32Array, from: number, to: number, chunk = samples.length) {
  const resampler = new Resampler(from, to);
  const out: number[] = [];
  for (let at = 0; at < samples.length; at += chunk) {
    out.push(...resampler.push(samples.subarray(at, at + chunk)));
  }
  return Float32Array.from([...out, ...resampler.end()]);
}

/** The sum over all inputs, as the definition has it. */
function naive(samples: Float32Array, from: number, to: number): Float32Array {
  const cutoff = 0.94 * Math.min(1, to / from);
  const reach = Math.ceil(16 / cutoff);
  return Float32Array.from({ length: Math.ceil((samples.length * to) / from) }, (_, m) => {
    const time = (m * from) / to;
    let sum = 0;
    let total = 0;
    for (let i = Math.floor(time) - reach + 1; i <= Math.floor(time) + reach; i += 1) {
      const weight = windowedSinc(i - time, reach, cutoff);
      sum += weight * (samples[i] ?? 0);
      total += weight;
    }
    return sum / total;
  });
}

function noise(n: number): Float32Array {
  const next = randomNumbers(n);
  return Float32Array.from({ length: n }, () => next() * 2 - 1);
}

function sine(hertz: number, rate: number, seconds: number): Float32Array {
  const n = Math.round(rate * seconds);
  return Float32Array.from({ length: n }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));
}

function loudness(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
}

/** Away from the ends, where a tone that starts at once is no pure tone. */
const middle = (samples: Float32Array): Float32Array =>
  samples.subarray(samples.length >> 2, (3 * samples.length) >> 2);

describe("Resampler", () => {
  it.each([
    [44_100, 16_000],
    [48_000, 16_000],
    [96_000, 16_000],
    [22_050, 16_000],
    [8000, 16_000],
    [11_025, 16_000],
    [44_057, 16_000],
  ])("does from %d to %d what the definition says", (from, to) => {
    const samples = noise(1500);
    const expected = naive(samples, from, to);
    const actual = resample(samples, from, to);
    expect(actual.length).toBe(expected.length);
    actual.forEach((x, i) => expect(x).toBeCloseTo(expected[i] ?? NaN, 5));
  });

  it("gives the same whatever the chunks", () => {
    const samples = noise(3000);
    for (const [from, to] of [
      [44_100, 16_000],
      [8000, 16_000],
      [96_000, 16_000],
    ] as const) {
      const whole = resample(samples, from, to);
      for (const chunk of [1, 5, 64, 999]) {
        expect(resample(samples, from, to, chunk)).toEqual(whole);
      }
    }
  });

  it("keeps a tone in time and in loudness", () => {
    const actual = middle(resample(sine(1000, 44_100, 0.5), 44_100, 16_000));
    const expected = middle(sine(1000, 16_000, 0.5));
    actual.forEach((x, i) => expect(x).toBeCloseTo(expected[i] ?? NaN, 3));
  });

  it.each([9000, 12_000, 20_000])("stops a tone of %d Hz, which 16 kHz cannot hold", (hertz) => {
    const out = middle(resample(sine(hertz, 44_100, 0.5), 44_100, 16_000));
    expect(loudness(out)).toBeLessThan(1e-3);
  });

  it("passes a constant unchanged", () => {
    const out = middle(resample(new Float32Array(5000).fill(0.5), 44_100, 16_000));
    out.forEach((x) => expect(x).toBeCloseTo(0.5, 6));
  });

  it("hands samples through when the rate is right already", () => {
    const samples = noise(100);
    expect(resample(samples, 16_000, 16_000, 7)).toEqual(samples);
  });

  it("gives nothing for nothing", () => {
    expect(resample(new Float32Array(0), 44_100, 16_000)).toHaveLength(0);
  });
});
