import { describe, expect, it } from "vitest";
import { frameTimes, type FilmedClip } from "../../../plugin/scene/frame-times.ts";

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
