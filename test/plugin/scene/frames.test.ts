import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isSmall } from "../../../src/bridge/messages.ts";
import { greyJpeg, pictureSize } from "../../contract/picture.ts";
import { refusal } from "../cues.ts";
import { openFramesRoom, THEIRS, type FramesRoom } from "./frames-room.ts";

let editor: FramesRoom["editor"];
let select: FramesRoom["select"];
let frames: FramesRoom["frames"];
let filesLeft: FramesRoom["filesLeft"];
beforeEach(() => {
  vi.useFakeTimers();
  ({ editor, select, frames, filesLeft } = openFramesRoom());
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the pictures", () => {
  it("are of the selected clips, in time order, and small", async () => {
    select(2, 30, 4);
    const { frames: taken, notes } = await frames({ count: 2, size: 336 });
    expect(taken.map(({ clip, at, type }) => [clip, at, type])).toEqual([
      ["Clip 2", 117, "image/jpeg"],
      ["Clip 3", 134, "image/jpeg"],
    ]);
    for (const { data } of taken)
      expect(Buffer.from(data, "base64")).toEqual(Buffer.from(greyJpeg(336, 190)));
    expect(notes).toEqual([]);
    expect(editor.state.frames.map(({ at }) => at)).toEqual([117, 134]);
  });

  it.each([
    [1920, 1080, 224, 126],
    [1080, 1920, 126, 224],
    [1000, 1000, 224, 224],
    [4096, 10, 224, 2],
    [0, 0, 224, 126],
  ])("of a sequence of %i × %i are %i × %i", async (width, height, w, h) => {
    if (editor.state.sequence) editor.state.sequence.frameSize = { width, height };
    select(1);
    const [frame] = (await frames()).frames;
    const size = pictureSize(Buffer.from(frame?.data ?? "", "base64"));
    expect([size.width, size.height]).toEqual([w, h]);
  });

  it("are taken of what the tracks say is selected where Premiere's selection is empty", async () => {
    select(2, 3);
    editor.state.faults.emptySelection = true;
    expect((await frames({ count: 2 })).frames).toHaveLength(2);
  });

  it("are taken of the clips that say where they lie", async () => {
    select(2, 3);
    editor.state.faults.failing = (call, node) =>
      call === "VideoClipTrackItem.getStartTime" && node?.name === "Clip 1" ? "rejects" : undefined;
    expect((await frames({ count: 1 })).frames.map(({ clip }) => clip)).toEqual(["Clip 2"]);
  });

  it("leave nothing behind but what is not theirs", async () => {
    select(2, 3, 4);
    await frames({ count: 12 });
    expect(editor.state.frames).toHaveLength(12);
    expect(filesLeft()).toEqual([THEIRS]);
  });
});

describe("a clip whose file is missing", () => {
  const lose = (name: string): void => {
    const clips = editor.state.sequence?.video[1] ?? [];
    const item = clips.find((clip) => clip.name === name)?.item;
    if (item) item.offline = true;
  };

  it("is not exported, and is a sentence", async () => {
    select(2, 3);
    lose("Clip 1");
    const { frames: taken, notes } = await frames({ count: 2, pairs: true });
    expect(new Set(taken.map(({ clip }) => clip))).toEqual(new Set(["Clip 2"]));
    expect(notes).toEqual([expect.stringMatching(/“Clip 1”: its file is missing/)]);
    expect(editor.state.frames.every(({ at }) => at >= 102)).toBe(true);
  });

  it("is an error where there is no other", async () => {
    select(2);
    lose("Clip 1");
    const error = await refusal(editor.host.framesOf({ count: 2, size: 224 }));
    expect(error.cause).toMatch(/Clip 1.*missing/);
    expect(editor.state.frames).toEqual([]);
  });

  it("is not every clip without a file: a title has none", async () => {
    select(2);
    const title = editor.state.sequence?.video[1]?.[0];
    if (title) editor.state.sequence?.video[1]?.splice(0, 1, { ...title, item: null });
    expect((await frames()).frames).toHaveLength(1);
  });
});

it("sends no more pictures than one message holds", async () => {
  select(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  const large = Uint8Array.from([0xff, 0xd8, 0xff, ...new Uint8Array(220_000), 0xff, 0xd9]);
  editor.state.faults.frame = () => ({ bytes: large });
  const answer = await frames({ count: 12 });
  expect(answer.frames).toHaveLength(12);
  expect(isSmall(answer)).toBe(true);
});

describe("no pictures are taken", () => {
  it.each(["rejects", "throws"] as const)("without a temporary folder: it %s", async (how) => {
    select(2);
    vi.spyOn(editor.uxp.fileSystem, "getTemporaryFolder").mockImplementation(() => {
      if (how === "throws") throw new Error("Not allowed.");
      return Promise.reject(new Error("Not allowed."));
    });
    expect((await refusal(editor.host.framesOf({ count: 1, size: 224 }))).input).toMatch(/folder/);
  });

  it("where Premiere does not say what is selected", async () => {
    select(2);
    editor.state.faults.failing = (call) =>
      /^Sequence\.get(Selection|VideoTrack)$/.test(call) ? "rejects" : undefined;
    const error = await refusal(editor.host.framesOf({ count: 1, size: 224 }));
    expect(error.what).toMatch(/what is selected/);
  });

  it("of a selection that has only sound", async () => {
    editor.addAudioClip(0, { start: 1, end: 2 });
    editor.selectAudioClips(editor.audioClips());
    const error = await refusal(editor.host.framesOf({ count: 1, size: 224 }));
    expect(error.next).toMatch(/Select clips/);
    expect(editor.state.frames).toEqual([]);
  });
});
