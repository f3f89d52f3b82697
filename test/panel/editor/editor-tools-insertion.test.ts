import { beforeEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/contract/errors.ts";
import { remoteResultOf, resultOf } from "../results.ts";
import { REPORT, placeAt } from "../test-editor.ts";
import { DAWN, ToolsBench } from "./tools-bench.ts";

const FLAC = resultOf({ track: { audio: { kind: "file", path: "/music/Dawn.FLAC" } } });

let bench: ToolsBench;

beforeEach(async () => {
  bench = await ToolsBench.open();
});

describe("inserting", () => {
  it("reads the place before, and tells what the timeline holds and how to take it back", async () => {
    bench.editor.place = placeAt(0, { start: 12, end: 42 });
    await bench.tools.insert(DAWN, false);
    expect(bench.editor.insert.mock.calls[0]?.[0]).toMatchObject({
      at: 12,
      cue: { source: { start: 20, end: 50 } },
      track: "music",
      ripple: false,
    });
    expect(bench.notice).toEqual({
      kind: "positive",
      text: "“Dawn” is on A3, 00:00:12 to 00:00:42. To undo, press Ctrl/Cmd+Z in the editor.",
      acts: [{ action: "duck", text: "Duck under speech" }],
    });
  });

  it("offers ducking where somebody speaks, or may speak", async () => {
    const isOffered = async (speech?: boolean): Promise<boolean> => {
      bench.editor.insert.mockResolvedValueOnce({
        ...REPORT,
        ...(speech === undefined ? {} : { speech }),
      });
      await bench.tools.insert(DAWN, false);
      return bench.notice?.acts?.some(({ action }) => action === "duck") ?? false;
    };
    expect([await isOffered(true), await isOffered(false), await isOffered()]).toEqual([
      true,
      false,
      true,
    ]);
    const { sequence } = placeAt(0);
    bench.editor.place = { ...placeAt(0), sequence: sequence && { ...sequence, audioTracks: 1 } };
    expect(await isOffered()).toBe(false);
  });

  it("lays the passage that is marked, within the range, and the whole track all the same", async () => {
    bench.passages.set(DAWN.track.id, { start: 40, end: 70 });
    bench.editor.place = placeAt(0);
    await bench.tools.insert(DAWN, false);
    bench.editor.place = placeAt(0, { start: 12, end: 22 });
    await bench.tools.insert(DAWN, false);
    await bench.tools.insert(DAWN, true);
    await bench.tools.replace(DAWN);
    expect(bench.editor.insert.mock.calls.map(([{ cue }]) => cue.source)).toEqual([
      { start: 40, end: 70 },
      { start: 40, end: 50 },
      { start: 0, end: 90 },
    ]);
    expect(bench.editor.replace.mock.calls[0]?.[0].source).toEqual({ start: 40, end: 70 });
    expect(bench.tools.dragged(DAWN)?.source).toEqual({ start: 40, end: 50 });
  });

  it("tells what differs from what was asked, and every step to undo", async () => {
    const notes = ["The cue is shorter than asked."];
    bench.editor.insert.mockResolvedValueOnce({ ...REPORT, notes, undoSteps: 2 });
    await bench.tools.insert(DAWN, false);
    expect(bench.notice?.text).toContain(
      "The cue is shorter than asked. To undo, press Ctrl/Cmd+Z twice in",
    );
    bench.editor.insert.mockResolvedValueOnce({ ...REPORT, undoSteps: 3 });
    await bench.tools.insert(DAWN, false);
    expect(bench.notice?.text).toContain("press Ctrl/Cmd+Z 3 times");
  });

  it("tells why it failed and what to do, and is ready again", async () => {
    bench.editor.insert.mockRejectedValueOnce(
      new HostError({ what: "No sequence is open.", next: "Open one." }),
    );
    await bench.tools.insert(DAWN, false);
    expect(bench.notice).toMatchObject({
      kind: "negative",
      text: "No sequence is open. Open one.",
    });
    expect(bench.tools.state.busy).toBeNull();
  });

  it("lays nothing down while the editor cannot say where", async () => {
    bench.editor.readPlace.mockRejectedValueOnce(new HostError({ what: "Busy.", next: "Wait." }));
    await bench.tools.insert(DAWN, false);
    expect(bench.notice?.text).toBe("Busy. Wait.");
    expect(bench.editor.insert).not.toHaveBeenCalled();
  });

  it("goes to the track that was chosen, as long as the sequence has it", async () => {
    bench.tools.set({ track: 2 });
    await bench.tools.insert(DAWN, false);
    bench.editor.place = {
      project: null,
      sequence: { name: "Other", seconds: 9, playhead: 0, range: null, audioTracks: 2 },
    };
    await bench.tools.insert(DAWN, true);
    expect(bench.editor.insert.mock.calls.map(([{ track }]) => track)).toEqual([2, "music"]);
  });

  it("makes one new track, and goes on where the music lies then", async () => {
    bench.tools.set({ track: "new" });
    expect(bench.tools.insertionText(DAWN, false)).toContain("on a new track");
    await bench.tools.insert(DAWN, false);
    await bench.tools.insert(DAWN, false);
    expect(bench.editor.insert.mock.calls.map(([{ track }]) => track)).toEqual(["new", "music"]);
  });

  it("keeps the choice of a new track when none could be made", async () => {
    bench.tools.set({ track: "new" });
    bench.editor.insert.mockRejectedValueOnce(
      new HostError({ what: "No track.", next: "Add one." }),
    );
    await bench.tools.insert(DAWN, false);
    expect(bench.tools.track).toBe("new");
  });
});

describe("a file of a kind that the editor does not import", () => {
  it("says so before anything is tried", async () => {
    const why =
      "Editor does not import .flac files. To insert this track, add its folder to your music, or convert it to WAV.";
    expect(bench.tools.obstacle(FLAC)).toBe(why);
    expect(bench.tools.insertionText(FLAC, false)).toBe(why);
    await bench.tools.insert(FLAC, false);
    await bench.tools.replace(FLAC);
    await bench.tools.askPush(FLAC);
    expect(bench.notice).toEqual({ kind: "info", text: why });
    expect(bench.editor.insert).not.toHaveBeenCalled();
    expect(bench.editor.replace).not.toHaveBeenCalled();
    expect(bench.sheet).toBeNull();
  });

  it("is none for an editor that imports it", async () => {
    bench.editor.info = { ...bench.editor.info, importable: ["flac"] };
    await bench.connect(bench.editor);
    expect(bench.tools.obstacle(FLAC)).toBeNull();
    expect(bench.tools.obstacle(DAWN)).toMatch(/does not import \.mp3 files/);
  });

  it("is told apart from a remote track", async () => {
    await bench.tools.insert(remoteResultOf("https://example.org/far"), false);
    expect(bench.notice?.text).toMatch(/^“Far”: Not on this machine/);
  });
});

describe("pushing the rest later", () => {
  it("asks first, about a fixed place", async () => {
    await bench.tools.askPush(DAWN);
    expect(bench.editor.insert).not.toHaveBeenCalled();
    expect(bench.sheet).toMatchObject({ name: "push", request: { at: 12, ripple: true } });
  });

  it("inserts what was asked about, although the playhead has moved on", async () => {
    await bench.tools.askPush(DAWN);
    bench.editor.place = placeAt(99);
    bench.editor.insert.mockResolvedValueOnce({ ...REPORT, pushed: 7 });
    if (bench.sheet?.name !== "push") throw new Error("Nothing was asked.");
    await bench.tools.push(bench.sheet.request);
    expect(bench.sheet).toBeNull();
    expect(bench.editor.insert.mock.calls[0]?.[0]).toMatchObject({ at: 12, ripple: true });
    expect(bench.notice?.text).toContain("7 other clips moved later or cut.");
  });

  it("asks nothing where there is no sequence", async () => {
    bench.editor.place = { project: null, sequence: null };
    await bench.tools.askPush(DAWN);
    expect(bench.sheet).toBeNull();
    expect(bench.notice?.text).toMatch(/Open a sequence in the editor first/);
  });
});

describe("replacing", () => {
  it("gives the track from its best section on, whatever range is marked", async () => {
    bench.editor.place = placeAt(0, { start: 12, end: 15 });
    await bench.tools.replace(DAWN);
    expect(bench.editor.replace.mock.calls[0]?.[0].source).toEqual({ start: 20, end: 90 });
    expect(bench.notice?.text).toContain("“Dawn” is on A3");
  });
});
