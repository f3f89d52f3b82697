import { beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import { placeAt } from "../test-editor.ts";
import { remoteResultOf, settled } from "../results.ts";
import { CompareBench, DAWN, DUSK } from "./compare-bench.ts";

let bench: CompareBench;

beforeEach(async () => {
  bench = await CompareBench.open();
});

/** Plays with the picture as far as a browser and an editor would. */
async function run(): Promise<void> {
  const started = bench.picture.toggle(DAWN);
  await settled();
  bench.sound();
  await started;
}

const told = (at: number, isPlaying = true) =>
  bench.editor.emit({ type: "playback", playback: { isPlaying, at, frame: 0.04 } });

describe("playing with the picture", () => {
  it("begins with the best moment at the playhead, once the music sounds", async () => {
    const started = bench.picture.toggle(DAWN);
    await settled();
    expect(bench.playing).toMatchObject({ currentTime: 20, paused: false });
    expect(bench.editor.playSequence).not.toHaveBeenCalled();
    bench.playing.currentTime = 20.1; // The music has begun meanwhile.
    bench.sound();
    await started;
    expect(bench.editor.playSequence.mock.calls[0]?.[0].from).toBeCloseTo(12.1);
    expect(bench.picture.isRunning).toBe(true);
  });

  it("begins at the in point, where there is one", async () => {
    bench.editor.place = placeAt(12, { start: 30, end: 60 });
    await run();
    expect(bench.editor.playSequence.mock.calls[0]?.[0].from).toBe(30);
  });

  it("stops both, and stops the music where the picture stops", async () => {
    await run();
    await bench.picture.toggle(DAWN);
    expect(bench.editor.stopSequence).toHaveBeenCalledTimes(1);
    expect(bench.playing.paused).toBe(true);
    await run();
    told(14, false);
    expect(bench.playing.paused).toBe(true);
    expect(bench.picture.isRunning).toBe(false);
  });

  it("hurries, slows and jumps to stay with the picture", async () => {
    await run();
    bench.playing.currentTime = 22;
    told(14.1);
    expect(bench.playing.playbackRate).toBeGreaterThan(1);
    told(13.9);
    expect(bench.playing.playbackRate).toBeLessThan(1);
    told(14);
    expect(bench.playing.playbackRate).toBe(1);
    told(40);
    expect(bench.playing.currentTime).toBeCloseTo(48, 1);
  });

  it("goes on with the next pinned track at the same time of the sequence", async () => {
    bench.compare.toggle(DAWN);
    bench.compare.toggle(DUSK);
    await run();
    told(17);
    bench.compare.step(1);
    expect(bench.playing.src).toBe("audio/dusk.mp3");
    expect(bench.playing.currentTime).toBeGreaterThanOrEqual(45);
    expect(bench.playing.currentTime).toBeLessThan(45.5);
    expect(bench.picture.isRunning).toBe(true);
    expect(bench.editor.stopSequence).not.toHaveBeenCalled();
  });

  it("moves both when the editor skips", async () => {
    await run();
    told(20);
    expect(bench.picture.seekBy(5)).toBe(true);
    await settled();
    expect(bench.editor.playSequence.mock.calls[1]?.[0].from).toBeCloseTo(25, 1);
    expect(bench.playing.currentTime).toBeCloseTo(33, 1);
  });

  it("says why, where the editor does not let panels play", async () => {
    bench.editor.info = { ...bench.editor.info, playsSequence: false };
    bench.editor.playSequence.mockRejectedValue(
      new HostError({ what: "No playback here.", next: "Press Space there." }),
    );
    await bench.link.start();
    await bench.picture.toggle(DAWN);
    expect(bench.notice?.text).toBe("No playback here. Press Space there.");
    expect(bench.playing.paused).toBe(true);
  });

  it("silences the music where the picture does not start", async () => {
    bench.editor.playSequence.mockRejectedValue(
      new HostError({ what: "No sequence is open.", next: "Open one." }),
    );
    await run();
    expect(bench.notice?.text).toContain("No sequence is open.");
    expect(bench.playing.paused).toBe(true);
    expect(bench.picture.isRunning).toBe(false);
  });

  it("refuses a track that is not on this machine", async () => {
    await bench.picture.toggle(remoteResultOf());
    expect(bench.editor.playSequence).not.toHaveBeenCalled();
    expect(bench.notice?.text).toContain("“Far”");
  });
});
