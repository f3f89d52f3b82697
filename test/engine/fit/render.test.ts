import { describe, expect, it } from "vitest";
import type { Fit } from "../../../src/contract/fit.ts";
import { blocksOf, renderFit } from "../../../src/engine/fit/render.ts";
import type { WholeAudio } from "../../../src/engine/fit/whole-audio.ts";
import { audioOf, memorySink } from "./memory-sink.ts";

const HEAD = 68;

const edited = (fit: Partial<Fit>): Fit => ({
  ...{
    kind: "edited",
    seconds: 3,
    frameRate: 25,
    hits: [],
    hasEnding: true,
    fadeIn: 0,
    fadeOut: 0,
  },
  ...{ passages: [{ source: { start: 0, end: 3 }, at: 0 }], seams: [] },
  ...fit,
});

/** All samples of one channel. */
const played = (audio: WholeAudio, fit: Fit, channel = 0): number[] =>
  [...blocksOf(audio, fit)].flatMap((block) => [...(block[channel] ?? [])]);

const jump = edited({
  passages: [
    { source: { start: 0, end: 1 }, at: 0 },
    { source: { start: 2, end: 4 }, at: 1 },
  ],
  seams: [{ at: 1, from: 1, to: 2, crossfade: 0.25, ring: 0, ease: 1 }],
});

describe("the rendering of a fit", () => {
  it.each([1, 1.04, 7.0001, 2.9999375])(
    "has exactly the samples of %d seconds",
    async (seconds) => {
      const sink = memorySink();
      await renderFit(audioOf(4, Math.sin, { channels: 3 }), edited({ seconds }), sink);
      const frames = Math.round(seconds * 8000);
      expect(sink.file().length).toBe(HEAD + frames * 9 + ((frames * 9) % 2));
    },
  );

  it("plays each passage where it belongs, sample by sample", () => {
    const audio = audioOf(4, (at) => at / 5);
    const samples = played(audio, jump);
    const [source = new Float32Array()] = audio.channels;
    expect(samples.slice(0, 6000)).toEqual([...source.subarray(0, 6000)]);
    expect(samples.slice(8000)).toEqual([...source.subarray(16_000)]);
  });

  it("keeps the power even across a jump, whether both sides are alike or not", () => {
    const noise = (at: number): number => 0.4 * Math.sin(1e5 * (at + 0.1) ** 3);
    const power = (samples: number[]): number =>
      samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
    const unlike = played(audioOf(4, noise), jump).slice(6000, 8000);
    expect(power(unlike)).toBeCloseTo(0.08, 1);
    const alike = played(
      audioOf(4, (at) => 0.4 * Math.sin(2 * Math.PI * 100 * at)),
      jump,
    );
    expect(power(alike.slice(6000, 8000))).toBeCloseTo(0.08, 3);
    expect(Math.abs(power(unlike) / 0.08 - 1)).toBeLessThan(0.15);
  });

  it("never gets louder than the track, where two loud places meet", () => {
    // Two squares of unlike pitch: a sum of constant power would be louder than full scale.
    const square = (at: number): number =>
      Math.sign(Math.sin(2 * Math.PI * (at < 1.5 ? 90 : 70) * at + 0.1));
    expect(Math.max(...played(audioOf(4, square), jump).map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it("lets what leaves ring on under what comes, which stays as it is behind it", () => {
    const wash = (at: number): number => (at < 1 ? 0.4 : 0.01) * Math.sin(1e5 * (at + 0.1) ** 3);
    const audio = audioOf(4, wash);
    const ringing = { ...jump, seams: jump.seams.map((seam) => ({ ...seam, ring: 0.5 })) };
    const [dry, wet] = [played(audio, jump), played(audio, ringing)];
    const power = (samples: number[]): number =>
      samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
    expect(power(wet.slice(8000, 8800))).toBeGreaterThan(50 * power(dry.slice(8000, 8800)));
    expect(wet.slice(0, 6000)).toEqual(dry.slice(0, 6000));
    expect(wet.slice(12_000)).toEqual(dry.slice(12_000));
    expect(wet.length).toBe(dry.length);
  });

  it("never gets louder than full scale by what rings on", () => {
    const loud = (at: number): number =>
      at < 1
        ? Math.sign(Math.sin(1e5 * (at + 0.1) ** 3))
        : Math.sin(600 * at) * (at % 0.5 < 0.2 ? 1 : 0);
    const seams = jump.seams.map((seam) => ({ ...seam, ring: 0.5 }));
    const samples = played(audioOf(4, loud), { ...jump, seams });
    expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it("cuts a ring off before the next jump, and at the end", () => {
    const short = edited({
      seconds: 1.6,
      passages: [
        { source: { start: 0, end: 1 }, at: 0 },
        { source: { start: 2, end: 2.25 }, at: 1 },
        { source: { start: 3, end: 4 }, at: 1.25 },
      ],
      seams: [
        { at: 1, from: 1, to: 2, crossfade: 0.1, ring: 0.9, ease: 1 },
        { at: 1.25, from: 2.25, to: 3, crossfade: 0.1, ring: 0.9, ease: 1 },
      ],
    });
    const audio = audioOf(4, (at) => 0.4 * Math.exp(-at) * Math.sin(1e5 * (at + 0.1) ** 3));
    const dry = played(audio, {
      ...short,
      seams: short.seams.map((seam) => ({ ...seam, ring: 0 })),
    });
    const wet = played(audio, short);
    expect(wet.length).toBe(12_800);
    const added = wet.map((value, i) => Math.abs(value - (dry[i] ?? 0)));
    expect(Math.max(...added.slice(8000, 9200))).toBeGreaterThan(0.02);
    expect(Math.max(...added.slice(9198, 9202))).toBeLessThan(0.001);
  });

  it("lets a jump to the very beginning fade in from silence", () => {
    const again = edited({
      passages: [
        { source: { start: 0, end: 1 }, at: 0 },
        { source: { start: 0, end: 2 }, at: 1 },
      ],
      seams: [{ at: 1, from: 1, to: 0, crossfade: 0.25, ring: 0, ease: 1 }],
    });
    const samples = played(
      audioOf(4, () => 0.5),
      again,
    );
    expect(Math.abs(samples[7999] ?? 1)).toBeLessThan(0.01);
    expect(samples[8000]).toBe(0.5);
  });

  it("leaves silence where the track has ended", () => {
    const samples = played(
      audioOf(2, () => 0.5),
      edited({ passages: [{ source: { start: 1, end: 2 }, at: 0 }] }),
    );
    expect(new Set(samples.slice(0, 8000))).toEqual(new Set([0.5]));
    expect(new Set(samples.slice(8000))).toEqual(new Set([0]));
  });

  it("fades in and out, to nothing", () => {
    const samples = played(
      audioOf(4, () => 0.5),
      edited({ fadeIn: 0.5, fadeOut: 1 }),
    );
    expect(samples[0]).toBeLessThan(0.001);
    expect(samples[4000]).toBe(0.5);
    expect(samples.at(-1)).toBeLessThan(0.001);
    expect(
      samples.every((value, i) => i === 0 || Math.abs(value - (samples[i - 1] ?? 0)) < 0.01),
    ).toBe(true);
  });

  it("writes nothing where the sink has the file already", async () => {
    const written: number[] = [];
    await renderFit(audioOf(4, Math.sin), jump, {
      begin: () => Promise.resolve(false),
      write: (bytes) => Promise.resolve(void written.push(bytes.length)),
    });
    expect(written).toEqual([]);
  });
});
