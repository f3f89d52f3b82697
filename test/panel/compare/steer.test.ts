import { describe, expect, it } from "vitest";
import { placeIn } from "../../../src/panel/compare/same-place.ts";
import { correct } from "../../../src/panel/compare/steer.ts";
import { resultOf } from "../results.ts";

const FRAME = 1 / 25;

describe("keeping music with the picture", () => {
  it("leaves alone what nobody notices", () => {
    for (const drift of [0, 0.009, -0.009]) {
      expect(correct(drift, FRAME)).toEqual({ kind: "rate", rate: 1 });
    }
  });

  it("hurries music that is behind, and slows what is ahead", () => {
    expect(correct(-0.1, FRAME)).toEqual({ kind: "rate", rate: 1.06 });
    expect(correct(0.1, FRAME)).toEqual({ kind: "rate", rate: 0.94 });
  });

  it("jumps where they are far apart", () => {
    expect(correct(-3, FRAME)).toEqual({ kind: "seek" });
    expect(correct(0.3, FRAME)).toEqual({ kind: "seek" });
  });

  it.each([0.24, -0.24, 0.05, -0.03])("brings them together from %s s", (from) => {
    let drift = from;
    // Told five times a second, as the stand-in does.
    for (let told = 0; told < 50; told++) {
      const correction = correct(drift, FRAME);
      if (correction.kind === "rate") drift += 0.2 * (correction.rate - 1);
    }
    expect(Math.abs(drift)).toBeLessThanOrEqual(FRAME / 4);
  });
});

describe("the same place in another track", () => {
  it("lies as far from where it begins to play", () => {
    expect(placeIn(resultOf(), 20, 7.5)).toBe(27.5);
    expect(placeIn(resultOf(), 20, -5)).toBe(15);
  });

  it("is its beginning where that lies before it, and nowhere once it is over", () => {
    expect(placeIn(resultOf(), 20, -30)).toBe(0);
    expect(placeIn(resultOf(), 20, 69.5)).toBeNull();
    expect(placeIn(resultOf({ track: { seconds: 0 } }), 20, 500)).toBe(520);
  });
});
