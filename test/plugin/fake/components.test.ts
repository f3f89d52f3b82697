import type { ComponentParam, TickTime } from "@adobe/premierepro";
import { describe, expect, it } from "vitest";
import { openBench, ticks, type Bench } from "./bench.ts";
import { volumeOf } from "./components.ts";
import { tickTime } from "./times.ts";

/** The parameters of the first effect of a clip from 5 to 15 s. */
async function open(build: Parameters<typeof openBench>[0] = {}): Promise<{
  readonly bench: Bench;
  readonly params: readonly ComponentParam[];
  readonly level: ComponentParam;
  readonly corners: () => [number, number][];
}> {
  const bench = await openBench(build);
  const clip = bench.addClip(bench.timeline.audio[0], 5, 15);
  const track = await bench.sequence.getAudioTrack(0);
  const chain = await track.getTrackItems(1, false)[0]?.getComponentChain();
  const params: ComponentParam[] = [];
  bench.project.lockedAccess(() => {
    const component = chain?.getComponentAtIndex(0);
    if (component) params.push(component.getParam(0), component.getParam(1));
  });
  const [, level] = params;
  if (level === undefined) throw new Error("The clip has no level.");
  const corners = (): [number, number][] =>
    volumeOf(clip).map(({ at, volume }) => [at / ticks(1), volume]);
  return { bench, params, level, corners };
}

function key(
  level: ComponentParam,
  at: number,
  value: number,
): ReturnType<typeof level.createKeyframe> {
  const keyframe = level.createKeyframe(value);
  keyframe.position = time(at);
  return keyframe;
}

const time = (seconds: number): TickTime => tickTime(ticks(seconds));

describe("the effects of a clip in the imitation", () => {
  it("are read under the project's lock only", async () => {
    const { bench } = await open();
    const track = await bench.sequence.getAudioTrack(0);
    const chain = await track.getTrackItems(1, false)[0]?.getComponentChain();
    expect(chain?.getComponentCount()).toBe(2);
    expect(() => chain?.getComponentAtIndex(0)).toThrow(/lockedAccess/);
    bench.project.lockedAccess(() => {
      expect(() => chain?.getComponentAtIndex(2)).toThrow("Invalid parameter.");
    });
  });

  it("hold a switch and a level, each with values of its own kind", async () => {
    const { params, level } = await open();
    expect(await Promise.all(params.map((one) => one.getValueAtTime(time(0))))).toEqual([false, 1]);
    expect(() => level.createKeyframe(true)).toThrow("Invalid parameter.");
  });
});

describe("keyframes in the imitation", () => {
  it("are committed and dropped where the level does not vary", async () => {
    const { bench, level, corners } = await open();
    const add = () => level.createAddKeyframeAction(key(level, 2, 0.5));
    expect(bench.transact("Add", add)).toBe(true);
    expect(corners()).toEqual([[5, 1]]);
    expect(bench.transact("Vary and add", () => level.createSetTimeVaryingAction(true), add)).toBe(
      true,
    );
    expect(corners()).toEqual([[7, 0.5]]);
  });

  it("lie in order, count as the build counts, and go with one undo", async () => {
    const { bench, level, corners } = await open({ keyframesFrom: "sequence" });
    bench.transact(
      "Draw",
      () => level.createSetTimeVaryingAction(true),
      () => level.createAddKeyframeAction(key(level, 9, 1)),
      () => level.createAddKeyframeAction(key(level, 7, 0.5)),
    );
    expect(corners()).toEqual([
      [7, 0.5],
      [9, 1],
    ]);
    expect(level.getKeyframeListAsTickTimes().map(({ seconds }) => seconds)).toEqual([7, 9]);
    expect(await level.getValueAtTime(time(8))).toBeCloseTo(0.75);
    bench.state.ledger.undo();
    expect(corners()).toEqual([[5, 1]]);
  });

  it("leave the level of the first one when the level no longer varies", async () => {
    const { bench, level, corners } = await open();
    bench.transact(
      "Draw",
      () => level.createSetTimeVaryingAction(true),
      () => level.createAddKeyframeAction(key(level, 2, 0.5)),
    );
    bench.transact("Still", () => level.createSetTimeVaryingAction(false));
    expect(corners()).toEqual([[5, 0.5]]);
    bench.transact("Set", () => level.createSetValueAction(level.createKeyframe(0.8)));
    expect(corners()).toEqual([[5, 0.8]]);
  });

  it("stay at the very end of a range that is removed", async () => {
    const { bench, level, corners } = await open();
    bench.transact(
      "Draw",
      () => level.createSetTimeVaryingAction(true),
      () => level.createAddKeyframeAction(key(level, 1, 0.5)),
      () => level.createAddKeyframeAction(key(level, 2, 0.6)),
    );
    bench.transact("Remove", () => level.createRemoveKeyframeRangeAction(time(1), time(2)));
    expect(corners()).toEqual([[7, 0.6]]);
  });
});
