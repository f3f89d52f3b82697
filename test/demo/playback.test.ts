import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SequencePlayback } from "../../src/contract/sequence-playback.ts";
import { DOCUMENTARY } from "../../src/demo/documentary.ts";
import { Playback } from "../../src/demo/playback.ts";
import { TimelineStore } from "../../src/demo/store.ts";
import { movePlayhead } from "../../src/demo/timeline/marks.ts";
import { openTimeline, sequenceSeconds } from "../../src/demo/timeline/model.ts";

let store: TimelineStore;
let told: SequencePlayback[];
let playback: Playback;

beforeEach(() => {
  vi.useFakeTimers();
  store = new TimelineStore(openTimeline(DOCUMENTARY));
  told = [];
  playback = new Playback(store, (state) => told.push(state));
});
afterEach(() => {
  playback.stop();
  vi.useRealTimers();
});

const playhead = (): number => store.timeline?.playhead ?? -1;

describe("the stand-in's playback", () => {
  it("runs with the clock, frame by frame, and tells where it is", () => {
    playback.play(10);
    vi.advanceTimersByTime(2000);
    expect(Math.abs(playhead() - 12)).toBeLessThanOrEqual(0.041);
    const gaps = told.slice(1).map(({ at }, i) => at - (told[i]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(7);
    for (const gap of gaps) expect(gap).toBeCloseTo(0.2, 1);
  });

  it("catches up after a frame that came late", () => {
    playback.play(10);
    vi.setSystemTime(Date.now());
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 700);
    vi.advanceTimersToNextTimer();
    expect(playhead()).toBeCloseTo(10.72, 1);
    now.mockRestore();
  });

  it("goes on from where the editor puts the playhead", () => {
    playback.play(10);
    vi.advanceTimersByTime(400);
    store.update((timeline) => movePlayhead(timeline, 60));
    vi.advanceTimersByTime(400);
    expect(Math.abs(playhead() - 60.4)).toBeLessThanOrEqual(0.081);
    expect(told.at(-1)?.at).toBeGreaterThan(60);
  });

  it("stops at the end, and where the sequence is closed", () => {
    const end = sequenceSeconds(DOCUMENTARY);
    playback.play(end - 0.5);
    vi.advanceTimersByTime(1000);
    expect(told.at(-1)).toMatchObject({ isPlaying: false, at: end });
    playback.play(3);
    store.open(null);
    vi.advanceTimersByTime(100);
    expect(playback.isPlaying).toBe(false);
    expect(told.at(-1)?.isPlaying).toBe(false);
  });
});
