import { beforeEach, describe, expect, it } from "vitest";
import { fitting } from "../../../plugin/timeline/replace.ts";
import { DEFAULT_DUCKING } from "../../../src/contract/ducking.ts";
import type { InsertReport } from "../../../src/contract/cue.ts";
import { cueOf, refusal, requestOf } from "../cues.ts";
import { openPremiere, type PremiereHarness } from "../premiere-harness.ts";

const OLD = { start: 100, end: 112 };

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

/** Temporary music on A2, selected, with other clips before and after it. */
function selectOld(): void {
  editor.addAudioClip(1, { start: 90, end: 100 });
  editor.addAudioClip(1, OLD);
  editor.addAudioClip(1, { start: 112, end: 130 });
  const old = editor.audioClips().find(({ start }) => start === OLD.start);
  if (old) editor.selectAudioClips([old]);
}

describe("a piece of music that is replaced", () => {
  it("gives up its track, its place and its length", async () => {
    selectOld();
    const report = await editor.host.replace(cueOf({ source: { start: 5, end: 60 } }));
    expect(report).toMatchObject({ audioTrack: 1, ...OLD, undoSteps: 1, notes: [] });
    expect(editor.audioClips()).toHaveLength(3);
    expect(editor.audioClips().find(({ start }) => start === 100)).toMatchObject({
      name: "First Light",
      sourceStart: 5,
    });
  });

  it.each([
    [111.99, 5],
    [111.987, 5.013],
    [112.013, 49.99],
  ])("leaves its neighbour whole where it ends between two frames, at %s s", async (end, from) => {
    editor.addAudioClip(1, { start: 100, end });
    editor.addAudioClip(1, { start: end, end: 130 });
    editor.selectAudioClips(editor.audioClips().slice(0, 1));
    const report = await editor.host.replace(cueOf({ source: { start: from, end: 60 } }));
    expect(report.end).toBe(end);
    expect(editor.audioClips()[1]).toMatchObject({ start: end, end: 130 });
  });

  it("comes back with one undo", async () => {
    selectOld();
    const before = editor.audioClips();
    await editor.host.replace(cueOf());
    editor.undo();
    expect(editor.audioClips()).toEqual(before);
  });

  it("is followed by silence where the new track is shorter, and the editor is told", async () => {
    editor.addAudioClip(0, { start: 10, end: 200 });
    editor.selectAudioClips(editor.audioClips());
    const report = await editor.host.replace(cueOf({ source: { start: 30, end: 60 } }));
    expect(report).toMatchObject({ start: 10, end: 70 });
    expect(report.notes.join()).toMatch(/lasts 60\.0 s, the clip it replaces 190\.0 s/);
    expect(editor.audioClips()[0]?.sourceStart).toBe(0);
  });

  it("is found by its flag where Premiere's selection answers empty", async () => {
    selectOld();
    editor.state.faults.emptySelection = true;
    await expect(editor.host.replace(cueOf())).resolves.toMatchObject(OLD);
  });

  it("that went although nothing came in its place is an error that says so", async () => {
    selectOld();
    const before = editor.audioClips();
    editor.state.faults.ignoreOverwrite = true;
    const { what, next } = await refusal(editor.host.replace(cueOf()));
    expect(what).toMatch(/the clip at A2, 1:40\.0 to 1:52\.0 is gone/);
    expect(next).toMatch(/Undo once/);
    expect(editor.audioClips()).not.toEqual(before);
    editor.undo();
    expect(editor.audioClips()).toEqual(before);
  });

  it("is not touched while it is played by a locked track", async () => {
    selectOld();
    const before = editor.audioClips();
    const { sequence } = editor.state;
    const track = sequence?.audio[1];
    if (track) sequence.locked.add(track);
    expect((await refusal(editor.host.replace(cueOf()))).next).toMatch(/unlock/i);
    expect(editor.audioClips()).toEqual(before);
  });
});

describe("its volume", () => {
  it("is kept, in an undo step of its own that the report names", async () => {
    selectOld();
    const old = editor.audioClips().find(({ start }) => start === OLD.start);
    if (old) editor.setVolume(old, 0.25);
    const report = await editor.host.replace(cueOf());
    expect(report.undoSteps).toBe(2);
    expect(report.notes.join()).toMatch(/volume/);
    expect(editor.state.ledger.labels.slice(-2)).toEqual([
      "Replace with “First Light”",
      "Keep the volume for “First Light”",
    ]);
    const now = editor.audioClips().find(({ start }) => start === OLD.start);
    expect(now?.volume).toMatchObject([{ volume: 0.25 }]);
  });

  it("goes down under speech as before, and can be taken back", async () => {
    await editor.host.insert(requestOf({ at: 100, track: 1 }));
    editor.addAudioClip(0, { start: 102, end: 105 }, [{ text: "Listen.", start: 0, end: 3 }]);
    await editor.host.duck(DEFAULT_DUCKING);
    const ducked = editor.audioClips().find(({ track }) => track === 1);
    editor.selectAudioClips(ducked ? [ducked] : []);
    const cue = cueOf({ trackId: "other", title: "Other", audio: editor.otherAudio });
    expect((await editor.host.replace(cue)).undoSteps).toBe(2);
    const now = editor.audioClips().find(({ track }) => track === 1);
    expect(now?.name).toBe("Other");
    expect(now?.volume).toEqual(ducked?.volume);
    expect((await editor.host.unduck()).clips).toBe(1);
    expect(editor.audioClips().find(({ track }) => track === 1)?.volume).toHaveLength(1);
  });

  it.each(["file", "sequence", "unsaid"] as const)(
    "changes where it did before, though another part of its file is played (keyframes: %s)",
    async (keyframesFrom) => {
      editor = openPremiere({ keyframesFrom });
      await editor.host.insert(requestOf({ at: 100, track: 1 }));
      editor.addAudioClip(0, { start: 102, end: 105 }, [{ text: "Listen.", start: 0, end: 3 }]);
      await editor.host.duck(DEFAULT_DUCKING);
      const ducked = editor.audioClips().find(({ track }) => track === 1);
      editor.selectAudioClips(ducked ? [ducked] : []);
      const source = { start: 20, end: 60 };
      const { notes } = await editor.host.replace(cueOf({ audio: editor.otherAudio, source }));
      const now = editor.audioClips().find(({ track }) => track === 1);
      expect([now?.sourceStart, now?.volume]).toEqual([20, ducked?.volume]);
      expect(notes.some((note) => note.includes("from where it counts keyframes"))).toBe(
        keyframesFrom === "unsaid",
      );
    },
  );

  it("that Premiere does not take is told", async () => {
    selectOld();
    const old = editor.audioClips().find(({ start }) => start === OLD.start);
    if (old) editor.setVolume(old, 0.25);
    editor.state.faults.transaction = (label) =>
      label.startsWith("Keep the volume") ? "ignored" : undefined;
    const report = await editor.host.replace(cueOf());
    expect(report).toMatchObject({ undoSteps: 1, ...OLD });
    expect(report.notes.join()).toMatch(/set it yourself/);
  });
});

describe("the undo steps of a replacement", () => {
  async function replaceDucked(): Promise<InsertReport> {
    await editor.host.insert(requestOf({ at: 100, track: 1 }));
    editor.addAudioClip(0, { start: 102, end: 105 }, [{ text: "Listen.", start: 0, end: 3 }]);
    await editor.host.duck(DEFAULT_DUCKING);
    editor.selectAudioClips(editor.audioClips().filter(({ track }) => track === 1));
    editor.state.faults.keyframeLimit = 2;
    return editor.host.replace(cueOf({ trackId: "other", audio: editor.otherAudio }));
  }

  it("count a volume that Premiere took in part, and undo exactly that much", async () => {
    const { undoSteps, notes } = await replaceDucked();
    expect(undoSteps).toBe(2);
    expect(notes.join()).toMatch(/only in part/);
    for (let step = 0; step < undoSteps; step++) editor.undo();
    expect(editor.audioClips().find(({ track }) => track === 1)).toMatchObject({
      name: "First Light",
      volume: { length: 4 },
    });
  });

  it("count a volume that Premiere set and does not tell", async () => {
    editor.state.faults.failing = (call) =>
      call.endsWith("getComponentChain") &&
      editor.state.ledger.labels.at(-1)?.startsWith("Keep the volume")
        ? "rejects"
        : undefined;
    expect((await replaceDucked()).undoSteps).toBe(2);
  });
});

describe("nothing is replaced", () => {
  it("when nothing is selected, several clips, or a clip with its picture", async () => {
    expect((await refusal(editor.host.replace(cueOf()))).what).toMatch(/No clip is selected/);
    editor.addAudioClip(0, { start: 0, end: 5 });
    editor.addAudioClip(0, { start: 5, end: 9 });
    editor.selectAudioClips(editor.audioClips());
    expect((await refusal(editor.host.replace(cueOf()))).what).toMatch(/2 clips/);
    expect(editor.state.imports).toBe(0);
  });

  it("when the clip has gone meanwhile", async () => {
    selectOld();
    const [old] = editor.audioClips().filter(({ start }) => start === OLD.start);
    editor.state.calls.before("Project.importFiles", 1, () => {
      if (old) editor.remove(old);
    });
    expect((await refusal(editor.host.replace(cueOf()))).what).toMatch(/no longer/);
    expect(editor.audioClips()).toHaveLength(2);
  });
});

describe("the part of the track that fills a gap", () => {
  it.each([
    [20, 10, 60, { start: 20, end: 30 }],
    [55, 10, 60, { start: 50, end: 60 }],
    [55, 90, 60, { start: 0, end: 60 }],
  ])("from %s s on, %s s long, of %s s", (start, length, duration, part) => {
    expect(fitting(start, length, duration)).toEqual(part);
  });
});
