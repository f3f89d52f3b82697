import { describe, expect, it } from "vitest";
import { powerSpectrum } from "../../../composer/audit/fft.ts";
import { longestClip, longestSilence, tailDrop } from "../../../composer/audit/levels.ts";
import { onsetEnvelope, onsetsBetween } from "../../../composer/audit/onsets.ts";
import { tempoFits, tempoOf } from "../../../composer/audit/tempo.ts";
import { clicks, join32, rate, silence, sine } from "./sounds.ts";

describe("the transform", () => {
  it("gives the powers of a naive transform with the same window", () => {
    const size = 16;
    const samples = Float32Array.from({ length: size }, (_, i) => Math.sin(i * i) + 0.1 * i);
    const naive = Array.from({ length: size / 2 + 1 }, (_, bin) => {
      let [re, im] = [0, 0];
      samples.forEach((sample, i) => {
        const windowed = sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
        re += windowed * Math.cos((2 * Math.PI * bin * i) / size);
        im -= windowed * Math.sin((2 * Math.PI * bin * i) / size);
      });
      return re * re + im * im;
    });
    const power = powerSpectrum(size)(samples);
    naive.forEach((value, bin) => expect(power[bin]).toBeCloseTo(value, 4));
  });

  it("has its peak at the tone, and accepts only powers of two", () => {
    const power = [...powerSpectrum(256)(sine(1000, 0.1, 0.5))];
    expect(power.indexOf(Math.max(...power))).toBe(32);
    expect(() => powerSpectrum(100)).toThrow(RangeError);
  });
});

describe("levels", () => {
  const tone = sine(300, 1, 0.5);

  it("find a gap in a tone, and none in a tone that dies away", () => {
    expect(longestSilence(join32(tone, silence(3.5), tone), rate)).toBeCloseTo(3.5, 2);
    expect(longestSilence(join32(silence(2), tone), rate)).toBeCloseTo(2, 2);
    expect(longestSilence(join32(tone, silence(9)), rate)).toBeLessThan(0.01);
    expect(longestSilence(silence(4), rate)).toBe(4);
    expect(longestSilence(join32(tone, sine(300, 4, 0.0009), tone), rate)).toBeCloseTo(4, 2);
  });

  it("agree with a naive search for silence", () => {
    const sound = join32(tone, silence(0.2), tone, silence(0.7), sine(90, 0.3, 0.01), silence(2));
    const heard = [...sound.keys()].filter((i) => Math.abs(sound[i] ?? 0) >= 0.001);
    const gaps = heard.slice(1).map((at, i) => at - (heard[i] ?? 0) - 1);
    expect(longestSilence(sound, rate)).toBe(Math.max(heard[0] ?? 0, ...gaps) / rate);
  });

  it("detect a clipped sine, but not one that just reaches full scale", () => {
    const clipped = sine(300, 1, 1.4).map((sample) => Math.max(-1, Math.min(1, sample)));
    expect(longestClip(clipped)).toBeGreaterThan(3);
    expect(longestClip(sine(300, 1, 0.93))).toBe(0);
    const text = [...clipped].map((sample) => (Math.abs(sample) >= 0.9999 ? "x" : ".")).join("");
    const naive = Math.max(...text.split(".").map((run) => run.length));
    expect(longestClip(clipped)).toBe(naive);
  });

  it("tell a tone that was cut off from one that died away", () => {
    const dying = tone.map((sample, i) => sample * Math.exp((-6 * i) / tone.length));
    expect(tailDrop(tone, rate)).toBeLessThan(1);
    expect(tailDrop(dying, rate)).toBeGreaterThan(45);
    expect(tailDrop(join32(tone, silence(0.1)), rate)).toBeGreaterThan(100);
  });
});

describe("onsets", () => {
  it("are found at clicks, and not in between", () => {
    const envelope = onsetEnvelope(
      clicks(120, 4, () => 0.6),
      rate,
    );
    const found = onsetsBetween(envelope, 20, 400);
    expect(found).toHaveLength(7);
    found.forEach((frame, i) => expect(Math.abs(frame - 50 * (i + 1))).toBeLessThan(5));
  });

  it("do not depend on the level", () => {
    const loud = onsetEnvelope(
      clicks(90, 6, () => 0.8),
      rate,
    );
    const soft = onsetEnvelope(
      clicks(90, 6, () => 0.08),
      rate,
    );
    expect(onsetsBetween(soft, 0, 600)).toEqual(onsetsBetween(loud, 0, 600));
  });
});

describe("the tempo", () => {
  it.each([64, 90, 118.5, 133, 160])("of a click track at %s bpm is detected", (bpm) => {
    // Every fourth click is accented, as in a bar.
    const sound = clicks(bpm, 20, (i) => (i % 4 === 0 ? 0.9 : 0.4));
    const heard = tempoOf(onsetEnvelope(sound, rate)) ?? 0;
    expect(tempoFits(heard, bpm, false), `detected ${heard}`).toBe(true);
  });

  it("of clicks in random order is not that of a click track", () => {
    const sound = silence(20);
    let at = 0;
    for (let i = 0; at < 19 * rate; i += 1) {
      sound.set(
        clicks(60, 0.2, () => 0.5),
        at,
      );
      at += Math.round(rate * (0.25 + 0.21 * ((i * i * 7) % 5)));
    }
    expect(tempoFits(tempoOf(onsetEnvelope(sound, rate)) ?? 0, 118.5, false)).toBe(false);
  });

  it("is not guessed without onsets or from short audio", () => {
    expect(tempoOf(new Float32Array(4000))).toBeUndefined();
    expect(tempoOf(new Float32Array(300).fill(1))).toBeUndefined();
  });

  it("fits within 4 %, an octave away, and by a factor of three only in ternary metres", () => {
    expect(tempoFits(124, 120, false)).toBe(true);
    expect(tempoFits(126, 120, false)).toBe(false);
    expect(tempoFits(61, 120, false)).toBe(true);
    expect(tempoFits(180, 120, false)).toBe(false);
    expect(tempoFits(180, 120, true)).toBe(true);
  });
});
