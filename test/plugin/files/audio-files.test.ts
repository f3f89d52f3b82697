import { beforeEach, describe, expect, it } from "vitest";
import { AudioFiles } from "../../../plugin/files/audio-files.ts";
import { ProjectMusicFolder } from "../../../plugin/files/music-folder.ts";
import { IMPORTABLE } from "../../../src/shared/importable.ts";
import type { LocalAudio } from "../../../src/contract/track.ts";
import { COPY, refusal, requestOf, cueOf } from "../cues.ts";
import { PLUGIN_FOLDER } from "../fake/disk.ts";
import { fakePremiere } from "../fake/premiere.ts";
import {
  AUDIO_PATH,
  MUSIC_FOLDER,
  openPremiere,
  type PremiereHarness,
} from "../premiere-harness.ts";

const AUDIO: LocalAudio = { kind: "bundled", path: AUDIO_PATH };
const SOURCE = `${PLUGIN_FOLDER}/page/${AUDIO_PATH}`;
const OTHER = "/Users/editor/Other film/Music";

let editor: PremiereHarness;
let folder: ProjectMusicFolder;
let files: AudioFiles;
beforeEach(() => {
  editor = openPremiere();
  const { uxp, memory, state, events } = editor;
  folder = new ProjectMusicFolder(fakePremiere(state, events), uxp.fileSystem, memory);
  files = new AudioFiles(uxp.storage, folder);
});

/** What lies in the folder for music. */
function copies(): string[] {
  return [...editor.disk.files.keys()].filter((path) => path.startsWith(MUSIC_FOLDER));
}

describe("placing audio", () => {
  it("copies what ships with the plugin, whole and under its own name", async () => {
    expect(await files.place(AUDIO)).toBe(COPY);
    expect(editor.disk.text(COPY)).toBe(editor.disk.text(SOURCE));
    expect(copies()).toEqual([COPY]);
  });

  it("uses a whole copy that is there", async () => {
    await files.place(AUDIO);
    editor.disk.bytesLeft = 0;
    expect(await files.place(AUDIO)).toBe(COPY);
  });

  it.each(["", "aud"])("does a copy again that was cut short to “%s”", async (torso) => {
    editor.disk.addFile(COPY, torso);
    await files.place(AUDIO);
    expect(editor.disk.audioSeconds(COPY)).toBe(60);
  });

  it.each(["somebody else's music", "aux"])("leaves another's file alone: %s", async (content) => {
    editor.disk.addFile(COPY, content);
    const error = await refusal(files.place(AUDIO));
    expect(error.input).toBe(COPY);
    expect(error.next).toMatch(/rename/);
    expect(editor.disk.text(COPY)).toBe(content);
  });

  it("leaves the editor's own file where it is, and asks for no folder", async () => {
    expect(await files.place({ kind: "file", path: "/Music/a.wav" })).toBe("/Music/a.wav");
    expect(editor.uxp.fileSystem.asked).toBe(0);
  });

  it("does one after the other: two at once make one copy", async () => {
    await folder.choose();
    const paths = await Promise.all([files.prepare(AUDIO), files.place(AUDIO), files.place(AUDIO)]);
    expect(paths).toEqual([COPY, COPY, COPY]);
    expect(copies()).toEqual([COPY]);
  });

  it("says so when the audio is missing from the plugin", async () => {
    const error = await refusal(files.place({ kind: "bundled", path: "audio/none.mp3" }));
    expect([error.input, error.next]).toEqual(["audio/none.mp3", "Reinstall Needledrop."]);
  });
});

describe("a kind that Premiere does not import", () => {
  it.each(["flac", "ogg", "opus"])(".%s is refused before anything happens", async (ending) => {
    const bundled = `audio/a.${ending}`;
    editor.disk.addAudio(`${PLUGIN_FOLDER}/page/${bundled}`, 10);
    for (const audio of [
      { kind: "bundled", path: bundled },
      { kind: "file", path: `/Music/a.${ending.toUpperCase()}` },
    ] as const) {
      const error = await refusal(files.place(audio));
      expect(error.what).toBe(`Premiere does not import .${ending} files.`);
      expect(error.input).toBe(audio.path);
      expect(error.next).toMatch(/WAV/);
      await refusal(files.prepare(audio));
    }
    expect(editor.uxp.fileSystem.asked).toBe(0);
    expect(copies()).toEqual([]);
  });

  it("is refused by the host before it is imported", async () => {
    const audio: LocalAudio = { kind: "file", path: "/Music/a.flac" };
    const error = await refusal(editor.host.insert(requestOf({ cue: cueOf({ audio }) })));
    expect(error.what).toMatch(/\.flac/);
    expect(editor.state.imports).toBe(0);
    expect(editor.state.ledger.labels).toEqual([]);
  });

  it.each(IMPORTABLE)("is not .%s", async (ending) => {
    const path = `/Music/a.${ending}`;
    expect(await files.place({ kind: "file", path })).toBe(path);
  });

  it("is a name without an ending, too", async () => {
    expect((await refusal(files.place({ kind: "file", path: "/Music/a" }))).what).toMatch(
      /without an ending/,
    );
  });
});

describe("a copy that fails leaves nothing behind", () => {
  it.each(["cutsShort", "throws"] as const)("on a full disk that %s", async (whenFull) => {
    Object.assign(editor.disk, { bytesLeft: 3, whenFull });
    const error = await refusal(files.place(AUDIO));
    expect(error.what).toMatch(/disk is full/);
    expect(error.input).toBe(MUSIC_FOLDER);
    expect(copies()).toEqual([]);
    editor.disk.bytesLeft = Number.POSITIVE_INFINITY;
    expect(await files.place(AUDIO)).toBe(COPY);
  });

  it("in a folder that may not be written to", async () => {
    editor.disk.checkWrite = (path) => {
      throw new Error(`Permission denied: ${path}`);
    };
    const error = await refusal(files.place(AUDIO));
    expect(error.what).toMatch(/not allowed to write/);
    expect(error.input).toBe(MUSIC_FOLDER);
    expect(editor.uxp.fileSystem.asked).toBe(1);
    expect(copies()).toEqual([]);
  });

  it("when the plugin's own file cannot be read", async () => {
    editor.disk.unreadable.add(SOURCE);
    await refusal(files.place(AUDIO));
    expect(copies()).toEqual([]);
  });

  it("and keeps the torso of an earlier one from being taken for music", async () => {
    editor.disk.addFile(COPY, "aud");
    editor.disk.bytesLeft = 3;
    await refusal(files.place(AUDIO));
    expect(copies()).toEqual([COPY]);
    expect(editor.disk.text(COPY)).toBe("aud");
  });
});

describe("a folder that goes while the music is copied", () => {
  beforeEach(() => folder.choose());

  /** Runs `happen` once, after the folder was found to be there. */
  function whileCopying(happen: () => void): void {
    const { disk } = editor;
    const checkWrite = disk.checkWrite.bind(disk);
    disk.checkWrite = (path) => {
      disk.checkWrite = checkWrite;
      happen();
      checkWrite(path);
    };
  }

  it.each<[string, () => void]>([
    ["is unplugged", () => editor.disk.unplug(MUSIC_FOLDER)],
    ["is closed to the plugin", () => editor.disk.revoke(MUSIC_FOLDER)],
  ])("is asked for once again, and the music goes there, when it %s", async (_, happen) => {
    whileCopying(happen);
    editor.uxp.fileSystem.picks.push(OTHER);
    expect(await files.place(AUDIO)).toBe(`${OTHER}/first-light.mp3`);
    expect(editor.uxp.fileSystem.asked).toBe(2);
  });

  it("is not asked for a third time", async () => {
    whileCopying(() => {
      editor.disk.unplug(MUSIC_FOLDER);
      editor.disk.unplug(OTHER);
    });
    editor.uxp.fileSystem.picks.push(OTHER, OTHER);
    await refusal(files.place(AUDIO));
    expect(editor.uxp.fileSystem.asked).toBe(2);
  });
});

describe("a copy for a drag", () => {
  it("asks nobody, and is none without a folder", async () => {
    expect(await files.prepare(AUDIO)).toBeNull();
    expect(editor.uxp.fileSystem.asked).toBe(0);
  });

  it("goes again when it is released unclaimed", async () => {
    await folder.choose();
    expect(await files.prepare(AUDIO)).toBe(COPY);
    expect(copies()).toEqual([COPY]);
    await files.release(AUDIO);
    expect(copies()).toEqual([]);
  });

  it("goes again even when it is released while it is being made", async () => {
    await folder.choose();
    await Promise.all([files.prepare(AUDIO), files.release(AUDIO)]);
    expect(copies()).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ["a drag began", () => files.claim(AUDIO)],
    ["it was inserted", () => files.place(AUDIO)],
  ])("stays when %s", async (_, use) => {
    await folder.choose();
    await files.prepare(AUDIO);
    await use();
    await files.release(AUDIO);
    expect(copies()).toEqual([COPY]);
  });

  it("stays when it was there before, and so does the editor's own file", async () => {
    await files.place(AUDIO);
    await files.prepare(AUDIO);
    await files.release(AUDIO);
    expect(copies()).toEqual([COPY]);

    const theirs: LocalAudio = { kind: "file", path: `${MUSIC_FOLDER}/theirs.wav` };
    editor.disk.addAudio(theirs.path, 10);
    await files.prepare(theirs);
    await files.release(theirs);
    expect(editor.disk.files.has(theirs.path)).toBe(true);
  });
});

it("is heard where it lies, without a copy", async () => {
  expect(await files.pathForMonitor(AUDIO)).toBe(SOURCE);
  expect(await files.pathForMonitor({ kind: "file", path: "/Music/a.flac" })).toBe("/Music/a.flac");
  expect(editor.uxp.fileSystem.asked).toBe(0);
});
