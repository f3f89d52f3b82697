import { describe, expect, it } from "vitest";
import { visibleCuts, type PictureClip } from "../../../src/shared/cuts/visible-cuts.ts";

const FRAME = 0.04;
const clip = (level: number, start: number, end: number): PictureClip => ({ level, start, end });
const cutsOf = (clips: readonly PictureClip[], start = 0, end = 100): number[] =>
  visibleCuts(clips, { start, end }, FRAME).cuts;

/** Looks at the middle of every frame. */
function naiveCuts(clips: readonly PictureClip[], frames: number): number[] {
  const top = (frame: number): number => {
    const time = (frame + 0.5) * FRAME;
    let best = -1;
    clips.forEach(({ level, start, end }, n) => {
      if (start > time || end <= time) return;
      const other = clips[best];
      const isHigher = other === undefined || level > other.level;
      if (isHigher || (level === other.level && start >= other.start)) best = n;
    });
    return best;
  };
  return Array.from({ length: frames - 1 }, (_, n) => n + 1).filter((n) => top(n) !== top(n - 1));
}

describe("the cuts that are seen", () => {
  it("lie where one clip follows another, and where picture begins and ends", () => {
    expect(cutsOf([clip(0, 2, 5), clip(0, 5, 9)])).toEqual([2, 5, 9]);
  });

  it("leave out what lies under another clip", () => {
    expect(cutsOf([clip(0, 0, 10), clip(0, 10, 100), clip(1, 8, 12)])).toEqual([8, 12]);
  });

  it("leave out the ends of the span, and what lies outside of it", () => {
    const clips = [clip(0, 0, 10), clip(0, 10, 20), clip(0, 20, 30), clip(0, 30, 40)];
    expect(cutsOf(clips, 10, 30)).toEqual([20]);
  });

  it("are one where two tracks are cut within half a frame of each other", () => {
    const clips = [clip(0, 0, 10), clip(0, 10.001, 50), clip(0, 50, 100), clip(1, 10, 20)];
    expect(cutsOf(clips)).toEqual([10, 20, 50]);
  });

  it("tell that nothing is to be seen", () => {
    expect(visibleCuts([clip(0, 0, 10)], { start: 10, end: 20 }, FRAME)).toEqual({
      cuts: [],
      hasPicture: false,
    });
    expect(visibleCuts([], { start: 10, end: 20 }, FRAME).hasPicture).toBe(false);
  });

  it("are those that a look at every frame finds", () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    for (let turn = 0; turn < 50; turn += 1) {
      const clips = Array.from({ length: 12 }, () => {
        const start = random(90);
        return clip(random(4), start * FRAME, (start + 1 + random(30)) * FRAME);
      });
      const found = cutsOf(clips, 0, 100 * FRAME).map((at) => Math.round(at / FRAME));
      expect(found).toEqual(naiveCuts(clips, 100));
    }
  });
});
