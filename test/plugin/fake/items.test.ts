import type { ClipProjectItem, TickTime } from "@adobe/premierepro";
import { describe, expect, it } from "vitest";
import { openBench, ticks, type Bench } from "./bench.ts";
import { MEDIA_TYPE } from "./constants.ts";

const at = (bench: Bench, seconds: number): TickTime =>
  bench.premiere.TickTime.createWithSeconds(seconds);

/** In and out point of a clip, in seconds. */
async function marks(clip: ClipProjectItem): Promise<[number, number]> {
  const { AUDIO } = MEDIA_TYPE;
  return [(await clip.getInPoint(AUDIO)).seconds, (await clip.getOutPoint(AUDIO)).seconds];
}

describe("the length of an item's media", () => {
  it("comes as a promise, whatever the types say", async () => {
    const media = await (await openBench()).addItem({ mediaStart: ticks(2) }).clip.getMedia();
    const { start, duration } = media as unknown as Record<string, Promise<TickTime>>;
    expect([start, duration].every((time) => time instanceof Promise)).toBe(true);
    expect([(await start)?.seconds, (await duration)?.seconds]).toEqual([2, 10]);
    expect("getDuration" in media).toBe(false);
  });

  it("comes as a value on a build that goes by the types", async () => {
    const bench = await openBench({ media: "value" });
    const media = await bench.addItem().clip.getMedia();
    expect([media.start.seconds, media.duration.seconds]).toEqual([0, 10]);
  });

  it("comes from getters alone on 26.5", async () => {
    const bench = await openBench({ media: "getters" });
    const media: object = await bench.addItem({ mediaStart: ticks(2) }).clip.getMedia();
    expect(["start" in media, "duration" in media]).toEqual([false, false]);
    const { getStart, getDuration } = media as Record<string, () => TickTime>;
    expect([getStart?.().seconds, getDuration?.().seconds]).toEqual([2, 10]);
  });
});

describe("the marks of an item", () => {
  it("are the whole of it where none are set, and again when they are cleared", async () => {
    const bench = await openBench();
    const { clip } = bench.addItem();
    expect(await marks(clip)).toEqual([0, 10]);
    bench.transact("Mark", () => clip.createSetInOutPointsAction(at(bench, 2), at(bench, 4)));
    expect(await marks(clip)).toEqual([2, 4]);
    bench.transact("Clear", () => clip.createClearInOutPointsAction());
    expect(await marks(clip)).toEqual([0, 10]);
    bench.state.ledger.undo();
    expect(await marks(clip)).toEqual([2, 4]);
  });

  it.each([
    ["zero", [0, 10]],
    ["mediaStart", [3600, 3610]],
  ] as const)("count from %s where the file has a time code", async (marksFrom, whole) => {
    const bench = await openBench({ marksFrom });
    const { node, clip } = bench.addItem({ mediaStart: ticks(3600) });
    expect(await marks(clip)).toEqual(whole);
    const [zero] = whole;
    const [start, end] = [at(bench, zero + 2), at(bench, zero + 4)];
    bench.transact("Mark", () => clip.createSetInOutPointsAction(start, end));
    expect(node.source).toEqual({ start: ticks(2), end: ticks(4) });
    expect(await marks(clip)).toEqual([zero + 2, zero + 4]);
  });

  it.each([
    [-1, 4],
    [0, 11],
    [4, 4],
  ])("are refused from %s to %s s of ten", async (start, end) => {
    const bench = await openBench();
    const { clip } = bench.addItem();
    const make = () => clip.createSetInOutPointsAction(at(bench, start), at(bench, end));
    expect(() => bench.transact("Mark", make)).toThrow("Invalid parameter.");
  });

  it("are asked for by kind of media", async () => {
    const { clip } = (await openBench()).addItem();
    const ask = clip.getInPoint.bind(clip) as (type?: unknown) => unknown;
    expect(() => ask()).toThrow("Not Enough Parameters");
    expect(() => ask("AUDIO")).toThrow("Invalid parameter.");
  });
});

it("may spell its file's path in another way", async () => {
  const bench = await openBench();
  bench.state.faults.respell = (path) => `\\\\?\\${path}`;
  const { clip } = bench.addItem({ path: "C:\\Film\\a.wav" });
  expect(await clip.getMediaFilePath()).toBe("\\\\?\\C:\\Film\\a.wav");
});
