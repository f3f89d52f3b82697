import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as v from "valibot";
import { isSmall } from "../../../src/bridge/messages.ts";
import { FramesSchema, type Frames, type FramesRequest } from "../../../src/contract/frames.ts";
import { greyJpeg, pictureSize } from "../../contract/picture.ts";
import { refusal } from "../cues.ts";
import { TEMPORARY_FOLDER } from "../fake/disk.ts";
import { png, type FrameFate } from "../fake/exporter.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

const THEIRS = `${TEMPORARY_FOLDER}/somebody-elses.jpg`;

let editor: PremiereHarness;
beforeEach(() => {
  vi.useFakeTimers();
  editor = openPremiere();
  editor.disk.addFile(THEIRS, "not ours");
});
afterEach(() => {
  vi.useRealTimers();
});

/** Puts clips of these lengths after each other, from 100 s on, and selects their pictures. */
function select(...lengths: number[]): void {
  let at = 100;
  for (const [index, length] of lengths.entries()) {
    const [start, end] = [ticks(at), ticks(at + length)];
    const name = `Clip ${index + 1}`;
    const item = editor.state.makeItem(name);
    editor.state.sequence?.video[1]?.push({
      item,
      name,
      start,
      end,
      sourceStart: 0,
      selected: true,
    });
    at += length;
  }
}

/** What becomes of the first exports, in order; of the others, what should. */
function fates(...list: FrameFate[]): void {
  editor.state.faults.frame = (number) => list[number - 1] ?? {};
}

async function frames(request: Partial<FramesRequest> = {}): Promise<Frames> {
  const asked = editor.host.framesOf({ count: 1, size: 224, ...request });
  asked.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(300_000);
  const answer = await asked;
  expect(v.parse(FramesSchema, answer)).toEqual(answer);
  return answer;
}

const filesLeft = (): string[] =>
  [...editor.disk.files.keys()].filter((path) => path.startsWith(TEMPORARY_FOLDER));

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

describe("a file", () => {
  it.each<[string, FrameFate]>([
    ["has another ending put to its name", { ending: ".jpg" }],
    ["has none put to it", { ending: "" }],
    ["comes 1.5 s after Premiere said that it was there", { afterMs: 1500 }],
    ["grows for two seconds", { growsMs: 2000 }],
    ["comes late and grows", { afterMs: 1500, growsMs: 2000 }],
  ])("is read when it %s", async (_, fate) => {
    select(2);
    fates(fate);
    const { frames: taken, notes } = await frames();
    expect(notes).toEqual([]);
    expect(Buffer.from(taken[0]?.data ?? "", "base64")).toEqual(Buffer.from(greyJpeg(224, 126)));
    expect(editor.state.frames).toHaveLength(1);
    expect(filesLeft()).toEqual([THEIRS]);
  });

  it("is not taken for whole while it grows, though it ends like a picture", async () => {
    select(2);
    const withThumbnail = Uint8Array.from([...greyJpeg(224, 126), ...greyJpeg(224, 126)]);
    fates({ bytes: withThumbnail, growsMs: 80 });
    const [frame] = (await frames()).frames;
    expect(Buffer.from(frame?.data ?? "", "base64")).toEqual(Buffer.from(withThumbnail));
  });

  it("is a PNG where Premiere writes that whatever it is asked for", async () => {
    select(2);
    fates({ bytes: png(224, 126), ending: ".png" });
    const [frame] = (await frames()).frames;
    expect(frame?.type).toBe("image/png");
    expect(Buffer.from(frame?.data ?? "", "base64")).toEqual(Buffer.from(png(224, 126)));
  });

  it.each<[string, FrameFate]>([
    ["Premiere says yes and writes nothing", { bytes: null }],
    ["Premiere says no", { bytes: null, says: false }],
    ["Premiere throws", { bytes: null, says: "rejects" }],
    ["Premiere never answers", { bytes: null, says: "never" }],
    ["it stays incomplete", { bytes: greyJpeg(224, 126).slice(0, -2) }],
  ])("is asked for once more, under another name, when %s", async (_, fate) => {
    select(2);
    fates(fate);
    const { frames: taken, notes } = await frames();
    expect([taken.length, notes]).toEqual([1, []]);
    const names = editor.state.frames.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(filesLeft()).toEqual([THEIRS]);
  });

  it("counts where Premiere writes it and answers nothing", async () => {
    select(10);
    editor.state.faults.failing = (call) =>
      call === "Exporter.exportSequenceFrame" ? "forgets" : undefined;
    expect((await frames()).frames).toHaveLength(1);
  });

  it("is asked for only when the one before has been dealt with", async () => {
    select(2, 3, 4);
    // A host that is asked too early writes nothing, and then there would be a second export.
    editor.state.faults.frame = () => ({ afterMs: 700, growsMs: 200 });
    expect((await frames({ count: 3 })).frames).toHaveLength(3);
    expect(editor.state.frames).toHaveLength(3);
  });
});

describe("a picture that does not come", () => {
  it.each<[FrameFate, RegExp]>([
    [{ bytes: null }, /wrote no file/],
    [{ bytes: null, says: false }, /said no/],
    [{ bytes: null, says: "rejects" }, /Export failed/],
    [{ bytes: null, says: "never" }, /no answer/],
    [{ bytes: greyJpeg(224, 126).slice(0, -2) }, /incomplete/],
    [{ bytes: png(224, 126).slice(0, -4) }, /incomplete/],
    [{ bytes: new TextEncoder().encode("II*, says the TIFF") }, /neither JPEG nor PNG/],
    [
      { bytes: Uint8Array.from([0xff, 0xd8, 0xff, ...new Uint8Array(800_000), 0xff, 0xd9]) },
      /large/,
    ],
  ])("is a sentence that names its clip (%#)", async (fate, reason) => {
    select(2, 3);
    fates(fate, fate);
    const { frames: taken, notes } = await frames({ count: 2 });
    expect(taken.map(({ clip }) => clip)).toEqual(["Clip 2"]);
    expect(notes).toEqual([expect.stringMatching(/^There is no picture of “Clip 1”: .*\.$/)]);
    expect(notes[0]).toMatch(reason);
    expect(filesLeft()).toEqual([THEIRS]);
  });

  it("is no longer waited for after a minute", async () => {
    select(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    editor.state.faults.frame = (number) => (number === 1 ? {} : { bytes: null });
    const begin = Date.now();
    let end = begin;
    const asked = editor.host.framesOf({ count: 12, size: 224 }).finally(() => (end = Date.now()));
    await vi.advanceTimersByTimeAsync(300_000);
    const { frames: taken, notes } = await asked;
    expect([taken.length, notes.length]).toEqual([1, 11]);
    expect(notes.at(-1)).toMatch(/took too long/);
    expect(end - begin).toBeLessThan(75_000);
  });

  it("is deleted when it comes too late", async () => {
    select(2, 3);
    editor.state.faults.frame = (number) => (number <= 2 ? { afterMs: 20_000, says: false } : {});
    const asked = editor.host.framesOf({ count: 1, size: 224 });
    const error = refusal(asked);
    await vi.advanceTimersByTimeAsync(25_000);
    await error;
    expect(filesLeft()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(filesLeft()).toEqual([THEIRS]);
  });

  it("is an error when none comes, and leaves no file", async () => {
    select(2, 3);
    editor.state.faults.frame = () => ({ bytes: greyJpeg(224, 126).slice(0, -2) });
    const asked = refusal(editor.host.framesOf({ count: 2, size: 224 }));
    await vi.advanceTimersByTimeAsync(300_000);
    const error = await asked;
    expect(error.what).toMatch(/no picture/);
    expect(error.cause).toMatch(/Clip 1.*Clip 2/);
    expect(filesLeft()).toEqual([THEIRS]);
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
