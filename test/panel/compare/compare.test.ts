import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { remoteResultOf } from "../results.ts";
import { CompareBench, DAWN, DUSK, NOON, trackOf } from "./compare-bench.ts";

let bench: CompareBench;

beforeEach(async () => {
  bench = await CompareBench.open();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const titles = (): string[] => bench.pins.results.map(({ track }) => track.id);

describe("pinning", () => {
  it("pins and unpins with one act, and loads what is pinned at its best moment", () => {
    bench.compare.toggle(DAWN);
    bench.compare.toggle(DUSK);
    expect(titles()).toEqual(["dawn", "dusk"]);
    expect(bench.made.map(({ src, currentTime }) => [src, currentTime])).toEqual([
      ["audio/dawn.mp3", 20],
      ["audio/dusk.mp3", 40],
    ]);
    bench.compare.toggle(DAWN);
    expect(titles()).toEqual(["dusk"]);
    expect(bench.made[0]?.src).toBe("");
    expect(bench.gone).toHaveLength(1);
  });

  it("refuses a fifth, and names the one that was pinned first", () => {
    for (const track of [DAWN, DUSK, NOON, trackOf("four", 0, -9)]) bench.compare.toggle(track);
    bench.compare.toggle(trackOf("five", 0, -9));
    expect(titles()).toEqual(["dawn", "dusk", "noon", "four"]);
    expect(bench.notice?.text).toContain("“DAWN” (A)");
  });

  it("refuses what cannot be heard, and says how to get it", () => {
    bench.compare.toggle(remoteResultOf());
    expect(titles()).toEqual([]);
    expect(bench.notice?.text).toContain("“Far”");
  });

  it("lets go of a track that still plays only when the player has left it", () => {
    bench.compare.toggle(DAWN);
    bench.compare.step(1);
    bench.sound();
    bench.compare.unpinAll();
    expect(bench.made[0]).toMatchObject({ src: "audio/dawn.mp3", paused: false });
    bench.player.play(NOON);
    bench.sound();
    vi.advanceTimersByTime(100);
    expect(bench.made[0]).toMatchObject({ src: "", paused: true });
    expect(bench.gone).toHaveLength(1);
  });
});

describe("going from one to another", () => {
  beforeEach(() => {
    for (const track of [DAWN, DUSK, NOON]) bench.compare.toggle(track);
  });

  it("begins with the first, at its best moment, and goes round", () => {
    bench.compare.step(1);
    expect(bench.playing).toMatchObject({ src: "audio/dawn.mp3", currentTime: 20 });
    for (const id of ["dusk", "noon", "dawn"]) {
      bench.sound();
      bench.compare.step(1);
      expect(bench.playing.src).toBe(`audio/${id}.mp3`);
    }
    bench.compare.step(-1);
    expect(bench.selected).toEqual(["dawn", "dusk", "noon", "dawn", "noon"]);
  });

  it("stays at the same place from the best moment", () => {
    bench.compare.step(1);
    bench.sound();
    bench.playing.currentTime = 27;
    bench.compare.step(1);
    expect(bench.playing.currentTime).toBe(47);
  });

  it("takes the place of a track that is not pinned as well", () => {
    bench.player.play(trackOf("other", 30, -10), 33);
    bench.sound();
    bench.compare.hear(2);
    expect(bench.playing.currentTime).toBe(8);
  });

  it("plays the old one until the new one sounds, and then crossfades at equal loudness", () => {
    bench.compare.step(1);
    bench.sound();
    const [dawn, dusk] = bench.made;
    expect(dawn?.volume).toBeCloseTo(10 ** (-6 / 20));
    bench.compare.step(1);
    vi.advanceTimersByTime(100);
    expect(dawn?.paused).toBe(false);
    expect(dusk?.volume).toBe(0);
    bench.sound();
    vi.advanceTimersByTime(15);
    expect(dawn?.volume).toBeLessThan(0.5);
    expect(dusk?.volume).toBeGreaterThan(0);
    vi.advanceTimersByTime(40);
    expect(dawn?.paused).toBe(true);
    expect(dusk?.volume).toBe(1);
  });

  it("lets only the last be heard where the keys come faster than sound", () => {
    for (let i = 0; i < 3; i++) bench.compare.step(1);
    bench.sound();
    vi.advanceTimersByTime(100);
    expect(bench.made.map(({ paused }) => paused)).toEqual([true, true, false]);
  });

  it("keeps to the editor's volume", () => {
    bench.player.setVolume(0.5);
    bench.compare.hear(2);
    expect(bench.playing.volume).toBeCloseTo(0.5 * 10 ** (-3 / 20));
    expect(bench.player.playback.volume).toBe(0.5);
  });

  it("begins anew with a track that is over by then, and says so", () => {
    bench.compare.step(1);
    bench.sound();
    bench.playing.currentTime = 80;
    bench.compare.step(1);
    expect(bench.notice?.text).toContain("“DUSK” has ended");
    expect(bench.playing.currentTime).toBe(40);
  });

  it("says so where nothing is pinned", () => {
    bench.compare.unpinAll();
    bench.compare.step(1);
    expect(bench.notice?.text).toContain("press X");
  });
});
