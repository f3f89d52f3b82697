import { describe, expect, it } from "vitest";
import { concentrations, logChance, meanPhase } from "../../../src/panel/cut/concentration.ts";
import { suggestTempi } from "../../../src/panel/cut/tempi.ts";

const FRAME = 0.04;
const toFrame = (time: number): number => Math.round(time / FRAME) * FRAME;
const suggest = (cuts: readonly number[]) => suggestTempi({ cuts: [...cuts], frameRate: 25 });
/** Cuts after so many beats each. */
function onBeats(bpm: number, beats: readonly number[], turns = 1): number[] {
  let at = 7;
  return Array.from({ length: turns }, () => beats)
    .flat()
    .map((count) => toFrame((at += (60 / bpm) * count)));
}
function randomly(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

describe("suggested tempi", () => {
  it("are that whose beats the cuts fall on, with what they are suggested for", () => {
    const [first] = suggest(onBeats(96, [1, 2, 4, 3, 2, 1, 4, 4], 3));
    expect(first).toMatchObject({ unit: "beat", on: 24, of: 24 });
    expect(first?.bpm).toBeCloseTo(96, 0);
  });

  it("are those of bars where these tell more", () => {
    const random = randomly(5);
    const cuts = onBeats(120, [4, 4, 8, 4, 4, 4], 4).map(
      (at) => at + FRAME * (Math.floor(random() * 7) - 3),
    );
    const [first] = suggest(cuts);
    expect(first?.unit).toBe("bar");
    expect(first?.bpm).toBeCloseTo(120, 0);
  });

  it("take the tempo that has cuts on every other beat, of those that fit as well", () => {
    expect(suggest(onBeats(100, [4, 4, 4, 4, 2, 2, 2, 2, 2, 2]))[0]?.bpm).toBeCloseTo(100, 0);
  });

  it("are found with cuts that are missing, or elsewhere", () => {
    const cuts = [...onBeats(132, [1, 2, 2, 4, 3, 4], 5), 9.5, 13.1, 21.35].sort((a, b) => a - b);
    const [first] = suggest(cuts);
    expect(first?.bpm).toBeCloseTo(132, 0);
    expect(first?.on).toBeLessThan(first?.of ?? 0);
  });

  it("are no octaves of one another, and at most three", () => {
    const found = suggest(onBeats(90, [4], 30)).map(({ bpm }) => bpm);
    expect(found.length).toBeLessThanOrEqual(3);
    for (const one of found) {
      for (const other of found) expect(Math.abs(one / other - 2)).toBeGreaterThan(0.02);
    }
  });

  it("are none for cuts at random, but once in many times", () => {
    const random = randomly(11);
    const turns = Array.from({ length: 100 }, () => {
      let at = 0;
      return suggest(
        Array.from({ length: 30 }, () => toFrame((at += 0.2 - 2 * Math.log(1 - random())))),
      );
    });
    expect(turns.filter((found) => found.length > 0).length).toBeLessThanOrEqual(4);
  });

  it.each([
    ["no cuts", []],
    ["one", [4]],
    ["few", [1, 2, 3, 4, 5]],
    ["one in every frame", Array.from({ length: 500 }, (_, n) => n * FRAME)],
    ["many in every frame", Array.from({ length: 20_000 }, (_, n) => n * FRAME)],
    ["six within half a second", [0, 0.08, 0.16, 0.24, 0.32, 0.48]],
    ["all at one time", [3, 3, 3, 3, 3, 3, 3]],
    ["an hour", Array.from({ length: 100 }, (_, n) => n * 36)],
  ])("are none for %s", (_, cuts) => {
    expect(suggest(cuts)).toEqual([]);
  });
});

describe("how concentrated times are on a beat", () => {
  it("is what the plain sum gives", () => {
    const times = [0.3, 1.1, 2.9, 4.2, 5.05];
    const found = concentrations(times, 1, 0.1, 21);
    found.forEach((value, k) => {
      const turns = times.map((time) => 2 * Math.PI * (1 + 0.1 * k) * time);
      const [re, im] = [Math.cos, Math.sin].map((of) =>
        turns.reduce((sum, angle) => sum + of(angle), 0),
      );
      expect(value).toBeCloseTo(Math.hypot(re ?? 0, im ?? 0) / times.length, 9);
    });
  });

  it("has a phase", () => {
    expect(meanPhase([0.25, 1.25, 2.25], 1)).toBeCloseTo(0.25);
  });

  it("is by chance as likely as the Rayleigh test says", () => {
    const random = randomly(2);
    const [count, turns, limit] = [10, 4000, 0.5];
    let as = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      const times = Array.from({ length: count }, random);
      if ((concentrations(times, 1, 1, 1)[0] ?? 0) >= limit) as += 1;
    }
    expect(as / turns / Math.exp(logChance(limit, count))).toBeCloseTo(1, 0);
  });
});
