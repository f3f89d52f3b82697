import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { greyJpeg } from "../../contract/picture.ts";
import { refusal } from "../cues.ts";
import { png, type FrameFate } from "../fake/exporter.ts";
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
