import { describe, expect, it } from "vitest";
import { rowGap } from "../../src/shared/row-gap.ts";

const FRAME = 1001 / 30_000;
const passage = (from: number, to: number, at: number) => ({
  source: { start: from * FRAME, end: to * FRAME },
  at: at * FRAME,
});

describe("passages in a row", () => {
  it("have no gap where each begins with the frame after the last of the one before", () => {
    expect(rowGap([passage(0, 100, 0), passage(700, 701, 100), passage(3, 5, 101)], FRAME)).toBe(
      "none",
    );
    expect(rowGap([passage(9, 10, 0)], FRAME)).toBe("none");
  });

  it("do not mind what a float loses", () => {
    const late = { ...passage(700, 720, 100), at: 100 * FRAME + 0.001 };
    expect(rowGap([passage(0, 100, 0), late], FRAME)).toBe("none");
  });

  it("have silence between them where one begins a frame late", () => {
    expect(rowGap([passage(0, 100, 0), passage(700, 720, 101)], FRAME)).toBe("silence");
  });

  it("lie on each other where one begins a frame early, or they are out of order", () => {
    expect(rowGap([passage(0, 100, 0), passage(700, 720, 99)], FRAME)).toBe("overlap");
    expect(rowGap([passage(0, 9, 50), passage(9, 18, 0)], FRAME)).toBe("overlap");
  });
});
