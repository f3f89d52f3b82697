import { describe, expect, it } from "vitest";
import { SAMPLE_RATE } from "../../../src/engine/hear/frames.ts";
import { PartListener } from "../../../src/engine/hear/parts.ts";
import { SpectrumListener } from "../../../src/engine/hear/spectra.ts";
import { randomNumbers } from "../toy.ts";

interface Stretch {
  readonly seconds: number;
  /** What sounds, and how loud. */
  readonly hertz: number;
  readonly loudness: number;
}

/** Tones that are struck twice a second, over soft noise. */
function music(...stretches: readonly Stretch[]): Float32Array {
  const next = randomNumbers(3);
  return Float32Array.from(
    stretches.flatMap(({ seconds, hertz, loudness }) =>
      Array.from({ length: seconds * SAMPLE_RATE }, (_, i) => {
        const decay = Math.exp(-3 * ((i / SAMPLE_RATE) % 0.5));
        const tone = Math.sin((2 * Math.PI * hertz * i) / SAMPLE_RATE);
        return loudness * (decay * tone + 0.05 * (next() - 0.5));
      }),
    ),
  );
}

function partsOf(samples: Float32Array, piece = 7000): number[] {
  const parts = new PartListener();
  const spectra = new SpectrumListener((power) => parts.push(power));
  for (let i = 0; i < samples.length; i += piece) spectra.push(samples.subarray(i, i + piece));
  spectra.end();
  return parts.end();
}

const piano = (seconds: number): Stretch => ({ seconds, hertz: 300, loudness: 0.1 });
const bells = (seconds: number): Stretch => ({ seconds, hertz: 2500, loudness: 0.1 });

describe("parts", () => {
  it("begin where something else plays", () => {
    const parts = partsOf(music(piano(12), bells(10), piano(11)));
    expect(parts).toHaveLength(3);
    expect(parts[0]).toBe(0);
    expect(Math.abs((parts[1] ?? 0) - 12)).toBeLessThanOrEqual(1);
    expect(Math.abs((parts[2] ?? 0) - 22)).toBeLessThanOrEqual(1);
  });

  it("begin where the same plays much louder", () => {
    const parts = partsOf(music(piano(12), { ...piano(12), loudness: 0.4 }));
    expect(parts).toHaveLength(2);
    expect(Math.abs((parts[1] ?? 0) - 12)).toBeLessThanOrEqual(1);
  });

  it("are one where nothing changes, in silence, and in less than a moment", () => {
    expect(partsOf(music(piano(30)))).toEqual([0]);
    expect(partsOf(new Float32Array(20 * SAMPLE_RATE))).toEqual([0]);
    expect(partsOf(new Float32Array(100))).toEqual([0]);
    expect(partsOf(new Float32Array(0))).toEqual([0]);
  });

  it("do not depend on how the audio is cut", () => {
    const samples = music(piano(8), bells(9));
    expect(partsOf(samples, 999)).toEqual(partsOf(samples, samples.length));
  });

  it("are longer in long music", () => {
    const changing = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? piano(8) : bells(8)));
    const parts = partsOf(music(...changing));
    expect(parts.length).toBeLessThanOrEqual(160 / 13);
    // The first part may be a short introduction.
    const gaps = parts.slice(2).map((start, n) => start - (parts[n + 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(13);
  });
});
