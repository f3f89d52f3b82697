import { beforeEach, describe, expect, it } from "vitest";
import { ProjectMusicFolder } from "../../../plugin/files/music-folder.ts";
import { PremiereHost } from "../../../plugin/premiere-host.ts";
import { cueOf, refusal } from "../cues.ts";
import { PLUGIN_FOLDER } from "../fake/disk.ts";
import { fakePremiere } from "../fake/premiere.ts";
import { MUSIC_FOLDER, openPremiere, type PremiereHarness } from "../premiere-harness.ts";

const OTHER = "/Users/editor/Other film/Music";

let editor: PremiereHarness;
let folder: ProjectMusicFolder;
let picks: (string | null)[];
beforeEach(() => {
  editor = openPremiere();
  folder = reopened();
  picks = editor.uxp.fileSystem.picks;
  picks.splice(0);
});

/** The folder as a plugin sees it that has just started, with all that was remembered. */
function reopened(): ProjectMusicFolder {
  const premiere = fakePremiere(editor.state, editor.events);
  return new ProjectMusicFolder(premiere, editor.uxp.fileSystem, editor.memory);
}

async function choose(path: string): Promise<void> {
  picks.push(path);
  await folder.choose();
}

describe("the folder for music", () => {
  it("is none at first, and asking where it is asks nobody", async () => {
    expect(await folder.read()).toEqual({ path: null });
    expect(editor.uxp.fileSystem.asked).toBe(0);
  });

  it("is remembered after a restart", async () => {
    await choose(MUSIC_FOLDER);
    expect(await reopened().read()).toEqual({ path: MUSIC_FOLDER });
  });

  it("is another one in another project", async () => {
    await choose(MUSIC_FOLDER);
    editor.state.projectId = "project-2";
    expect(await folder.read()).toEqual({ path: null });
    await choose(OTHER);
    expect(await folder.read()).toEqual({ path: OTHER });
    editor.state.projectId = "project-1";
    expect(await folder.read()).toEqual({ path: MUSIC_FOLDER });
  });

  it("belongs to the project in front when the question was asked", async () => {
    picks.push(MUSIC_FOLDER);
    const { fileSystem } = editor.uxp;
    const getFolder = fileSystem.getFolder.bind(fileSystem);
    fileSystem.getFolder = () => {
      editor.state.projectId = "project-2";
      return getFolder();
    };
    await folder.choose();
    expect(await folder.read()).toEqual({ path: null });
    editor.state.projectId = "project-1";
    expect(await folder.read()).toEqual({ path: MUSIC_FOLDER });
  });

  it.each<[string, () => void]>([
    ["no project is open", () => void (editor.state.isProjectOpen = false)],
    ["the project has no id", () => void (editor.state.projectId = "")],
  ])("is a common one while %s", async (_, arrange) => {
    await choose(MUSIC_FOLDER);
    arrange();
    expect(await folder.read()).toEqual({ path: null });
    await choose(OTHER);
    expect(await reopened().read()).toEqual({ path: OTHER });
  });
});

describe("a folder that is gone", () => {
  it("is none, although UXP still hands out an entry for its token", async () => {
    await choose(MUSIC_FOLDER);
    editor.disk.folders.delete(MUSIC_FOLDER);
    expect(await folder.read()).toEqual({ path: null });
  });

  it("on a drive that was taken away, is none and is asked for anew, not an endless failure", async () => {
    await choose(MUSIC_FOLDER);
    editor.disk.unplug(MUSIC_FOLDER);
    picks.push(OTHER);
    await editor.host.insert({ cue: cueOf(), at: 0, track: "music", ripple: false });
    expect(editor.disk.files.has(`${OTHER}/first-light.mp3`)).toBe(true);
  });

  it("is forgotten, and so is a token that UXP does not know any more", async () => {
    await choose(MUSIC_FOLDER);
    editor.disk.folders.delete(MUSIC_FOLDER);
    await folder.known();
    editor.disk.folders.add(MUSIC_FOLDER);
    expect(await folder.known()).toBeNull();

    await choose(OTHER);
    editor.uxp.fileSystem.tokens.clear();
    expect(await folder.known()).toBeNull();
  });

  it("is none when a file has taken its place", async () => {
    await choose(MUSIC_FOLDER);
    editor.disk.folders.delete(MUSIC_FOLDER);
    editor.disk.addFile(MUSIC_FOLDER, "a file");
    expect(await folder.known()).toBeNull();
  });
});

describe("choosing the folder for music", () => {
  it("answers no path when it is cancelled, and keeps the old folder", async () => {
    await choose(MUSIC_FOLDER);
    picks.push(null);
    expect(await folder.change()).toEqual({ path: null });
    expect(await folder.read()).toEqual({ path: MUSIC_FOLDER });
  });

  it("is no error for the page either when it is cancelled", async () => {
    picks.push(null, MUSIC_FOLDER);
    expect(await editor.host.chooseMusicFolder()).toEqual({ path: null });
    expect(await editor.host.chooseMusicFolder()).toEqual({ path: MUSIC_FOLDER });
    expect(await editor.host.readMusicFolder()).toEqual({ path: MUSIC_FOLDER });
  });

  it("is a refusal when music needs one and it is cancelled", async () => {
    picks.push(null);
    expect((await refusal(folder.choose())).what).toMatch(/No folder was chosen/);
  });

  it.each([
    PLUGIN_FOLDER,
    `${PLUGIN_FOLDER}/page/audio`,
    `${PLUGIN_FOLDER.toUpperCase()}/`,
    PLUGIN_FOLDER.replaceAll("/", "\\"),
  ])("refuses %s, which an update empties", async (path) => {
    picks.push(path);
    const error = await refusal(folder.change());
    expect(error.what).toMatch(/own folder/);
    expect(error.input).toBe(path);
    expect(await folder.read()).toEqual({ path: null });
  });

  it("takes a folder beside the plugin's own whose name begins alike", async () => {
    picks.push(`${PLUGIN_FOLDER}-music`);
    expect(await folder.change()).toEqual({ path: `${PLUGIN_FOLDER}-music` });
  });

  it.each([
    ["the question", "getFolder"],
    ["the token", "createPersistentToken"],
  ] as const)("is a refusal in words when %s throws", async (_, method) => {
    await choose(MUSIC_FOLDER);
    picks.push(OTHER);
    editor.uxp.fileSystem[method] = () => {
      throw new Error("Unexpected.");
    };
    await refusal(folder.change());
    await refusal(folder.choose());
    expect(await folder.read()).toEqual({ path: MUSIC_FOLDER });
  });

  it("is a refusal in words when the memory is full", async () => {
    picks.push(MUSIC_FOLDER);
    editor.memory.setItem = () => {
      throw new Error("Quota exceeded.");
    };
    expect((await refusal(folder.choose())).what).toMatch(/remember/);
  });
});

it("is asked for once by a host that inserts twice, and not again after a restart", async () => {
  picks.push(MUSIC_FOLDER);
  await editor.host.insert({ cue: cueOf(), at: 20, track: "music", ripple: false });
  const { uxp, document, memory, state, events, fetch } = editor;
  const premiere = fakePremiere(state, events);
  const restarted = new PremiereHost({ premiere, uxp, fs: null, document, memory, fetch });
  await restarted.insert({ cue: cueOf(), at: 50, track: "music", ripple: false });
  expect(uxp.fileSystem.asked).toBe(1);
});
