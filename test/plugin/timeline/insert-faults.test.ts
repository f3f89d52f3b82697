import { beforeEach, describe, expect, it } from "vitest";
import { COPY, cueOf, musicOf, refusal, requestOf } from "../cues.ts";
import type { ItemNode } from "../fake/state.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

// What goes wrong in real hosts, and what is then left of the project.

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

const musicItem = (): ItemNode => musicOf(editor);

describe("how long the music is", () => {
  it.each(["promise", "value", "getters"] as const)(
    "is told by Media in the form of a %s",
    async (media) => {
      editor = openPremiere({ media });
      const report = await editor.host.insert(
        requestOf({ cue: cueOf({ source: { start: 50, end: 99 } }) }),
      );
      expect(report.end - report.start).toBeCloseTo(10);
    },
  );

  it.each([
    ["zero", 36_000],
    ["mediaStart", 36_000],
    ["zero", 10],
    ["mediaStart", 10],
  ] as const)(
    "counts from the file's beginning (marks from %s), though its time code begins at %s s",
    async (marksFrom, start) => {
      editor = openPremiere({ marksFrom });
      await editor.host.insert(requestOf());
      Object.assign(musicItem(), { mediaStart: ticks(start) });
      const source = { start: 12, end: 20 };
      const report = await editor.host.insert(requestOf({ cue: cueOf({ source }), at: 100 }));
      expect(report.end - report.start).toBeCloseTo(8);
      expect(editor.audioClips().at(-1)?.sourceStart).toBeCloseTo(12);
      // The marks come up again, and are no help to tell how the build counts.
      editor.undo();
      const cue = cueOf({ source: { start: 14, end: 20 } });
      await editor.host.insert(requestOf({ cue, at: 100 }));
      expect(editor.audioClips().at(-1)?.sourceStart).toBeCloseTo(14);
    },
  );

  it("may be rounded to audio samples by the host", async () => {
    editor = openPremiere({ rounding: "samples", framesPerSecond: 29.97 });
    const source = { start: 1.013, end: 3.987 };
    const report = await editor.host.insert(requestOf({ cue: cueOf({ source }) }));
    expect(report.end - report.start).toBeCloseTo(3, 1);
  });
});

describe("the in and out point of the item in the bin", () => {
  it("is none after an insert, as before it, without a further undo step", async () => {
    await editor.host.insert(requestOf());
    expect(musicItem().source).toBeNull();
    expect(editor.state.ledger.labels.at(-1)).toBe("Insert “First Light”");
  });

  it("is the editor's own again", async () => {
    await editor.host.insert(requestOf());
    const own = { start: ticks(5), end: ticks(25) };
    musicItem().source = own;
    await editor.host.insert(requestOf({ at: 100 }));
    expect(musicItem().source).toEqual(own);
    expect(editor.audioClips().map((clip) => clip.end - clip.start)).toEqual([10, 10]);
  });

  it("is none after an insert that follows one that was undone", async () => {
    await editor.host.insert(requestOf());
    editor.undo();
    expect(musicItem().source).not.toBeNull();
    await editor.host.insert(requestOf({ at: 100 }));
    expect(musicItem().source).toBeNull();
  });

  it("is none after an insert that did not come about", async () => {
    editor.state.faults.transaction = (label) =>
      label.startsWith("Insert") ? "throws" : undefined;
    await refusal(editor.host.insert(requestOf()));
    expect(musicItem().source).toBeNull();
  });

  it("is read back: where a build leaves it marked, the editor is told", async () => {
    // The second reading of the timeline begins.
    editor.state.calls.before("Sequence.getAudioTrackCount", 2, () => {
      musicItem().source = { start: 0, end: ticks(10) };
    });
    const { notes, undoSteps } = await editor.host.insert(requestOf());
    expect([notes.join(), undoSteps]).toEqual([expect.stringMatching(/still marked/), 1]);
    expect(editor.state.ledger.labels.at(-1)).toBe("Insert “First Light”");
  });

  it("is not touched for a whole track", async () => {
    await editor.host.insert(requestOf({ cue: cueOf({ source: { start: 0, end: 60 } }) }));
    expect(editor.state.ledger.labels.some((label) => label.startsWith("Mark"))).toBe(false);
  });

  it.each(["refused", "ignored"] as const)(
    "is read back: where marking was %s, nothing is overwritten",
    async (how) => {
      // Ten seconds are free, and the whole track of a minute would wipe what follows.
      for (let track = 0; track < editor.audioTracks; track++)
        editor.addAudioClip(track, { start: 31, end: 90 });
      const before = editor.audioClips();
      editor.state.faults.transaction = (label) => (label.startsWith("Mark") ? how : undefined);
      expect((await refusal(editor.host.insert(requestOf()))).input).toBe("First Light");
      expect(editor.audioClips()).toEqual(before);
    },
  );
});

describe("an insert that Premiere", () => {
  it("refuses is an error, and the timeline is as it was", async () => {
    editor.state.faults.transaction = (label) =>
      label.startsWith("Insert") ? "refused" : undefined;
    expect((await refusal(editor.host.insert(requestOf()))).what).toMatch(/does not hold/);
    expect(editor.audioClips()).toEqual([]);
    expect(musicItem().source).toBeNull();
  });

  it("ignores is an error, and says that nothing changed", async () => {
    editor.state.faults.transaction = (label) =>
      label.startsWith("Insert") ? "ignored" : undefined;
    expect((await refusal(editor.host.insert(requestOf()))).what).toMatch(/nothing else changed/);
  });

  it("lays on a track of its own, for its channels differ, is told", async () => {
    editor.state.faults.channelMismatch = true;
    const report = await editor.host.insert(requestOf());
    expect(report.audioTrack).toBe(3);
    expect(report.notes.join()).toMatch(/A4 instead of A1/);
  });
});

describe("clips that Premiere cannot tell about", () => {
  it("leave their track alone: it is not taken for free", async () => {
    editor.addAudioClip(0, { start: 200, end: 210 });
    const broken = editor.state.sequence?.audio[0]?.[0];
    editor.state.faults.failing = (call, node) =>
      call.endsWith(".getStartTime") && node === broken ? "rejects" : undefined;
    expect((await editor.host.insert(requestOf())).audioTrack).toBe(1);
    const chosen = await refusal(editor.host.insert(requestOf({ track: 0, at: 100 })));
    expect(chosen.what).toMatch(/whose place Premiere does not say/);
  });

  it("do not stop an insert by having no readable project item", async () => {
    await editor.host.insert(requestOf());
    editor.state.faults.failing = (call) =>
      call === "AudioClipTrackItem.getProjectItem" ? "throws" : undefined;
    const report = await editor.host.insert(requestOf({ at: 100 }));
    expect(report.audioTrack).toBe(1);
  });

  it("do not stop an insert by lying in the bin without a readable path", async () => {
    await editor.host.insert(requestOf());
    const other = editor.state.makeItem("Broken");
    editor.state.root.children?.find(({ name }) => name === "Needledrop")?.children?.push(other);
    editor.state.faults.failing = (call, node) =>
      call === "ClipProjectItem.getMediaFilePath" && node === other ? "rejects" : undefined;
    await editor.host.insert(requestOf({ at: 100 }));
    expect(editor.state.imports).toBe(1);
  });
});

it.each(["ProjectItem.getId", "ClipProjectItem.cast"])(
  "an item of the bin for which %s fails does not stop an insert",
  async (failing) => {
    await editor.host.insert(requestOf());
    const other = editor.state.makeItem("Broken");
    editor.state.root.children?.find(({ name }) => name === "Needledrop")?.children?.push(other);
    editor.state.faults.failing = (call, node) =>
      call === failing && node === other ? "throws" : undefined;
    await editor.host.insert(
      requestOf({ cue: cueOf({ trackId: "other", audio: editor.otherAudio }), at: 100 }),
    );
    expect(editor.audioClips()).toHaveLength(2);
  },
);

describe("a file", () => {
  it("that is listed late is waited for", async () => {
    editor.state.faults.lateItems = { listings: 3 };
    await editor.host.insert(requestOf());
    expect(editor.audioClips()).toHaveLength(1);
  });

  it.each(["flac", "ogg", "opus"])(
    "of the kind %s is refused before anything is done",
    async (kind) => {
      const path = `/Users/editor/Library/theirs.${kind}`;
      editor.disk.addAudio(path, 30);
      const error = await refusal(
        editor.host.insert(requestOf({ cue: cueOf({ audio: { kind: "file", path } }) })),
      );
      expect(error.what).toContain(`.${kind}`);
      expect(error.next).toMatch(/WAV/);
      expect([editor.state.imports, editor.state.ledger.labels]).toEqual([0, []]);
    },
  );

  it.each([
    ["a drive", "C:\\Music\\night train.wav"],
    ["a long path's prefix", "\\\\?\\C:\\Music\\night train.wav"],
    ["a share", "\\\\nas\\music\\night train.wav"],
    ["umlauts", "/Users/editor/Größe/Händel.wav"],
    ["a number sign", "/Users/editor/#1/take #2.wav"],
    ["300 characters", `/Users/editor/${"n".repeat(280)}.wav`],
  ])("on %s is imported once and found again", async (_, path) => {
    editor.disk.addAudio(path, 30);
    const cue = cueOf({ audio: { kind: "file", path } });
    await editor.host.insert(requestOf({ cue }));
    await editor.host.insert(requestOf({ cue, at: 100 }));
    expect(editor.state.imports).toBe(1);
  });

  it("whose path is too long for Windows is an error that says so", async () => {
    const path = `C:\\Music\\${"n".repeat(280)}.wav`;
    editor.disk.addAudio(path, 30);
    const error = await refusal(
      editor.host.insert(requestOf({ cue: cueOf({ audio: { kind: "file", path } }) })),
    );
    expect(error.next).toMatch(/characters/);
  });

  it("may come back from Premiere with its accents taken apart", async () => {
    const path = "/Users/editor/Händel.wav";
    editor.disk.addAudio(path, 30);
    editor.state.faults.respell = (own) => own.normalize("NFD");
    const cue = cueOf({ audio: { kind: "file", path } });
    await editor.host.insert(requestOf({ cue }));
    await editor.host.insert(requestOf({ cue, at: 100 }));
    expect(editor.state.imports).toBe(1);
  });

  it("cannot be copied to a full disk, and then nothing is imported", async () => {
    editor.disk.bytesLeft = 3;
    await refusal(editor.host.insert(requestOf()));
    expect([editor.state.imports, editor.audioClips()]).toEqual([0, []]);
    expect(editor.disk.files.has(COPY)).toBe(false);
  });
});
