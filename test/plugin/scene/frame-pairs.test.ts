import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as v from "valibot";
import { isSmall } from "../../../src/bridge/messages.ts";
import { FramesSchema, type Frames } from "../../../src/contract/frames.ts";
import { refusal } from "../cues.ts";
import { openFramesRoom, THEIRS, type FramesRoom } from "./frames-room.ts";

let editor: FramesRoom["editor"];
let select: FramesRoom["select"];
let fates: FramesRoom["fates"];
let frames: FramesRoom["frames"];
let filesLeft: FramesRoom["filesLeft"];
beforeEach(() => {
  vi.useFakeTimers();
  ({ editor, select, fates, frames, filesLeft } = openFramesRoom());
});
afterEach(() => {
  vi.useRealTimers();
});

describe("pairs of pictures", () => {
  const pairs = { pairs: true };
  const told = ({ frames: taken }: Frames): [string, number][] =>
    taken.map(({ clip, at }) => [clip, Number(at.toFixed(3))]);

  it("show each clip twice, and are sent in time order", async () => {
    select(2, 4);
    expect(told(await frames({ count: 2, ...pairs }))).toEqual([
      ["Clip 1", 100.9],
      ["Clip 1", 101.1],
      ["Clip 2", 103.9],
      ["Clip 2", 104.1],
    ]);
    expect(filesLeft()).toEqual([THEIRS]);
  });

  it("are exported once for every clip before any second time", async () => {
    select(2, 4, 6);
    await frames({ count: 3, ...pairs });
    const clips = editor.state.frames.map(({ at }) => (at < 102 ? 1 : at < 106 ? 2 : 3));
    expect(clips).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it("are single in clips that are too short for two", async () => {
    select(0.08, 2);
    const answer = await frames({ count: 2, ...pairs });
    expect(told(answer).map(([name]) => name)).toEqual(["Clip 1", "Clip 2", "Clip 2"]);
    expect(answer.notes).toEqual([]);
  });

  it("are not asked for again where the first did not come", async () => {
    select(2, 4);
    fates({ bytes: null }, { bytes: null });
    const answer = await frames({ count: 2, ...pairs });
    expect(told(answer).map(([name]) => name)).toEqual(["Clip 2", "Clip 2"]);
    expect(answer.notes).toHaveLength(1);
    // The lost one twice, then the pair.
    expect(editor.state.frames).toHaveLength(4);
  });

  it("keep the first where the second does not come, and say what is missing", async () => {
    select(2);
    fates({}, { bytes: null }, { bytes: null });
    const answer = await frames(pairs);
    expect(told(answer)).toEqual([["Clip 1", 100.9]]);
    expect(answer.notes).toEqual([expect.stringMatching(/second picture.*motion.*“Clip 1”/)]);
  });

  it("are what came when an export never ends", async () => {
    select(...new Array<number>(12).fill(2));
    editor.state.faults.frame = (number) => (number <= 14 ? {} : { bytes: null, says: "never" });
    const begin = Date.now();
    let end = begin;
    const asked = editor.host
      .framesOf({ count: 12, size: 224, ...pairs })
      .finally(() => (end = Date.now()));
    await vi.advanceTimersByTimeAsync(300_000);
    const answer = await asked;
    expect(answer.frames).toHaveLength(14);
    expect(new Set(answer.frames.map(({ clip }) => clip)).size).toBe(12);
    expect(answer.notes).toHaveLength(10);
    expect(v.parse(FramesSchema, answer)).toEqual(answer);
    expect(end - begin).toBeLessThan(75_000);
  });

  it("fit into one message however large Premiere's files are", async () => {
    select(...new Array<number>(12).fill(2));
    const large = Uint8Array.from([0xff, 0xd8, 0xff, ...new Uint8Array(130_000), 0xff, 0xd9]);
    // The small ones leave their room to those that come after them.
    editor.state.faults.frame = (number) => (number <= 12 ? {} : { bytes: large });
    const answer = await frames({ count: 12, ...pairs });
    expect(answer.frames).toHaveLength(24);
    editor.state.faults.frame = () => ({ bytes: large });
    const fuller = await frames({ count: 12, ...pairs });
    expect(isSmall(fuller)).toBe(true);
    expect(new Set(fuller.frames.map(({ clip }) => clip)).size).toBeLessThanOrEqual(12);
  });
});

it("gives up sooner where no picture comes at all", async () => {
  select(...new Array<number>(12).fill(2));
  editor.state.faults.frame = () => ({ bytes: null, says: "never" });
  const begin = Date.now();
  let end = begin;
  const asked = refusal(
    editor.host.framesOf({ count: 12, size: 224, pairs: true }).finally(() => (end = Date.now())),
  );
  await vi.advanceTimersByTimeAsync(300_000);
  await asked;
  expect(end - begin).toBeLessThan(45_000);
});
