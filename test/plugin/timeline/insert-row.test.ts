import { beforeEach, describe, expect, it } from "vitest";
import { MOST_CLIPS } from "../../../plugin/timeline/insert-row.ts";
import type { FittedPassage } from "../../../src/contract/fit.ts";
import { BUNDLED_FOLDER } from "../../../src/contract/host-folders.ts";
import type { RowReport, RowRequest } from "../../../src/contract/row.ts";
import { binOf, COPY, cueOf, refusal, requestOf, TAG } from "../cues.ts";
import { frameTicks } from "../fake/times.ts";
import { AUDIO_PATH, openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

const ROW: readonly FittedPassage[] = [
  { source: { start: 0, end: 8 }, at: 0 },
  { source: { start: 20, end: 24 }, at: 8 },
  { source: { start: 50, end: 60 }, at: 12 },
];

const insert = (
  passages: readonly FittedPassage[] = ROW,
  changes: Partial<RowRequest> = {},
): Promise<RowReport> =>
  editor.host.insertRow({
    cue: cueOf({ source: { start: 0, end: 60 } }),
    passages: [...passages],
    at: 20,
    track: "music",
    ...changes,
  });

const fromTo = () => editor.audioClips().map((clip) => [clip.sourceStart, clip.start, clip.end]);

describe("the items of a row", () => {
  it("are as many as its passages, of one file, each with the licence", async () => {
    await insert();
    expect(binOf(editor).map(({ path }) => path)).toEqual([COPY, COPY, COPY]);
    for (const { properties, name } of binOf(editor)) {
      expect(JSON.parse(String(properties.get("needledrop.track")))).toEqual(TAG);
      expect(name).toBe("First Light");
    }
  });

  it("are used again by the next row, and by an insert", async () => {
    await editor.host.insert(requestOf());
    await insert(ROW, { at: 100 });
    await insert(ROW.slice(0, 2), { at: 200 });
    await editor.host.insert(requestOf({ at: 250 }));
    expect(binOf(editor)).toHaveLength(3);
    expect(editor.state.imports).toBe(3);
  });

  it("may come late into the bin", async () => {
    editor.state.faults.lateItems = { listings: 3 };
    expect((await insert()).clips).toBe(3);
    expect(binOf(editor)).toHaveLength(3);
  });

  it("have their own in and out points again, without a further undo step", async () => {
    await insert();
    const own = { start: ticks(5), end: ticks(25) };
    const [, second] = binOf(editor);
    if (second === undefined) throw new Error("There is no second item.");
    second.source = own;
    await insert(ROW, { at: 100 });
    expect(binOf(editor).map(({ source }) => source)).toEqual([null, own, null]);
    expect(editor.state.ledger.labels.at(-1)).toBe("Insert “First Light”");
  });

  it("stay marked after an undo, and the next row does not mistake that for the editor's", async () => {
    await insert();
    editor.undo();
    expect(editor.audioClips()).toEqual([]);
    await insert(ROW, { at: 100 });
    expect(binOf(editor).map(({ source }) => source)).toEqual([null, null, null]);
  });

  it("are not marked if the row was refused by the host", async () => {
    editor.state.faults.transaction = (label) =>
      label.startsWith("Insert") ? "refused" : undefined;
    await refusal(insert());
    expect(binOf(editor).map(({ source }) => source)).toEqual([null, null, null]);
    expect(editor.audioClips()).toEqual([]);
  });
});

describe("a row on the timeline", () => {
  it("is one transaction after one for the marks", async () => {
    await insert();
    expect(editor.state.ledger.labels.slice(-2)).toEqual([
      "Mark the section of “First Light”",
      "Insert “First Light”",
    ]);
  });

  it.each([23.976, 24, 25, 29.97, 50, 59.94])("lies on frames at %s a second", async (rate) => {
    editor = openPremiere({ framesPerSecond: rate });
    const frame = frameTicks(rate) / ticks(1);
    const frames = [
      [0, 201],
      [480, 577],
      [1000, 1003],
    ] as const;
    let at = 0;
    const row = frames.map(([from, to]) => {
      const passage = { source: { start: from * frame, end: to * frame }, at: at * frame };
      at += to - from;
      return passage;
    });
    const report = await insert(row, { at: 300 * frame });
    expect(Math.round((report.end - report.start) / frame)).toBe(at);
    let expected = 300;
    for (const [index, clip] of editor.audioClips().entries()) {
      const [from = -1, to = -1] = frames[index] ?? [];
      const found = [clip.sourceStart, clip.start, clip.end].map((time) => time / frame);
      const wanted = [from, expected, expected + to - from];
      wanted.forEach((time, i) => expect(found[i]).toBeCloseTo(time, 5));
      expected += to - from;
    }
  });

  it.each(["zero", "mediaStart"] as const)(
    "plays the right parts of a file with time code (marks from %s)",
    async (marksFrom) => {
      editor = openPremiere({ marksFrom });
      await insert();
      for (const item of binOf(editor)) Object.assign(item, { mediaStart: ticks(36_000) });
      await insert(ROW, { at: 100 });
      expect(fromTo().slice(3)).toEqual([
        [0, 100, 108],
        [20, 108, 112],
        [50, 112, 122],
      ]);
    },
  );

  it("may be rounded to audio samples by the host", async () => {
    editor = openPremiere({ rounding: "samples", framesPerSecond: 29.97 });
    expect((await insert()).clips).toBe(3);
  });

  it("is not a frame shorter because a file of its length has no sample for the rest", async () => {
    editor.disk.addAudio("/Users/editor/fit.wav", 30.04 - 0.00001);
    const cue = cueOf({ audio: { kind: "file", path: "/Users/editor/fit.wav" } });
    const report = await editor.host.insert(
      requestOf({ cue: { ...cue, source: { start: 0, end: 30.04 } } }),
    );
    expect(Math.round((report.end - report.start) * 25)).toBe(751);
    expect(report.notes).toEqual([]);
  });

  it("says by how many frames the file was too short", async () => {
    const last = { source: { start: 50, end: 60.08 }, at: 12 };
    const report = await insert([...ROW.slice(0, 2), last]);
    expect(report.notes).toEqual([expect.stringContaining("2 frames early")]);
    expect(report.end - report.start).toBeCloseTo(22);
  });

  it("has no more clips than one transaction takes", async () => {
    const row = Array.from({ length: MOST_CLIPS + 1 }, (_, at) => ({
      source: { start: at, end: at + 1 },
      at,
    }));
    expect((await insert(row.slice(1).map((one) => ({ ...one, at: one.at - 1 })))).clips).toBe(
      MOST_CLIPS,
    );
    const { what, next } = await refusal(insert(row, { at: 100 }));
    expect(what).toContain(`${MOST_CLIPS + 1} clips`);
    expect(next).toContain("as one file");
  });

  it("is said not to be there where a host lays nothing", async () => {
    editor.state.faults.ignoreOverwrite = true;
    expect((await refusal(insert())).what).toMatch(/does not hold the music/);
    expect(binOf(editor).map(({ source }) => source)).toEqual([null, null, null]);
  });

  it("is not taken for laid where it lies a frame late", async () => {
    editor.state.faults.overwriteLate = ticks(0.04);
    const { what, next } = await refusal(insert());
    expect(what).toMatch(/no clip of the row is at .*there is a new clip at/);
    expect(next).toContain("Undo once");
  });

  it("tells where the channels did not fit its track", async () => {
    editor.state.faults.channelMismatch = true;
    // Each clip then makes a track of its own, and sounds as it should.
    const { notes, clips } = await insert();
    expect(clips).toBe(3);
    expect(notes).toEqual([expect.stringContaining("on A4, A5, A6 instead of A1")]);
  });

  it("tells of a picture that it cost", async () => {
    editor.state.faults.overwriteEatsVideo = true;
    expect((await refusal(insert())).what).toContain("the picture on V1 changed");
  });

  it("is refused where Premiere imports the file but once", async () => {
    await editor.host.insert(requestOf());
    editor.state.faults.refuseImports = true;
    expect((await refusal(insert(ROW, { at: 100 }))).what).toMatch(/did not import/);
    expect(editor.audioClips()).toHaveLength(1);
  });
});

describe("the audio that ships", () => {
  const read = (name: string): Promise<string> =>
    editor.host.readFile({ folder: BUNDLED_FOLDER, name, position: 0, length: 4 });

  it("is read where the host has no way to read a part of a file", async () => {
    const whole = await read(AUDIO_PATH);
    editor.fs.claims = () => Number.NaN;
    expect(await read(AUDIO_PATH)).toBe(whole);
  });

  it("says what to do where it is missing", async () => {
    const { what, input, next } = await refusal(read("audio/gone.mp3"));
    expect([what, input, next]).toEqual([
      "The audio of this track is missing from the plugin.",
      "audio/gone.mp3",
      "Reinstall Needledrop.",
    ]);
  });
});
