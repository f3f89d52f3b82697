import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { WavFileSchema } from "../../../src/contract/conversion.ts";
import { HostError } from "../../../src/contract/errors.ts";
import { RowRequestSchema } from "../../../src/contract/row.ts";
import { fitName } from "../../../src/panel/fit/lay-fit.ts";
import { FIT as WORDS } from "../../../src/panel/words/fit.ts";
import { resultOf } from "../results.ts";
import { placeAt, REPORT } from "../test-editor.ts";
import { DAWN, FIT, FitBench, START, WAV_BYTES } from "./fit-bench.ts";

const LAID = { ...REPORT, start: 10, end: 40 };

let bench: FitBench;
beforeEach(async () => {
  bench = await FitBench.open();
  bench.editor.insert.mockResolvedValue(LAID);
  bench.editor.insertRow.mockResolvedValue({ ...LAID, clips: 3 });
  await bench.fit.ask(DAWN);
});

const text = (): string => bench.notice?.text ?? "";

describe("laying a fit as one file", () => {
  it("writes it into the music folder and lays it at the in point, with the track's licence", async () => {
    await bench.laying.lay(bench.ready, "file");
    const name = fitName(DAWN.track, FIT);
    expect(bench.editor.findWav).toHaveBeenCalledWith({ name, bytes: WAV_BYTES });
    expect(bench.editor.writeWav).toHaveBeenCalledTimes(3);
    const { id: trackId, title, artist, licence } = DAWN.track;
    expect(bench.editor.insert).toHaveBeenCalledWith({
      cue: {
        ...{ trackId, title, artist, licence },
        audio: { kind: "file", path: `/project/music/${name}` },
        source: { start: 0, end: 30 },
      },
      ...{ at: 10, track: "music", ripple: false },
    });
    expect(bench.placed).toEqual(["dawn"]);
    expect(text()).toBe(
      "“Dawn” is on A3, 00:00:10 to 00:00:40. To undo, press Ctrl/Cmd+Z in the editor.",
    );
    expect(bench.notice?.acts?.map(({ action }) => action)).toEqual(["duck"]);
  });

  it("uses the file of the same fit again", async () => {
    bench.editor.findWav.mockResolvedValueOnce({ path: "/project/music/there.wav" });
    await bench.laying.lay(bench.ready, "file");
    expect(bench.editor.writeWav).not.toHaveBeenCalled();
    const [request] = bench.editor.insert.mock.calls[0] ?? [];
    expect(request?.cue.audio.path).toBe("/project/music/there.wav");
  });

  it("tells by how many frames the editor laid something else", async () => {
    bench.editor.insert.mockResolvedValue({ ...LAID, end: 39.92, speech: false });
    await bench.laying.lay(bench.ready, "file");
    expect(text()).toContain("2 frames shorter than the range");
    expect(bench.notice?.acts).toBeUndefined();
  });

  it("says how far the file is, and ends when it is cancelled: nothing is laid", async () => {
    const shares: (number | null)[] = [];
    bench.editor.writeWav.mockImplementation(() => {
      shares.push(bench.laying.share);
      if (shares.length === 2) bench.laying.cancel();
      return Promise.resolve({ path: null });
    });
    await bench.laying.lay(bench.ready, "file");
    expect(shares).toEqual([0, 1 / 3]);
    expect(bench.laying.share).toBeNull();
    expect(text()).toBe(WORDS.layingCancelled);
    expect(bench.editor.dropWav).toHaveBeenCalledWith(fitName(DAWN.track, FIT));
    expect(bench.editor.insert).not.toHaveBeenCalled();
    expect(bench.laying.cancel()).toBe(false);
  });

  it.each([
    ["the disk is full", "writeWav", "The disk is full."],
    ["no music folder is chosen", "findWav", "No folder was chosen."],
    ["the track is not free", "insert", "A2 is not free."],
  ] as const)("says so when %s, and leaves no part of a file", async (_, command, what) => {
    bench.editor[command].mockRejectedValueOnce(new HostError({ what, next: "Make room." }));
    await bench.laying.lay(bench.ready, "file");
    expect(bench.notice).toMatchObject({ kind: "negative", text: `${what} Make room.` });
    expect(bench.placed).toEqual([]);
    if (command !== "insert") expect(bench.editor.dropWav).toHaveBeenCalledTimes(1);
  });

  it("lays nothing where the range has moved meanwhile", async () => {
    bench.editor.place = placeAt(12, { start: 10, end: 41 });
    for (const how of ["file", "clips"] as const) {
      await bench.laying.lay(bench.ready, how);
      expect(text()).toBe(WORDS.moved);
    }
    expect(bench.editor.writeWav).not.toHaveBeenCalled();
    expect(bench.editor.insertRow).not.toHaveBeenCalled();
  });

  it("goes on the track that was chosen; a new one is made once", async () => {
    bench.tools.set({ track: "new" });
    await bench.laying.lay(bench.ready, "file");
    expect(bench.editor.insert.mock.calls[0]?.[0].track).toBe("new");
    expect(bench.tools.track).toBe("music");
  });
});

describe("laying a fit as clips", () => {
  it("lays each passage of the track's own file, and says where fades are to be added", async () => {
    await bench.laying.lay(bench.ready, "clips");
    const [request] = bench.editor.insertRow.mock.calls[0] ?? [];
    expect(v.is(RowRequestSchema, request)).toBe(true);
    expect(request).toMatchObject({ at: 10, track: "music", cue: { trackId: "dawn" } });
    expect(request?.cue.audio).toEqual(DAWN.track.audio);
    expect(request?.passages).toHaveLength(3);
    const frames = request?.passages.map(({ source }) => (source.end - source.start) * 25);
    expect(frames?.reduce((sum, length) => sum + length, 0)).toBeCloseTo(750, 6);
    expect(bench.engine.renderFit).not.toHaveBeenCalled();
    expect(text()).toContain("as 3 clips in a row. Clips have no crossfades");
    expect(text()).toContain("Add Constant Power at each cut.");
    expect(text()).toMatch(/To undo, press Ctrl\/Cmd\+Z in the editor\.$/);
    expect(bench.placed).toEqual(["dawn"]);
  });

  it("says that a beginning alone is to be faded out by hand", async () => {
    bench.fit.choose(START);
    bench.editor.insertRow.mockResolvedValue({ ...LAID, clips: 1 });
    await bench.laying.lay(bench.ready, "clips");
    expect(text()).toContain("as 1 clip in a row. Clips are not faded");
    expect(text()).not.toContain("crossfades");
  });

  it("says what the editor refuses", async () => {
    const error = new HostError({ what: "The row has 31 clips.", next: "Lay it as one file." });
    bench.editor.insertRow.mockRejectedValueOnce(error);
    await bench.laying.lay(bench.ready, "clips");
    expect(bench.notice).toMatchObject({ kind: "negative", error });
  });
});

describe("the name of a fit's file", () => {
  it("is the track, the length, and what tells it from other fits", () => {
    expect(fitName(DAWN.track, FIT)).toMatch(/^Dawn fit 0-30\.00 [0-9a-f]{8}\.wav$/);
    expect(fitName(DAWN.track, FIT)).not.toBe(fitName(DAWN.track, START));
  });

  it.each(["..", " a/b\\c:d*e?", "🎻".repeat(300), "", "\u0000x"])(
    "is one that every system takes, also for the title %j",
    (title) => {
      const name = fitName(resultOf({ track: { title } }).track, FIT);
      expect(v.is(WavFileSchema, { name, bytes: 1 })).toBe(true);
    },
  );
});
