import { describe, expect, it } from "vitest";
import { LoudnessMeter } from "../../../src/engine/hear/loudness.ts";

/** Samples of a sine at `level` dBFS. */
function sine(sampleRate: number, hertz: number, level: number, seconds: number): Float32Array {
  const amplitude = 10 ** (level / 20);
  return Float32Array.from(
    { length: Math.round(sampleRate * seconds) },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  );
}

function loudness(sampleRate: number, ...parts: readonly (readonly Float32Array[])[]) {
  const meter = new LoudnessMeter(sampleRate);
  for (const part of parts) meter.push(part);
  return meter.integrated();
}

// EBU Tech 3341 (2016), table 1: signals that every meter has to measure within 0.1 LU.
describe("integrated loudness", () => {
  const tone = (level: number, seconds: number) => {
    const channel = sine(48_000, 1000, level, seconds);
    return [channel, channel];
  };

  it("is that of the tone (cases 1 and 2)", () => {
    expect(loudness(48_000, tone(-23, 20))).toBeCloseTo(-23, 1);
    expect(loudness(48_000, tone(-33, 20))).toBeCloseTo(-33, 1);
  });

  it("leaves out what is much softer than the rest (cases 3 and 4)", () => {
    expect(loudness(48_000, tone(-36, 10), tone(-23, 60), tone(-36, 10))).toBeCloseTo(-23, 1);
    const parts = [tone(-72, 10), tone(-36, 10), tone(-23, 60), tone(-36, 10), tone(-72, 10)];
    expect(loudness(48_000, ...parts)).toBeCloseTo(-23, 1);
  });

  it("counts what is somewhat softer (case 5)", () => {
    expect(loudness(48_000, tone(-26, 20), tone(-20, 20.1), tone(-26, 20))).toBeCloseTo(-23, 1);
  });

  it("weighs the surrounds more and the LFE not at all (case 6)", () => {
    const at = (level: number) => sine(48_000, 1000, level, 20);
    const channels = [at(-28), at(-28), at(-24), at(0), at(-30), at(-30)];
    expect(loudness(48_000, channels)).toBeCloseTo(-23, 1);
  });

  it.each([8_000, 22_050, 44_100, 96_000, 192_000])("is the same at %i Hz", (sampleRate) => {
    const channel = sine(sampleRate, 1000, -23, 5);
    expect(loudness(sampleRate, [channel, channel])).toBeCloseTo(-23, 0.7);
  });

  it("weighs 1 kHz more than a deep tone, and less than a high one", () => {
    const at = (hertz: number) => loudness(48_000, [sine(48_000, hertz, -20, 3)]) ?? 0;
    expect(at(40)).toBeLessThan(at(1000) - 4);
    expect(at(8000)).toBeGreaterThan(at(1000) + 2);
  });

  it("does not depend on how the audio is cut", () => {
    const whole = sine(44_100, 500, -20, 3);
    const cut = new LoudnessMeter(44_100);
    for (let i = 0; i < whole.length; i += 777) cut.push([whole.subarray(i, i + 777)]);
    expect(cut.integrated()).toBeCloseTo(loudness(44_100, [whole]) ?? 0, 9);
  });

  it("is not known of silence, or of less than a block", () => {
    expect(loudness(48_000, [new Float32Array(96_000)])).toBeNull();
    expect(loudness(48_000, [sine(48_000, 1000, -20, 0.3)])).toBeNull();
    expect(loudness(48_000)).toBeNull();
  });
});

/** Stereo tones of 1 kHz, 20 s each, at these levels in dBFS. */
function metered(...levels: readonly number[]): LoudnessMeter {
  const meter = new LoudnessMeter(48_000);
  for (const level of levels) {
    const channel = sine(48_000, 1000, level, 20);
    meter.push([channel, channel]);
  }
  return meter;
}

// EBU Tech 3342 (2016), table 1: signals that every meter has to measure within 1 LU.
describe("the loudness range", () => {
  it.each([
    [[-20, -30], 10],
    [[-20, -15], 5],
    [[-40, -20], 20],
    [[-50, -35, -20, -35, -50], 15],
  ])("of tones at %j dBFS is %i LU (cases 1 to 4)", (levels, range) => {
    expect(Math.abs(metered(...levels).range() - range)).toBeLessThanOrEqual(1);
  });

  it("is 0 for silence, and for what is shorter than three seconds", () => {
    expect(new LoudnessMeter(48_000).range()).toBe(0);
    const short = new LoudnessMeter(48_000);
    short.push([sine(48_000, 1000, -20, 1), sine(48_000, 1000, -50, 1)]);
    expect(short.range()).toBe(0);
  });
});

describe("a loudness meter", () => {
  it("keeps the largest sample of any channel", () => {
    const meter = new LoudnessMeter(48_000);
    meter.push([Float32Array.of(0, 0.2), Float32Array.of(-0.7, 0.1)]);
    meter.push([Float32Array.of(0.3), Float32Array.of(0)]);
    expect(meter.peak()).toBeCloseTo(0.7, 6);
  });

  it("gives the course of the loudness in equal stretches", () => {
    const course = metered(-20, -40, -30, -20).course(4);
    [-20, -40, -30, -20].forEach((level, i) => expect(course[i]).toBeCloseTo(level, 0));
    expect(new LoudnessMeter(48_000).course(3)).toEqual([-Infinity, -Infinity, -Infinity]);
  });
});
