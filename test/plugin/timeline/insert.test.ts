import { beforeEach, describe, expect, it } from "vitest";
import { PremiereHost } from "../../../plugin/premiere-host.ts";
import type { InsertReport } from "../../../src/contract/cue.ts";
import type { Section } from "../../../src/contract/track.ts";
import { binOf, COPY, cueOf, refusal, requestOf } from "../cues.ts";
import { PLUGIN_FOLDER } from "../fake/disk.ts";
import { fakePremiere } from "../fake/premiere.ts";
import type { ItemNode } from "../fake/state.ts";
import {
  AUDIO_PATH,
  FRAMES_PER_SECOND,
  MUSIC_FOLDER,
  openPremiere,
  ticks,
  type PremiereHarness,
} from "../premiere-harness.ts";

const FRAME = 1 / FRAMES_PER_SECOND;

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

function insert(source: Section = { start: 0, end: 10 }, at = 20): Promise<InsertReport> {
  return editor.host.insert(requestOf({ cue: cueOf({ source }), at }));
}

const bin = (): ItemNode[] => binOf(editor);

describe("the file", () => {
  it("is copied to the folder the editor chooses and imported from there", async () => {
    await insert();
    expect(editor.disk.audioSeconds(COPY)).toBe(60);
    expect(bin().map((item) => item.path)).toEqual([COPY]);
  });

  it("is copied and imported once, however often it is used", async () => {
    await insert({ start: 0, end: 10 }, 0);
    await insert({ start: 30, end: 40 }, 50);
    expect(editor.state.imports).toBe(1);
    expect(bin()).toHaveLength(1);
    expect(editor.audioClips().map((clip) => clip.sourceStart)).toEqual([0, 30]);
  });

  it("is found again when Premiere spells its path in another way", async () => {
    await insert();
    const [item] = bin();
    // As Windows writes long paths; macOS takes accents apart.
    if (item) Object.assign(item, { path: `\\\\?\\${COPY.replaceAll("/", "\\")}` });
    await insert({ start: 0, end: 10 }, 50);
    expect(editor.state.imports).toBe(1);
  });

  it("is copied again when the copy has been cut short", async () => {
    editor.disk.addFile(COPY, "audio");
    await insert();
    expect(editor.disk.audioSeconds(COPY)).toBe(60);
  });

  it("is used where it lies when it is the editor's own", async () => {
    const path = "/Users/editor/Library/theirs.wav";
    editor.disk.addAudio(path, 30);
    await editor.host.insert(requestOf({ cue: cueOf({ audio: { kind: "file", path } }) }));
    expect(bin().map((item) => item.path)).toEqual([path]);
    expect(editor.uxp.fileSystem.asked).toBe(0);
  });

  it("is named in the refusal when the editor's own is gone", async () => {
    const path = "/Users/editor/Library/gone.wav";
    const insertion = editor.host.insert(
      requestOf({ cue: cueOf({ audio: { kind: "file", path } }) }),
    );
    expect((await refusal(insertion)).input).toBe(path);
  });

  it("carries the track's title in the project", async () => {
    await insert();
    expect(bin().map((item) => item.name)).toEqual(["First Light"]);
  });
});

describe("the folder for music", () => {
  it("is asked for once and remembered after a restart", async () => {
    await insert();
    const { uxp, document, memory, state, events, fetch } = editor;
    const premiere = fakePremiere(state, events);
    const restarted = new PremiereHost({ premiere, uxp, fs: editor.fs, document, memory, fetch });
    await restarted.insert(requestOf({ at: 50 }));
    expect(uxp.fileSystem.asked).toBe(1);
  });

  it("is asked for again when it can no longer be reached", async () => {
    await insert();
    editor.uxp.fileSystem.tokens.clear();
    editor.uxp.fileSystem.picks.push(MUSIC_FOLDER);
    await insert({ start: 0, end: 10 }, 50);
    expect(editor.uxp.fileSystem.asked).toBe(2);
  });

  it("may be refused, and then nothing happens", async () => {
    editor.uxp.fileSystem.picks.splice(0, 1, null);
    expect((await refusal(insert())).what).toMatch(/folder/);
    expect(editor.state.ledger.labels).toEqual([]);
    expect(editor.disk.files.has(COPY)).toBe(false);
  });

  it("that is full is named, with what to do", async () => {
    editor.disk.bytesLeft = 3;
    const error = await refusal(insert());
    expect(error.input).toBe(MUSIC_FOLDER);
    expect(error.next).toMatch(/disk/);
  });
});

describe("the timeline", () => {
  it("gets every step labelled for Undo, the insert last", async () => {
    await insert();
    expect(editor.state.ledger.labels).toEqual([
      "Make the Needledrop bin",
      "Keep the licence of “First Light”",
      "Mark the section of “First Light”",
      "Insert “First Light”",
    ]);
  });

  it("gets whole frames, so that Premiere has nothing to round", async () => {
    await insert({ start: 1.013, end: 3.987 }, 20.011);
    const frames = editor.state.sequence?.audio[0]?.map(({ start, end, sourceStart }) =>
      [start, end, sourceStart].map((time) => time / ticks(FRAME)),
    );
    expect(frames).toEqual([[500, 575, 25]]);
  });

  it("gets whole frames where the playhead stands between two", async () => {
    editor.setPlayhead(20.011);
    expect((await editor.host.insert(requestOf({ at: null }))).start).toBe(20);
  });

  it("gets no frame of which the file has only a part", async () => {
    const path = "/Users/editor/Library/theirs.wav";
    editor.disk.addAudio(path, 30.03);
    const cue = cueOf({ audio: { kind: "file", path }, source: { start: 20, end: 30.025 } });
    const { start, end } = await editor.host.insert(requestOf({ cue }));
    expect(end - start).toBeCloseTo(10);
  });

  it("is read back: a clip that lands within a frame is reported where it is", async () => {
    editor.state.faults.overwriteLate = ticks(FRAME / 2);
    expect((await insert()).start).toBeCloseTo(20 + FRAME / 2);
  });

  it("is read back: a clip that lands elsewhere is an error", async () => {
    editor.state.faults.overwriteLate = ticks(2 * FRAME);
    const { what, next } = await refusal(insert());
    expect(what).toMatch(/there is a new clip at A1, 0:20\.1 to 0:30\.1/);
    expect(next).toMatch(/undo once/i);
  });

  it("is read back: a clip that does not come, as on a locked track, is an error", async () => {
    editor.state.faults.ignoreOverwrite = true;
    expect((await refusal(insert())).next).toMatch(/unlock/i);
  });

  it("is read back: a clip that was there already does not pass for the new one", async () => {
    await insert();
    editor.state.faults.ignoreOverwrite = true;
    expect((await refusal(insert())).what).toMatch(/does not hold the music/);
  });

  it("is read back: any other clip that changed is an error", async () => {
    editor.state.faults.overwriteEatsVideo = true;
    expect((await refusal(insert())).next).toMatch(/undo/i);
  });

  it("is read back: a picture that was cut short is an error, though none is missing", async () => {
    editor.state.calls.before("Sequence.getAudioTrackCount", 2, () => {
      const [track] = editor.state.sequence?.video ?? [];
      const [picture] = track ?? [];
      if (picture) track?.splice(0, 1, { ...picture, end: ticks(200) });
    });
    expect((await refusal(insert())).what).toMatch(/picture on V1/);
  });

  it("needs an audio track", async () => {
    if (editor.state.sequence) editor.state.sequence.audio = [];
    expect((await refusal(insert())).next).toMatch(/add an audio track/i);
  });
});

describe("the project", () => {
  it("that refuses the import is an error", async () => {
    editor.state.faults.refuseImports = true;
    expect((await refusal(insert())).input).toBe(COPY);
  });

  it("keeps using the editor's bin of that name", async () => {
    const own = editor.state.makeItem("Needledrop", { children: [] });
    editor.state.root.children?.push(own);
    await insert();
    expect(own.children).toHaveLength(1);
    expect(editor.state.root.children).toEqual([own]);
  });

  it("may hold a clip of the bin's name", async () => {
    editor.state.root.children?.push(editor.state.makeItem("Needledrop"));
    await insert();
    expect(editor.state.root.children?.at(-1)?.children).toHaveLength(1);
  });

  it("must be open", async () => {
    editor.state.isProjectOpen = false;
    expect((await refusal(insert())).what).toBe("No sequence is open.");
    editor.state.faults.throwWithoutProject = true;
    expect((await refusal(insert())).what).toBe("No sequence is open.");
  });
});

it("never hands Premiere a path inside the plugin", async () => {
  // The imitation throws on one, so that an insert that succeeds is the proof.
  await expect(insert()).resolves.toMatchObject({ audioTrack: 0 });
  expect(editor.disk.files.has(`${PLUGIN_FOLDER}/page/${AUDIO_PATH}`)).toBe(true);
});
