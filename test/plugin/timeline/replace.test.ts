import { beforeEach, describe, expect, it } from "vitest";
import { fitting } from "../../../plugin/timeline/replace.ts";
import { DEFAULT_DUCKING } from "../../../src/contract/ducking.ts";
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
