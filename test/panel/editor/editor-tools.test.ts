import { beforeEach, describe, expect, it } from "vitest";
import type { InsertReport } from "../../../src/contract/cue.ts";
import { cueSheetFile } from "../../../src/panel/cue-sheet/file.ts";
import { rowOf, sheetOf } from "../cue-sheet/sheets.ts";
import { byHand, resultOf, settled } from "../results.ts";
import { REPORT } from "../test-editor.ts";
import { DAWN, ToolsBench } from "./tools-bench.ts";

let bench: ToolsBench;

beforeEach(async () => {
  bench = await ToolsBench.open();
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
    bench.tools.set({ markers });
    await bench.tools.mark(measured);
    const request = bench.editor.addMarkers.mock.calls[0]?.[0];
    expect(request).toMatchObject({ trackId: "dawn", title: "Dawn" });
    expect(request?.markers).toHaveLength(count);
    expect(bench.notice?.text).toMatch(
      new RegExp(`^${count} markers? set\\. To undo, press Ctrl/Cmd\\+Z in`),
    );
  });

  it("are told to be there already where they are", async () => {
    bench.editor.addMarkers.mockResolvedValueOnce({ added: 0, present: 3, undoSteps: 0 });
    await bench.tools.mark(measured);
    expect(bench.notice?.text).toBe("3 markers were already there.");
  });

  it("are not made up for a track whose bars nobody has told", async () => {
    await bench.tools.mark(DAWN);
    expect(bench.editor.addMarkers).not.toHaveBeenCalled();
    expect(bench.notice?.kind).toBe("info");
  });

  it("are refused where they are more than one request takes", async () => {
    bench.tools.set({ markers: "beats" });
    const bars = Array.from({ length: 2000 }, (_, bar) => bar);
    const long = resultOf({ track: { seconds: 2000, structure: { ...structure, bars } } });
    await bench.tools.mark(long);
    expect(bench.editor.addMarkers).not.toHaveBeenCalled();
    expect(bench.notice?.text).toMatch(/too many markers/);
  });
});

describe("ducking", () => {
  it("goes as deep and as fast as was set, and says under what", async () => {
    bench.tools.set({ ducking: { ...bench.tools.state.settings.ducking, depth: 18 } });
    await bench.tools.duck();
    expect(bench.editor.duck.mock.calls[0]?.[0]).toEqual({
      depth: 18,
      attack: 0.4,
      release: 0.8,
      dialogue: null,
    });
    expect(bench.notice?.text).toBe(
      "Ducked under the clips on A1: 14 dips in 2 clips of music. " +
        "To undo, press Ctrl/Cmd+Z in the editor.",
    );
  });

  it("listens to the tracks that were said to speak, as far as the sequence has them", async () => {
    bench.tools.set({ ducking: { ...bench.tools.state.settings.ducking, dialogue: [1, 7] } });
    await bench.tools.duck();
    bench.tools.set({ ducking: { ...bench.tools.state.settings.ducking, dialogue: [7] } });
    await bench.tools.duck();
    expect(bench.editor.duck.mock.calls.map(([{ dialogue }]) => dialogue)).toEqual([[1], null]);
  });

  it("can be taken away, and says so where there was none", async () => {
    await bench.tools.unduck();
    expect(bench.notice?.text).toMatch(/^Ducking removed from 2 clips\. To undo, press/);
    bench.editor.unduck.mockResolvedValueOnce({ clips: 0, notes: [] });
    await bench.tools.unduck();
    expect(bench.notice?.text).toBe("There is no ducking to remove.");
  });
});

describe("the cue sheet", () => {
  it("is shown as it was read, and saved in the way that was chosen", async () => {
    const cues = sheetOf([rowOf()], { sequence: "Cut 1/2" });
    bench.editor.readCueSheet.mockResolvedValueOnce(cues);
    await bench.tools.openCueSheet();
    expect(bench.sheet).toEqual({ name: "cues", cues });
    await bench.tools.save(cueSheetFile(cues, "csv"));
    await bench.tools.save(cueSheetFile(cues, "html"));
    const files = bench.editor.saveText.mock.calls.map(([file]) => file);
    expect(files.map(({ name }) => name)).toEqual([
      "Cut 1 2 - cue sheet.csv",
      "Cut 1 2 - cue sheet.html",
    ]);
    expect(files[0]?.text).toContain("No.,Title");
    expect(files[1]?.text).toContain("<!doctype html>");
    expect(bench.notice?.text).toBe("Saved as /chosen/Cut 1 2 - cue sheet.html.");
  });

  it("is not told to be saved when the editor changed their mind", async () => {
    bench.editor.saveText.mockResolvedValueOnce({ path: null });
    await bench.tools.save(cueSheetFile(sheetOf([]), "csv"));
    expect(bench.notice).toBeNull();
  });
});

describe("the music folder", () => {
  it("is read when the tools are opened, and after it was changed", async () => {
    expect(bench.editor.readMusicFolder).not.toHaveBeenCalled();
    bench.tools.toggle();
    await settled();
    expect(bench.tools.state.folder).toBe("/project/music");
    await bench.tools.chooseFolder();
    expect(bench.tools.state.folder).toBe("/other/music");
    expect(bench.notice?.text).toContain("/other/music");
  });

  it("stays what it was when the editor changed their mind", async () => {
    bench.tools.toggle();
    await settled();
    bench.editor.chooseMusicFolder.mockResolvedValueOnce({ path: null });
    await bench.tools.chooseFolder();
    expect([bench.tools.state.folder, bench.notice]).toEqual(["/project/music", null]);
  });
});

describe("the tools", () => {
  it("do one thing at a time", async () => {
    const insertion = byHand<InsertReport>();
    bench.editor.insert.mockReturnValueOnce(insertion.promise);
    const first = bench.tools.insert(DAWN, false);
    expect(bench.tools.state.busy).toBe("insert");
    await Promise.all([
      bench.tools.insert(DAWN, false),
      bench.tools.replace(DAWN),
      bench.tools.duck(),
      bench.tools.openCueSheet(),
      bench.tools.chooseFolder(),
    ]);
    insertion.resolve(REPORT);
    await first;
    expect(bench.editor.insert).toHaveBeenCalledTimes(1);
    for (const other of [
      bench.editor.replace,
      bench.editor.duck,
      bench.editor.readCueSheet,
      bench.editor.chooseMusicFolder,
    ]) {
      expect(other).not.toHaveBeenCalled();
    }
    await bench.tools.duck();
    expect(bench.editor.duck).toHaveBeenCalledTimes(1);
  });

  it("say that there is no editor, and stay closed", async () => {
    await bench.connect(null);
    bench.tools.toggle();
    expect(bench.notice?.text).toMatch(/No editor/);
    for (const act of [
      () => bench.tools.insert(DAWN, false),
      () => bench.tools.duck(),
      () => bench.tools.openCueSheet(),
      () => bench.tools.chooseFolder(),
    ]) {
      bench.notice = null;
      await act();
      expect(bench.notice).toMatchObject({ text: expect.stringContaining("No editor") as string });
    }
    expect(bench.tools.state.isOpen).toBe(false);
  });
});
