import { describe, expect, it } from "vitest";
import { PowerSpectrum } from "../../../src/engine/hear/fft.ts";
import { randomNumbers } from "../toy.ts";

/** The definition of the discrete Fourier transform. */
function naivePower(frame: Float32Array): Float32Array {
  return Float32Array.from({ length: frame.length / 2 + 1 }, (_, k) => {
    let [re, im] = [0, 0];
    frame.forEach((value, i) => {
      const angle = (-2 * Math.PI * k * i) / frame.length;
      re += value * Math.cos(angle);
      im += value * Math.sin(angle);
    });
    return re * re + im * im;
  });
}

describe("PowerSpectrum", () => {
  it.each([4, 8, 16, 64, 256, 1024])("is the definition's, for %i samples", (size) => {
    const next = randomNumbers(size);
    const frame = Float32Array.from({ length: size }, () => next() - 0.5);
    const spectrum = new PowerSpectrum(size);
    const power = new Float32Array(spectrum.bins);
    spectrum.of(frame, power);
    const expected = naivePower(frame);
    const largest = Math.max(...expected);
    power.forEach((value, k) => {
      expect(Math.abs(value - (expected[k] ?? 0))).toBeLessThan(1e-5 * largest);
    });
  });

  it("finds a sine in its bin, and nothing of one frame in the next", () => {
    const spectrum = new PowerSpectrum(256);
    const power = new Float32Array(spectrum.bins);
    const sine = Float32Array.from({ length: 256 }, (_, i) =>
      Math.sin((2 * Math.PI * 20 * i) / 256),
    );
    spectrum.of(sine, power);
    expect(power.indexOf(Math.max(...power))).toBe(20);
    expect(power[20]).toBeCloseTo(128 ** 2, 0);
    spectrum.of(new Float32Array(256), power);
    expect(Math.max(...power)).toBe(0);
  });

  it("refuses other sizes", () => {
    for (const size of [0, 2, 3, 100]) expect(() => new PowerSpectrum(size)).toThrow(RangeError);
  });
});
