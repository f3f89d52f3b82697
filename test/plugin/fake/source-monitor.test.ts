import { beforeEach, expect, it } from "vitest";
import { openBench, ticks, type Bench } from "./bench.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  bench.disk.addAudio("/Music/a.wav", 10);
});

it("plays a file that is no part of the project, from where it is set", async () => {
  const { SourceMonitor, TickTime } = bench.premiere;
  expect(await SourceMonitor.openFilePath("/Music/a.wav")).toBe(true);
  await SourceMonitor.setPosition(TickTime.createWithSeconds(4));
  expect(await SourceMonitor.play(1)).toBe(true);
  expect(bench.state.monitor).toEqual({ path: "/Music/a.wav", position: ticks(4), speed: 1 });
  expect(await SourceMonitor.closeClip()).toBe(true);
  expect(bench.state.monitor.path).toBeNull();
});

it("plays nothing where nothing is open", async () => {
  const { SourceMonitor } = bench.premiere;
  expect([await SourceMonitor.play(1), await SourceMonitor.closeClip()]).toEqual([false, false]);
  await expect(SourceMonitor.openFilePath("/Music/none.wav")).rejects.toThrow(/does not exist/);
});
