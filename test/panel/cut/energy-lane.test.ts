import { describe, expect, it } from "vitest";
import { energyLane } from "../../../src/panel/cut/energy-lane.ts";
import {
  areaPath,
  laneX,
  nearestCut,
  tickPath,
} from "../../../src/panel/elements/cut/lane-paths.ts";
import { packEnergy } from "../../../src/shared/energy-curve.ts";
import { resultOf } from "../results.ts";

const SPAN = { start: 100, end: 110 };
const { track } = resultOf({
  track: { seconds: 40, heard: { energy: packEnergy([-30, -20, -10, -34]) } },
});
const { id: trackId, title, artist, licence, audio } = track;
const laid = (start: number, end: number) => ({
  cue: { trackId, title, artist, licence, audio, source: { start, end } },
});

describe("the energy of a track under the part that was read", () => {
  it("lies where the track would be laid, from its loudest down to nothing", () => {
    const curve = energyLane(track, laid(10, 20), 100, SPAN);
    expect(curve.map(({ at }) => at)).toEqual([-5, 5, 15]);
    expect(curve.map(({ level }) => level.toFixed(2))).toEqual(["0.17", "0.58", "1.00"]);
  });

  it("moves with the place", () => {
    expect(energyLane(track, laid(10, 20), 104, SPAN).map(({ at }) => at)).toEqual([-1, 9, 19]);
  });

  it("is none where the track would not sound, or nobody has listened to it", () => {
    expect(energyLane(track, laid(10, 20), 500, SPAN)).toEqual([]);
    expect(energyLane({ seconds: 40 }, laid(10, 20), 100, SPAN)).toEqual([]);
    expect(energyLane({ ...track, seconds: 0 }, laid(0, 1), 100, SPAN)).toEqual([]);
  });
});

describe("the drawing", () => {
  it("has places in proportion to time, and one line for cuts that fall together", () => {
    expect(laneX(105, SPAN)).toBe(500);
    expect(tickPath([101, 101.001, 105], SPAN, 0, 12)).toBe("M100 0V12M500 0V12");
    const everyFrame = Array.from({ length: 20_000 }, (_, n) => 100 + n / 2000);
    expect(tickPath(everyFrame, SPAN, 0, 12).split("M").length).toBeLessThanOrEqual(1002);
  });

  it("closes the curve on the lower edge", () => {
    const curve = [
      { at: 0, level: 0 },
      { at: 10, level: 1 },
    ];
    expect(areaPath(curve, SPAN)).toBe("M0.0 40L0.0 40.0L1000.0 6.0L1000.0 40Z");
    expect(areaPath([], SPAN)).toBe("");
  });

  it("finds the cut that a click is near to", () => {
    expect(nearestCut([101, 105], SPAN, 0.49, 0.02)).toBe(105);
    expect(nearestCut([101, 105], SPAN, 0.3, 0.02)).toBeNull();
    expect(nearestCut([], SPAN, 0.3, 0.02)).toBeNull();
  });
});
