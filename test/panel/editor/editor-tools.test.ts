import { beforeEach, describe, expect, it } from "vitest";
import type { InsertReport } from "../../../src/contract/cue.ts";
import { HostError } from "../../../src/contract/errors.ts";
import { EditorLink } from "../../../src/panel/editor/editor-link.ts";
import { EditorTools, type ToolSheet } from "../../../src/panel/editor/editor-tools.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { rowOf, sheetOf } from "../cue-sheet/sheets.ts";
import { byHand, remoteResultOf, resultOf } from "../results.ts";
import { REPORT, TestEditor, placeAt } from "../test-editor.ts";

const DAWN = resultOf();
const FLAC = resultOf({ track: { audio: { kind: "file", path: "/music/Dawn.FLAC" } } });

let editor: TestEditor;
let link: EditorLink;
let tools: EditorTools;
let notice: Notice | null;
let sheet: ToolSheet | null;

beforeEach(async () => {
  editor = new TestEditor();
  notice = null;
  sheet = null;
  await connect();
});

async function connect(): Promise<void> {
  link = new EditorLink(
    () => Promise.resolve(editor),
    () => undefined,
  );
  tools = new EditorTools(link, {
    tell: (told) => (notice = told),
    show: (shown) => (sheet = shown),
    changed: () => undefined,
  });
  await link.start();
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("inserting", () => {
  it("reads the place before, and tells what the timeline holds and how to take it back", async () => {
    editor.place = placeAt(0, { start: 12, end: 42 });
    await tools.insert(DAWN, false);
    expect(editor.insert.mock.calls[0]?.[0]).toMatchObject({
      at: 12,
      cue: { source: { start: 20, end: 50 } },
      track: "music",
      ripple: false,
    });
    expect(notice).toEqual({
      kind: "positive",
      text: "“Dawn” is on A3, 00:00:12 to 00:00:42. To undo, press Ctrl/Cmd+Z in the editor.",
    });
  });

  it("tells what differs from what was asked, and every step to undo", async () => {
    const notes = ["The cue is shorter than asked."];
    editor.insert.mockResolvedValueOnce({ ...REPORT, notes, undoSteps: 2 });
    await tools.insert(DAWN, false);
    expect(notice?.text).toContain(
      "The cue is shorter than asked. To undo, press Ctrl/Cmd+Z twice in",
    );
    editor.insert.mockResolvedValueOnce({ ...REPORT, undoSteps: 3 });
    await tools.insert(DAWN, false);
    expect(notice?.text).toContain("press Ctrl/Cmd+Z 3 times");
  });

  it("tells why it failed and what to do, and is ready again", async () => {
    editor.insert.mockRejectedValueOnce(
      new HostError({ what: "No sequence is open.", next: "Open one." }),
    );
    await tools.insert(DAWN, false);
    expect(notice).toMatchObject({ kind: "negative", text: "No sequence is open. Open one." });
    expect(tools.state.busy).toBeNull();
  });

  it("lays nothing down while the editor cannot say where", async () => {
    editor.readPlace.mockRejectedValueOnce(new HostError({ what: "Busy.", next: "Wait." }));
    await tools.insert(DAWN, false);
    expect(notice?.text).toBe("Busy. Wait.");
    expect(editor.insert).not.toHaveBeenCalled();
  });

  it("goes to the track that was chosen, as long as the sequence has it", async () => {
    tools.set({ track: 2 });
    await tools.insert(DAWN, false);
    editor.place = {
      sequence: { name: "Other", seconds: 9, playhead: 0, range: null, audioTracks: 2 },
    };
    await tools.insert(DAWN, true);
    expect(editor.insert.mock.calls.map(([{ track }]) => track)).toEqual([2, "music"]);
  });

  it("makes one new track, and goes on where the music lies then", async () => {
    tools.set({ track: "new" });
    expect(tools.insertionText(DAWN, false)).toContain("on a new track");
    await tools.insert(DAWN, false);
    await tools.insert(DAWN, false);
    expect(editor.insert.mock.calls.map(([{ track }]) => track)).toEqual(["new", "music"]);
  });

  it("keeps the choice of a new track when none could be made", async () => {
    tools.set({ track: "new" });
    editor.insert.mockRejectedValueOnce(new HostError({ what: "No track.", next: "Add one." }));
    await tools.insert(DAWN, false);
    expect(tools.track).toBe("new");
  });
});

describe("a file of a kind that the editor does not import", () => {
  it("says so before anything is tried", async () => {
    const why = "Editor does not import .flac files. To insert this track, convert it to WAV.";
    expect(tools.obstacle(FLAC)).toBe(why);
    expect(tools.insertionText(FLAC, false)).toBe(why);
    await tools.insert(FLAC, false);
    await tools.replace(FLAC);
    await tools.askPush(FLAC);
    expect(notice).toEqual({ kind: "info", text: why });
    expect(editor.insert).not.toHaveBeenCalled();
    expect(editor.replace).not.toHaveBeenCalled();
    expect(sheet).toBeNull();
  });

  it("is none for an editor that imports it", async () => {
    editor.info = { ...editor.info, importable: ["flac"] };
    await connect();
    expect(tools.obstacle(FLAC)).toBeNull();
    expect(tools.obstacle(DAWN)).toMatch(/does not import \.mp3 files/);
  });

  it("is told apart from a remote track", async () => {
    await tools.insert(remoteResultOf("https://example.org/far"), false);
    expect(notice?.text).toMatch(/^“Far”: Not on this machine/);
  });
});

describe("pushing the rest later", () => {
  it("asks first, about a fixed place", async () => {
    await tools.askPush(DAWN);
    expect(editor.insert).not.toHaveBeenCalled();
    expect(sheet).toMatchObject({ name: "push", request: { at: 12, ripple: true } });
  });

  it("inserts what was asked about, although the playhead has moved on", async () => {
    await tools.askPush(DAWN);
    editor.place = placeAt(99);
    editor.insert.mockResolvedValueOnce({ ...REPORT, pushed: 7 });
    if (sheet?.name !== "push") throw new Error("Nothing was asked.");
    await tools.push(sheet.request);
    expect(sheet).toBeNull();
    expect(editor.insert.mock.calls[0]?.[0]).toMatchObject({ at: 12, ripple: true });
    expect(notice?.text).toContain("7 other clips moved later or cut.");
  });

  it("asks nothing where there is no sequence", async () => {
    editor.place = { sequence: null };
    await tools.askPush(DAWN);
    expect(sheet).toBeNull();
    expect(notice?.text).toMatch(/Open a sequence in the editor first/);
  });
});

describe("replacing", () => {
  it("gives the track from its best section on, whatever range is marked", async () => {
    editor.place = placeAt(0, { start: 12, end: 15 });
    await tools.replace(DAWN);
    expect(editor.replace.mock.calls[0]?.[0].source).toEqual({ start: 20, end: 90 });
    expect(notice?.text).toContain("“Dawn” is on A3");
  });
});

describe("markers of the music", () => {
  const structure = {
    bars: [0, 2, 4],
    beatsPerBar: 4,
    sections: [{ start: 0, label: "Intro" }],
  };
  const measured = resultOf({ track: { structure } });

  it.each([
    ["sections", 1],
    ["bars", 3],
    ["beats", 12],
  ] as const)("are set for %s", async (markers, count) => {
    tools.set({ markers });
    await tools.mark(measured);
    const request = editor.addMarkers.mock.calls[0]?.[0];
    expect(request).toMatchObject({ trackId: "dawn", title: "Dawn" });
    expect(request?.markers).toHaveLength(count);
    expect(notice?.text).toMatch(
      new RegExp(`^${count} markers? set\\. To undo, press Ctrl/Cmd\\+Z in`),
    );
  });

  it("are told to be there already where they are", async () => {
    editor.addMarkers.mockResolvedValueOnce({ added: 0, present: 3, undoSteps: 0 });
    await tools.mark(measured);
    expect(notice?.text).toBe("3 markers were already there.");
  });

  it("are not made up for a track whose bars nobody has told", async () => {
    await tools.mark(DAWN);
    expect(editor.addMarkers).not.toHaveBeenCalled();
    expect(notice?.kind).toBe("info");
  });

  it("are refused where they are more than one request takes", async () => {
    tools.set({ markers: "beats" });
    const bars = Array.from({ length: 2000 }, (_, bar) => bar);
    const long = resultOf({ track: { seconds: 2000, structure: { ...structure, bars } } });
    await tools.mark(long);
    expect(editor.addMarkers).not.toHaveBeenCalled();
    expect(notice?.text).toMatch(/too many markers/);
  });
});

describe("the editor's source monitor", () => {
  it("plays a track and stops it again", async () => {
    await tools.togglePreview(DAWN);
    expect(editor.preview.mock.calls[0]?.[0]).toMatchObject({ trackId: "dawn" });
    expect(tools.state.previewed).toBe("dawn");
    await tools.togglePreview(DAWN);
    expect(editor.stopPreview).toHaveBeenCalledTimes(1);
    expect(tools.state.previewed).toBeNull();
  });

  it("is stopped also while it is still opening the file, and not before it plays", async () => {
    const opening = byHand<undefined>();
    editor.preview.mockReturnValueOnce(opening.promise);
    const playing = tools.togglePreview(DAWN);
    const stopping = tools.togglePreview(DAWN);
    await settled();
    expect(editor.stopPreview).not.toHaveBeenCalled();
    opening.resolve(undefined);
    await Promise.all([playing, stopping]);
    expect(editor.stopPreview).toHaveBeenCalledTimes(1);
    expect(tools.state.previewed).toBeNull();
  });

  it("plays while something else is being done, which may take a while", async () => {
    const insertion = byHand<InsertReport>();
    editor.insert.mockReturnValueOnce(insertion.promise);
    const inserting = tools.insert(DAWN, false);
    await tools.togglePreview(DAWN);
    expect(tools.state.previewed).toBe("dawn");
    insertion.resolve(REPORT);
    await inserting;
  });

  it("is not believed to play what it refused", async () => {
    editor.preview.mockRejectedValueOnce(new HostError({ what: "No monitor.", next: "Open it." }));
    await tools.togglePreview(DAWN);
    expect(tools.state.previewed).toBeNull();
    expect(notice?.text).toBe("No monitor. Open it.");
  });
});

describe("ducking", () => {
  it("goes as deep and as fast as was set, and says under what", async () => {
    tools.set({ ducking: { ...tools.state.settings.ducking, depth: 18 } });
    await tools.duck();
    expect(editor.duck.mock.calls[0]?.[0]).toEqual({
      depth: 18,
      attack: 0.4,
      release: 0.8,
      dialogue: null,
    });
    expect(notice?.text).toBe(
      "Ducked under the clips on A1: 14 dips in 2 clips of music. " +
        "To undo, press Ctrl/Cmd+Z in the editor.",
    );
  });

  it("listens to the tracks that were said to speak, as far as the sequence has them", async () => {
    tools.set({ ducking: { ...tools.state.settings.ducking, dialogue: [1, 7] } });
    await tools.duck();
    tools.set({ ducking: { ...tools.state.settings.ducking, dialogue: [7] } });
    await tools.duck();
    expect(editor.duck.mock.calls.map(([{ dialogue }]) => dialogue)).toEqual([[1], null]);
  });

  it("can be taken away, and says so where there was none", async () => {
    await tools.unduck();
    expect(notice?.text).toMatch(/^Ducking removed from 2 clips\. To undo, press/);
    editor.unduck.mockResolvedValueOnce({ clips: 0, notes: [] });
    await tools.unduck();
    expect(notice?.text).toBe("There is no ducking to remove.");
  });
});

describe("the cue sheet", () => {
  it("is shown as it was read, and saved in the way that was chosen", async () => {
    const cues = sheetOf([rowOf()], { sequence: "Cut 1/2" });
    editor.readCueSheet.mockResolvedValueOnce(cues);
    await tools.openCueSheet();
    expect(sheet).toEqual({ name: "cues", cues });
    await tools.saveCueSheet(cues, "csv");
    await tools.saveCueSheet(cues, "html");
    const files = editor.saveText.mock.calls.map(([file]) => file);
    expect(files.map(({ name }) => name)).toEqual([
      "Cut 1 2 - cue sheet.csv",
      "Cut 1 2 - cue sheet.html",
    ]);
    expect(files[0]?.text).toContain("No.,Title");
    expect(files[1]?.text).toContain("<!doctype html>");
    expect(notice?.text).toBe("Saved as /chosen/Cut 1 2 - cue sheet.html.");
  });

  it("is not told to be saved when the editor changed their mind", async () => {
    editor.saveText.mockResolvedValueOnce({ path: null });
    await tools.saveCueSheet(sheetOf([]), "csv");
    expect(notice).toBeNull();
  });
});

describe("the music folder", () => {
  it("is read when the tools are opened, and after it was changed", async () => {
    expect(editor.readMusicFolder).not.toHaveBeenCalled();
    tools.toggle();
    await settled();
    expect(tools.state.folder).toBe("/project/music");
    await tools.chooseFolder();
    expect(tools.state.folder).toBe("/other/music");
    expect(notice?.text).toContain("/other/music");
  });

  it("stays what it was when the editor changed their mind", async () => {
    tools.toggle();
    await settled();
    editor.chooseMusicFolder.mockResolvedValueOnce({ path: null });
    await tools.chooseFolder();
    expect([tools.state.folder, notice]).toEqual(["/project/music", null]);
  });
});

describe("the tools", () => {
  it("do one thing at a time", async () => {
    const insertion = byHand<InsertReport>();
    editor.insert.mockReturnValueOnce(insertion.promise);
    const first = tools.insert(DAWN, false);
    expect(tools.state.busy).toBe("insert");
    await Promise.all([
      tools.insert(DAWN, false),
      tools.replace(DAWN),
      tools.duck(),
      tools.openCueSheet(),
      tools.chooseFolder(),
    ]);
    insertion.resolve(REPORT);
    await first;
    expect(editor.insert).toHaveBeenCalledTimes(1);
    for (const other of [
      editor.replace,
      editor.duck,
      editor.readCueSheet,
      editor.chooseMusicFolder,
    ]) {
      expect(other).not.toHaveBeenCalled();
    }
    await tools.duck();
    expect(editor.duck).toHaveBeenCalledTimes(1);
  });

  it("say that there is no editor, and stay closed", async () => {
    link = new EditorLink(
      () => Promise.resolve(null),
      () => undefined,
    );
    await link.start();
    tools = new EditorTools(link, {
      tell: (told) => (notice = told),
      show: (shown) => (sheet = shown),
      changed: () => undefined,
    });
    tools.toggle();
    expect(notice?.text).toMatch(/No editor/);
    for (const act of [
      () => tools.insert(DAWN, false),
      () => tools.duck(),
      () => tools.openCueSheet(),
      () => tools.chooseFolder(),
    ]) {
      notice = null;
      await act();
      expect(notice).toMatchObject({ text: expect.stringContaining("No editor") as string });
    }
    expect(tools.state.isOpen).toBe(false);
  });
});
