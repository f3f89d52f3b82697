import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";
import { frameTicks, TICKS_PER_SECOND } from "./times.ts";

describe("a frame rate", () => {
  it("does not tell its ticks per frame, which are for writing only", async () => {
    const { sequence } = await openBench();
    const rate = (await sequence.getSettings()).getVideoFrameRate();
    expect([rate.value, rate.ticksPerFrame]).toEqual([25, undefined]);
  });

  it("tells them on a build that goes by the types", async () => {
    const { sequence } = await openBench({ readableTicksPerFrame: true });
    const rate = (await sequence.getSettings()).getVideoFrameRate();
    expect(rate.ticksPerFrame).toBe(TICKS_PER_SECOND / 25);
  });

  it("makes times of frames", async () => {
    const { premiere, sequence } = await openBench({}, { framesPerSecond: 29.97 });
    const rate = (await sequence.getSettings()).getVideoFrameRate();
    const frame = premiere.TickTime.createWithFrameAndFrameRate(1, rate);
    expect(frame.ticksNumber).toBe(8_475_667_200);
    expect(premiere.TickTime.TIME_ZERO.ticks).toBe("0");
  });

  it.each([
    [24, 10_584_000_000],
    [25, 10_160_640_000],
    [23.976, 10_594_584_000],
    [24_000 / 1001, 10_594_584_000],
    [59.94, 4_237_833_600],
  ])("of %s has frames of %s ticks, as Premiere counts them", (rate, ticks) => {
    expect(frameTicks(rate)).toBe(ticks);
  });
});
