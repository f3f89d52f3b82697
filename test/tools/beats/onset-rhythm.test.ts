import { describe, expect, it } from "vitest";
import { beatsOf } from "../../../tools/beats/onset-rhythm/beats.ts";
import { SAMPLE_RATE } from "../../../src/engine/hear/frames.ts";
import { FRAME_RATE, OnsetListener } from "../../../tools/beats/onset-rhythm/onsets.ts";
import { autocorrelation } from "../../../src/engine/hear/autocorrelation.ts";
import { accents, tempoOf } from "../../../tools/beats/onset-rhythm/tempo.ts";
import { randomNumbers } from "../../engine/toy.ts";

/** A click: noise that dies away within a few hundredths of a second, deeper or higher. */
function click(samples: Float32Array, seconds: number, loudness: number): void {
  const next = randomNumbers(1);
  const from = Math.round(seconds * SAMPLE_RATE);
  for (let i = 0; i < 0.05 * SAMPLE_RATE && from + i < samples.length; i += 1) {
    const noise = (next() - 0.5) * loudness * Math.exp(-i / (0.01 * SAMPLE_RATE));
    samples[from + i] = (samples[from + i] ?? 0) + noise;
  }
}

/** Clicks at these times, over a soft hum. */
function clicks(times: readonly number[], seconds: number, loudness = 0.5): Float32Array {
  const samples = Float32Array.from(
    { length: Math.round(seconds * SAMPLE_RATE) },
    (_, i) => 0.01 * Math.sin((2 * Math.PI * 220 * i) / SAMPLE_RATE),
  );
  for (const time of times) click(samples, time, loudness);
  return samples;
}

const every = (period: number, seconds: number, from = 0.2): number[] =>
  Array.from({ length: Math.floor((seconds - from - 0.1) / period) }, (_, i) => from + i * period);

function onsetsOf(samples: Float32Array, piece = samples.length) {
  const listener = new OnsetListener();
  for (let i = 0; i < samples.length; i += piece) listener.push(samples.subarray(i, i + piece));
  return listener.end();
}

/** Share of beats within 70 ms of a time, and of times within 70 ms of a beat. */
function agreement(beats: readonly number[], times: readonly number[]): number {
  const near = (a: readonly number[], b: readonly number[]): number =>
    a.filter((x) => b.some((y) => Math.abs(x - y) <= 0.07)).length / a.length;
  return Math.min(near(beats, times), near(times, beats));
}

describe("onsets", () => {
  it("are strongest where something begins", () => {
    const times = [0.5, 1.25, 2];
    const { all } = onsetsOf(clicks(times, 3));
    for (const time of times) {
      const around = all.subarray((time - 0.05) * FRAME_RATE, (time + 0.08) * FRAME_RATE);
      expect(Math.max(...around)).toBeGreaterThan(0.8 * Math.max(...all));
    }
    expect(all[100]).toBeLessThan(0.05 * Math.max(...all));
  });

  it("do not depend on how the audio is cut", () => {
    const samples = clicks([0.5, 1], 2);
    expect(onsetsOf(samples, 999)).toEqual(onsetsOf(samples));
  });

  it("come FRAME_RATE times a second, and are none in silence", () => {
    const { all, low, high } = onsetsOf(new Float32Array(2 * SAMPLE_RATE));
    expect([all, low, high].map(({ length }) => length)).toEqual([200, 200, 200]);
    expect(Math.max(...all)).toBe(0);
  });

  it("tell deep from high", () => {
    const seconds = 2;
    const thump = Float32Array.from({ length: seconds * SAMPLE_RATE }, (_, i) => {
      const t = i / SAMPLE_RATE - 1;
      return t < 0 ? 0 : Math.exp(-t * 15) * Math.sin(2 * Math.PI * 60 * t);
    });
    const { low, high } = onsetsOf(thump);
    expect(Math.max(...low)).toBeGreaterThan(2 * Math.max(...high));
  });
});

describe("the tempo", () => {
  it.each([60, 75, 90, 100, 120, 128, 140, 150])("of clicks at %i a minute is heard", (bpm) => {
    const heard = tempoOf(accents(onsetsOf(clicks(every(60 / bpm, 20), 20)).all));
    const octaves = Math.log2((heard?.bpm ?? 1) / bpm);
    expect(Math.abs(octaves - Math.round(octaves))).toBeLessThan(0.01);
    expect(heard?.confidence).toBeGreaterThan(0.5);
  });

  it("is the one of the beat, where the first of four is louder", () => {
    const samples = clicks(every(0.5, 20), 20, 0.2);
    for (const time of every(2, 20)) click(samples, time, 0.8);
    expect(tempoOf(accents(onsetsOf(samples).all))?.bpm).toBeCloseTo(120, 0);
  });

  it("is uncertain where nothing repeats", () => {
    const next = randomNumbers(3);
    const times = Array.from({ length: 40 }, () => 0.2 + next() * 19);
    expect(tempoOf(accents(onsetsOf(clicks(times, 20)).all))?.confidence).toBeLessThan(0.3);
  });

  it("is not known of silence, or of a second of music", () => {
    expect(tempoOf(accents(onsetsOf(new Float32Array(SAMPLE_RATE * 10)).all))).toBeNull();
    expect(tempoOf(accents(onsetsOf(clicks([0.2, 0.7], 1)).all))).toBeNull();
    expect(tempoOf(new Float32Array(0))).toBeNull();
  });
});

describe("beats", () => {
  it("lie on the clicks", () => {
    const times = every(0.5, 20);
    expect(
      agreement(beatsOf(accents(onsetsOf(clicks(times, 20)).all), 120), times),
    ).toBeGreaterThan(0.95);
  });

  it("go on where clicks are missing", () => {
    const times = every(0.5, 20);
    const sounding = times.filter((_, i) => i % 8 !== 5);
    const beats = beatsOf(accents(onsetsOf(clicks(sounding, 20)).all), 120);
    expect(agreement(beats, times)).toBeGreaterThan(0.95);
  });

  it("follow a tempo that wanders", () => {
    const times: number[] = [];
    for (let t = 0.3; t < 19.5; t += 0.5 + 0.03 * Math.sin(t)) times.push(t);
    expect(
      agreement(beatsOf(accents(onsetsOf(clicks(times, 20)).all), 120), times),
    ).toBeGreaterThan(0.95);
  });

  it("are none of nothing", () => {
    expect(beatsOf(new Float32Array(0), 120)).toEqual([]);
  });
});

it("autocorrelation is 1 at no lag and at the period of what repeats", () => {
  const values = Float32Array.from({ length: 400 }, (_, i) => (i % 20 === 0 ? 1 : 0));
  const likeness = autocorrelation(values, 60);
  expect([likeness[0], likeness[20], likeness[40]].map((x) => x?.toFixed(2))).toEqual([
    "1.00",
    "1.00",
    "1.00",
  ]);
  expect(likeness[10]).toBeLessThan(0);
});
