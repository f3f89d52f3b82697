import { describe, expect, it } from "vitest";
import { rhythmOf } from "../../../src/panel/cut/rhythm.ts";

const rhythm = (cuts: readonly number[], end = 60) =>
  rhythmOf({ span: { start: 0, end }, cuts: [...cuts] });
/** Cuts after shots of these lengths. */
const after = (...shots: readonly number[]): number[] =>
  shots.map((_, n) => shots.slice(0, n + 1).reduce((sum, shot) => sum + shot, 0));
const times = (count: number, shot: number): number[] => Array.from({ length: count }, () => shot);

describe("the rhythm of the cut", () => {
  it("is told in cuts a minute", () => {
    expect(rhythm([10, 20], 30).perMinute).toBe(4);
    expect(rhythm([], 0.5).perMinute).toBe(0);
  });

  it("is steady where shots are about as long as their neighbours", () => {
    expect(rhythm(after(...times(10, 3))).regularity).toBe("steady");
    expect(rhythm(after(5, 4.7, 4.2, 4, 3.5, 3.2, 2.9, 2.5)).regularity).toBe("steady");
  });

  it("is varied or irregular where they are not", () => {
    expect(rhythm(after(2, 3, 2, 3.2, 2.1, 3)).regularity).toBe("varied");
    expect(rhythm(after(1, 6, 1, 7, 2, 9)).regularity).toBe("irregular");
  });

  it("is not judged by few shots", () => {
    expect(rhythm(after(1, 6, 1, 7)).regularity).toBeNull();
    expect(rhythm([]).regularity).toBeNull();
  });

  it("tells the third that is cut faster, or slower, than the rest", () => {
    const end = rhythm([...after(...times(8, 5)), ...times(12, 1).map((_, n) => 42 + n)]);
    expect(end.faster).toEqual(["end"]);
    expect(end.slower).toEqual(["beginning", "middle"]);
    const even = rhythm(after(...times(11, 5)));
    expect([even.faster, even.slower]).toEqual([[], []]);
    const middle = rhythm([3, 8, 13, 18, 45, 50, 55, 58, 59]);
    expect(middle.slower).toContain("middle");
  });

  it("takes cuts in every frame", () => {
    const { perMinute, regularity } = rhythm(after(...times(1499, 0.04)));
    expect(perMinute).toBe(1499);
    expect(regularity).toBe("steady");
  });
});
