import type { TickTime } from "@adobe/premierepro";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openBench, type Bench } from "./bench.ts";
import { TRACK_ITEM_TYPE } from "./constants.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  bench.state.calls.reset();
});
afterEach(() => void vi.useRealTimers());

describe("calls into the host", () => {
  it("are counted by class and member, through every handle", async () => {
    const track = await bench.sequence.getAudioTrack(0);
    track.getTrackItems(TRACK_ITEM_TYPE.CLIP, false);
    track.getTrackItems(TRACK_ITEM_TYPE.CLIP, false);
    const { calls } = bench.state;
    expect(calls.of("Sequence.getAudioTrack")).toBe(1);
    expect(calls.of("AudioTrack.getTrackItems")).toBe(2);
    expect(calls.count).toBe(3);
    calls.reset();
    expect([calls.count, calls.names]).toEqual([0, {}]);
  });

  it("are counted within transactions, and for promises that are properties", async () => {
    const { clip } = bench.addItem();
    const media = await clip.getMedia();
    await (media.duration as unknown as Promise<TickTime>);
    bench.transact("Rename", () => clip.createSetNameAction("New"));
    const { calls } = bench.state;
    expect(calls.of("Media.duration")).toBe(1);
    expect(calls.of("CompoundAction.addAction")).toBe(1);
    expect(calls.of("ClipProjectItem.createSetNameAction")).toBe(1);
  });

  it("do not count times, which are plain values", () => {
    const time = bench.premiere.TickTime.createWithSeconds(1);
    time.add(time);
    expect(bench.state.calls.names).toEqual({ "TickTime.createWithSeconds": 1 });
  });

  it("can be stepped in before, once", async () => {
    bench.state.calls.before("Sequence.getAudioTrackCount", 2, () => bench.timeline.audio.pop());
    const counts = [];
    for (let i = 0; i < 3; i++) counts.push(await bench.sequence.getAudioTrackCount());
    expect(counts).toEqual([3, 2, 2]);
  });

  it("take as long as they are told to", async () => {
    vi.useFakeTimers();
    bench.state.calls.latency = 300;
    let answer: number | null = null;
    const asked = bench.sequence.getAudioTrackCount().then((count) => (answer = count));
    await vi.advanceTimersByTimeAsync(299);
    expect(answer).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    await asked;
    expect(answer).toBe(3);
  });

  it.each(["rejects", "throws"] as const)("may fail for one item: one %s", async (how) => {
    const [good, bad] = [bench.addItem(), bench.addItem({ name: "Broken" })];
    bench.state.faults.failing = (call, node) =>
      call === "ClipProjectItem.getMediaFilePath" && node === bad.node ? how : undefined;
    expect(await good.clip.getMediaFilePath()).toBe("/music.wav");
    if (how === "rejects") await expect(bad.clip.getMediaFilePath()).rejects.toThrow(/failed/);
    else expect(() => bad.clip.getMediaFilePath()).toThrow(/failed/);
  });

  it("may fail for the item that they are given: a cast", () => {
    const { node, item } = bench.addItem({ name: "Broken" });
    bench.state.faults.failing = (call, of) =>
      call === "ClipProjectItem.cast" && of === node ? "throws" : undefined;
    expect(() => bench.premiere.ClipProjectItem.cast(item)).toThrow(/failed/);
  });

  it("may fail for one clip on a track", async () => {
    const clip = bench.addClip(bench.timeline.audio[0], 0, 10);
    bench.state.faults.failing = (call, node) =>
      call.endsWith("ClipTrackItem.getProjectItem") && node === clip ? "rejects" : undefined;
    const track = await bench.sequence.getAudioTrack(0);
    const [item] = track.getTrackItems(TRACK_ITEM_TYPE.CLIP, false);
    await expect(item?.getProjectItem()).rejects.toThrow(/AudioClipTrackItem.getProjectItem/);
    expect(await item?.getName()).toBe("Tone");
  });
});
