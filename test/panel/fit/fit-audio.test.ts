import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fitAt, fitHash, sourceAt } from "../../../src/panel/fit/fit-audio.ts";
import { resultOf } from "../results.ts";
import { DAWN, FIT, FitBench, START, WAV_BYTES } from "./fit-bench.ts";

let bench: FitBench;
let blobs: Blob[];
beforeEach(async () => {
  blobs = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return `blob:${blobs.length}`;
  });
  bench = await FitBench.open();
});
afterEach(() => vi.restoreAllMocks());

describe("hearing a fit", () => {
  it("plays all of it in the player, from its beginning", async () => {
    await bench.audio.play(DAWN, FIT);
    expect(blobs.map(({ size }) => size)).toEqual([WAV_BYTES]);
    expect(bench.media).toMatchObject({ src: "blob:1", paused: false, currentTime: 0 });
    expect(bench.audio.isSounding(FIT)).toBe(true);
    bench.media.currentTime = 7;
    expect(bench.audio.timeOf(FIT)).toBe(7);
  });

  it("is one sound with the tracks: it pauses, goes on, and gives way", async () => {
    await bench.audio.play(DAWN, FIT);
    bench.media.fire("playing");
    await bench.audio.play(DAWN, FIT);
    expect(bench.media.paused).toBe(true);
    bench.media.fire("pause");
    bench.media.currentTime = 5;
    await bench.audio.play(DAWN, FIT);
    expect(bench.media).toMatchObject({ paused: false, currentTime: 5 });
    expect(bench.engine.renderFit).toHaveBeenCalledTimes(1);
    bench.player.play(DAWN);
    expect(bench.media.src).toBe("dawn.mp3");
    expect(bench.audio.isSounding(FIT)).toBe(false);
    expect(bench.audio.timeOf(FIT)).toBeNull();
  });

  it("begins where it is pressed", async () => {
    await bench.audio.play(DAWN, FIT, 12.5);
    expect(bench.media.currentTime).toBe(12.5);
  });

  it("goes to the original at the same moment, and back", async () => {
    await bench.audio.play(DAWN, FIT, 14);
    bench.media.currentTime = 14;
    await bench.audio.compare(DAWN, FIT);
    expect(bench.media).toMatchObject({ src: "dawn.mp3", currentTime: 42 });
    bench.media.currentTime = 44;
    await bench.audio.compare(DAWN, FIT);
    expect(bench.media).toMatchObject({ src: "blob:1", currentTime: 16 });
  });

  it("takes the place of the fit that was heard before, and lets go of it", async () => {
    const revoked = vi.spyOn(URL, "revokeObjectURL");
    await bench.audio.play(DAWN, FIT);
    await bench.audio.play(DAWN, START);
    expect(bench.media.src).toBe("blob:2");
    expect(revoked.mock.calls).toEqual([["blob:1"]]);
    bench.audio.letGo();
    expect(revoked.mock.calls).toEqual([["blob:1"], ["blob:2"]]);
    expect(bench.media.paused).toBe(true);
    expect(bench.player.holds(DAWN.track.id)).toBe(true);
  });

  it("is a track of its own to the player alone", async () => {
    await bench.audio.play(DAWN, FIT);
    const { result } = bench.player.playback;
    expect(result?.track).toMatchObject({ title: "Dawn", seconds: 30 });
    expect(result?.track.id).not.toBe("dawn");
    expect(result && bench.audio.originalOf(result)).toBe(DAWN);
    expect(bench.audio.originalOf(DAWN)).toBe(DAWN);
  });

  it("says what went wrong, and plays nothing", async () => {
    bench.engine.renderFit.mockRejectedValueOnce(new Error("broken"));
    await bench.audio.play(DAWN, FIT);
    expect(bench.notice?.text).toMatch(/^broken\. /);
    expect(bench.audio.isRendering).toBe(false);
    expect(bench.media.paused).toBe(true);
  });

  it("refuses what is too long to be held", async () => {
    bench.engine.renderFit.mockImplementationOnce(async (_source, _fit, sink) => {
      await sink.begin(900_000_000);
    });
    await bench.audio.play(DAWN, FIT);
    expect(bench.notice?.text).toMatch(/too long to be heard/);
  });

  it("is not played if it is put away while it is made audible", async () => {
    const playing = bench.audio.play(DAWN, FIT);
    expect(bench.audio.isRendering).toBe(true);
    bench.audio.letGo();
    await playing;
    expect(bench.media.paused).toBe(true);
    expect(bench.notice).toBeNull();
    expect(blobs).toEqual([]);
  });
});

describe("a place of the fit", () => {
  it("is a place of the track, and the other way round where that sounds", () => {
    for (const time of [0, 3, 11.99, 12, 19, 20, 29.9])
      expect(fitAt(FIT, sourceAt(FIT, time))).toBeCloseTo(time, 9);
    expect(sourceAt(FIT, 99)).toBe(90);
    expect(fitAt(FIT, 30)).toBeNull();
  });
});

describe("what tells a fit from others", () => {
  it("is its track, the track's file, and what is played when", () => {
    const dusk = resultOf({ track: { audio: { kind: "file", path: "/b.wav" } } });
    const all = [
      fitHash(DAWN.track, FIT),
      fitHash(dusk.track, FIT),
      fitHash(DAWN.track, { ...FIT, seconds: 29.96 }),
      fitHash(DAWN.track, START),
    ];
    expect(new Set(all).size).toBe(4);
    expect(fitHash(DAWN.track, structuredClone(FIT))).toBe(all[0]);
  });
});
