import { describe, expect, it } from "vitest";
import type { Track } from "../../../src/contract/track.ts";
import { packEnergy } from "../../../src/shared/energy-curve.ts";
import { bestOffset, isOn } from "../../../src/shared/hits/best-offset.ts";
import { landingsOf } from "../../../src/shared/hits/landings.ts";
import { momentsOf, type Moment } from "../../../src/shared/hits/moments.ts";
import { resultOf } from "../../panel/results.ts";

const RATE = 25;
const { track: bare } = resultOf();
const at = (...times: readonly number[]): Moment[] =>
  times.map((time) => ({ at: time, kind: "section", label: `at ${time}`, weight: 1 }));

describe("the moments of a track", () => {
  const structured = (changes: Partial<Track> = {}): Track => ({
    ...bare,
    seconds: 40,
    structure: {
      bars: [],
      beatsPerBar: 4,
      sections: [
        { start: 0, label: "intro" },
        { start: 10, label: "statement" },
        { start: 20, label: "variation" },
        { start: 30, label: "ending" },
      ],
    },
    ...changes,
  });
  const energy = (...levels: readonly number[]): string =>
    packEnergy(levels.flatMap((level) => Array.from({ length: 8 }, () => level)));

  it("are where sections begin, but for the beginning of the track", () => {
    expect(momentsOf(structured()).map((one) => one.at)).toEqual([10, 20, 30]);
    expect(momentsOf(bare)).toEqual([]);
  });

  it("are drops where it becomes much louder, and the climax where it is loudest", () => {
    const moments = momentsOf(structured({ heard: { energy: energy(-30, -20, -15, -25) } }));
    expect(moments.map(({ kind }) => kind)).toEqual(["drop", "climax", "section"]);
  });

  it("are no drops where it hardly changes", () => {
    const moments = momentsOf(structured({ heard: { energy: energy(-20, -19, -20, -21) } }));
    expect(moments.map(({ kind }) => kind)).toEqual(["climax", "section", "section"]);
  });
});

describe("what lands on hit points", () => {
  it("is the nearest moment, with the frames that it is early or late", () => {
    const found = landingsOf(at(10, 20), [0, 4, 9], 9.96, RATE);
    expect(found.map(({ moment, frames }) => [moment?.at, frames])).toEqual([
      [10, 1],
      [10, -99],
      [20, 26],
    ]);
    expect(landingsOf([], [3], 0, RATE)).toEqual([{ hit: 3, moment: null, frames: null }]);
  });
});

describe("the place to begin", () => {
  const place = (moments: readonly Moment[], hits: readonly number[], near = 0, seconds = 100) =>
    bestOffset({ moments, hits, frameRate: RATE, seconds, near });

  it("puts a moment on a hit point, the nearest to where the music would begin", () => {
    expect(place(at(10, 30, 50), [4], 25)?.offset).toBe(26);
    expect(place(at(10, 30, 50), [4], 47)?.offset).toBe(46);
  });

  it("puts as many moments on hit points as it can", () => {
    const found = place(at(10, 21, 40, 50, 70), [2, 12, 32]);
    expect(found).toMatchObject({ offset: 38, hit: 3 });
  });

  it("prefers the weightier moment", () => {
    const moments = at(10, 30).map((one, n) => ({ ...one, weight: n + 1 }));
    expect(place(moments, [4], 6)?.offset).toBe(26);
  });

  it("never begins before the music, nor where it would be over by the last hit point", () => {
    expect(place(at(10), [15])).toBeNull();
    expect(place(at(10, 95), [5, 20], 0, 100)).toMatchObject({ offset: 5 });
    expect(place([], [5])).toBeNull();
  });

  it("lies on a frame, and keeps hit points that are closer than a beat apart", () => {
    const found = place(at(10.013, 20), [4.11, 4.3]);
    expect(((found?.offset ?? 0) * RATE) % 1).toBeCloseTo(0);
    expect(found?.landings.filter(isOn)).toHaveLength(1);
  });

  it("is as good as any other frame of the track", () => {
    let seed = 3;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    const sorted = (times: number[]): number[] => times.sort((a, b) => a - b);
    for (let turn = 0; turn < 20; turn += 1) {
      const moments = at(...sorted(Array.from({ length: 6 }, () => random(100 * RATE) / RATE)));
      const hits = sorted(Array.from({ length: 4 }, () => random(20 * RATE) / RATE));
      const last = 100 * RATE - (hits.at(-1) ?? 0) * RATE;
      const counts = Array.from({ length: Math.ceil(last) }, (_, frame) => {
        const landings = landingsOf(moments, hits, frame / RATE, RATE);
        return landings.filter(({ frames }) => frames === 0).length;
      });
      const most = Math.max(...counts);
      if (most > 0) expect(place(moments, hits)?.hit).toBeGreaterThanOrEqual(most);
    }
  });
});
