import { describe, expect, it } from "vitest";
import { framePairs, frameTimes, type FilmedClip } from "../../src/shared/frame-times.ts";

const clip = (name: string, start: number, end: number): FilmedClip => ({ name, start, end });
const A = clip("A", 0, 10);
const B = clip("B", 10, 14);
const C = clip("C", 50, 80);

const told = (clips: readonly FilmedClip[], count: number): [string, number][] =>
  frameTimes(clips, count).map(({ clip: name, at }) => [name, at]);

describe("frames spread over clips", () => {
  it("lie in the middle of each where there are as many", () => {
    expect(told([C, A, B], 3)).toEqual([
      ["A", 5],
      ["B", 12],
      ["C", 65],
    ]);
  });

  it("go to the longest clips where there are fewer, in time order", () => {
    expect(told([A, B, C], 2)).toEqual([
      ["A", 5],
      ["C", 65],
    ]);
    expect(told([A, B, C], 1)).toEqual([["C", 65]]);
  });

  it("are more in longer clips, in the middle of equal parts", () => {
    expect(told([A, B, C], 6)).toEqual([
      ["A", 5],
      ["B", 12],
      ["C", 53.75],
      ["C", 61.25],
      ["C", 68.75],
      ["C", 76.25],
    ]);
  });

  it("are all in a clip that is alone", () => {
    expect(told([A], 4).map(([, at]) => at)).toEqual([1.25, 3.75, 6.25, 8.75]);
  });

  it("are not taken twice at one time, from clips that lie above each other", () => {
    expect(told([A, { ...A, name: "Title over A" }, B], 3)).toHaveLength(2);
  });
});

describe("pairs of frames", () => {
  const pairs = (clips: readonly FilmedClip[], count: number): [number, number | null][] =>
    framePairs(clips, count).map(({ at, then }) => [at, then]);

  it("lie a fifth of a second apart around the middle of each part", () => {
    expect(pairs([A, B], 2)).toEqual([
      [4.9, 5.1],
      [11.9, 12.1],
    ]);
    expect(pairs([A], 2)).toEqual([
      [2.4, 2.6],
      [7.4, 7.6],
    ]);
  });

  it.each([
    [0.3, 0.15],
    [0.2, 0.1],
    [0.17, 0.085],
  ])("stay within a clip of %f s: %f s apart", (seconds, apart) => {
    const [pair] = framePairs([clip("short", 4, 4 + seconds)], 1);
    expect((pair?.then ?? 0) - (pair?.at ?? 0)).toBeCloseTo(apart, 9);
    expect(pair?.at).toBeGreaterThan(4);
    expect(pair?.then).toBeLessThan(4 + seconds);
  });

  it("are one frame alone in a clip of two frames", () => {
    expect(pairs([clip("flash", 4, 4.08)], 1)).toEqual([[4.04, null]]);
  });

  it("are one frame alone where another of the clips begins or ends between them", () => {
    const title = clip("Title", 5, 5.9);
    const [inFilm, inTitle] = framePairs([A, title], 2);
    expect(inFilm).toEqual({ at: 5, clip: "A", then: null });
    expect(inTitle?.then).toBeCloseTo(5.55, 9);
  });

  it("never cross a cut, however clips lie", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = (n: number): number => ((seed * 7919 + n * 104_729) % 997) / 997;
      const clips = Array.from({ length: 1 + (seed % 9) }, (_, i) => {
        const start = 20 * random(i);
        return clip(String(i), start, start + 0.05 + 3 * random(i + 50));
      });
      for (const { at, then } of framePairs(clips, 12)) {
        if (then === null) continue;
        const cuts = clips.flatMap(({ start, end }) => [start, end]);
        expect(cuts.filter((cut) => at < cut && cut <= then)).toEqual([]);
      }
    }
  });
});
