import { beforeEach, describe, expect, it } from "vitest";
import type { MarkReport, MarkRequest } from "../../../src/contract/clip-markers.ts";
import type { TrackTag } from "../../../src/contract/cue-sheet.ts";
import { refusal } from "../cues.ts";
import type { Build } from "../fake/build.ts";
import type { ItemNode } from "../fake/state.ts";
import { TICKS_PER_SECOND } from "../fake/times.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

const TAG: TrackTag = {
  trackId: "first-light",
  title: "First Light",
  artist: "Needledrop",
  licence: { id: "CC0-1.0", name: "CC0" },
};

let editor: PremiereHarness;
let music: ItemNode;
let bin: ItemNode[];

/** A project with two tracks in Needledrop's bin; ours is `music`, of an hour. */
function open(build: Partial<Build> = {}, fields: Partial<ItemNode> = {}): void {
  editor = openPremiere(build);
  const make = (tag: TrackTag, more: Partial<ItemNode> = {}): ItemNode => {
    const item = editor.state.makeItem("Renamed", {
      duration: ticks(3600),
      path: "/a.wav",
      ...more,
    });
    item.properties.set("needledrop.track", JSON.stringify(tag));
    return item;
  };
  music = make(TAG, fields);
  bin = [make({ ...TAG, trackId: "another" }), music];
  editor.state.root.children?.push(editor.state.makeItem("Needledrop", { children: bin }));
}
beforeEach(() => open());

type Mark = MarkRequest["markers"][number];
const BARS: Mark[] = Array.from({ length: 120 }, (_, index) => ({
  name: `Bar ${index + 1}`,
  at: index * 2,
  seconds: 0,
}));

const mark = (markers: Mark[] = BARS): Promise<MarkReport> =>
  editor.host.addMarkers({ trackId: TAG.trackId, title: TAG.title, markers });
const marks = (): [string, number, number][] =>
  music.markers.map(({ name, start = 0, duration = 0 }) => [
    name,
    start / TICKS_PER_SECOND,
    duration / TICKS_PER_SECOND,
  ]);

describe("markers of a track", () => {
  it("are set on its project item, and on no other", async () => {
    const markers = [
      { name: "Verse", at: 12.5, seconds: 20 },
      { name: "Bar 1", at: 0, seconds: 0 },
    ];
    expect(await mark(markers)).toEqual({ added: 2, present: 0, undoSteps: 1 });
    expect(marks()).toEqual([
      ["Verse", 12.5, 20],
      ["Bar 1", 0, 0],
    ]);
    expect(bin[0]?.markers).toEqual([]);
    expect(editor.state.ledger.labels).toEqual(["Mark “First Light”"]);
  });

  it("take several undo steps of fifty, each with its number", async () => {
    const report = await mark();
    expect(report).toEqual({ added: 120, present: 0, undoSteps: 3 });
    expect(editor.state.ledger.labels).toEqual([
      "Mark “First Light” (1 of 3)",
      "Mark “First Light” (2 of 3)",
      "Mark “First Light” (3 of 3)",
    ]);
    for (const left of [100, 50, 0]) {
      editor.undo();
      expect(music.markers).toHaveLength(left);
    }
  });

  it("come to 5,000 without a call into the project for each", async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      name: `Beat ${index}`,
      at: index / 2,
      seconds: 0,
    }));
    expect(await mark(many)).toEqual({ added: 5000, present: 0, undoSteps: 100 });
    expect(editor.calls.of("Project.executeTransaction")).toBe(100);
    // Before and after, of the class and of what it hands out.
    expect(editor.calls.of("Markers.getMarkers")).toBe(4);
    expect(await mark(many)).toEqual({ added: 0, present: 5000, undoSteps: 0 });
  });

  it("are not set where one of that name is less than a frame away", async () => {
    music.markers.push({ name: "Bar 2", comments: "theirs", start: ticks(2.03) });
    music.markers.push({ name: "Bar 3", comments: "", start: ticks(4.1) });
    music.markers.push({ name: "Other", comments: "", start: ticks(6) });
    expect(await mark(BARS.slice(0, 4))).toEqual({ added: 3, present: 1, undoSteps: 1 });
    expect(marks().filter(([name]) => name === "Bar 2")).toEqual([["Bar 2", 2.03, 0]]);
  });

  it("are set once where the request names one twice", async () => {
    const twice = [BARS[1], BARS[1]].flatMap((bar) => bar ?? []);
    expect(await mark(twice)).toEqual({ added: 1, present: 1, undoSteps: 1 });
    expect(marks()).toHaveLength(1);
  });

  it("are left out beyond the end of the audio", async () => {
    open({}, { duration: ticks(4) });
    expect(await mark(BARS.slice(0, 3))).toEqual({ added: 2, present: 0, undoSteps: 1 });
    expect(marks().map(([name]) => name)).toEqual(["Bar 1", "Bar 2"]);
  });

  it.each<[Partial<Build>, number]>([
    [{ marksFrom: "mediaStart", media: "promise" }, 36_000],
    [{ marksFrom: "mediaStart", media: "getters" }, 10],
    [{ marksFrom: "zero", media: "value" }, 36_000],
    [{ marksFrom: "zero" }, 10],
  ])("stand right in a file with a time code of its own: %o, from %s s", async (build, start) => {
    open(build, { mediaStart: ticks(start) });
    expect(await mark(BARS.slice(0, 2))).toEqual({ added: 2, present: 0, undoSteps: 1 });
    expect(marks()).toEqual([
      ["Bar 1", 0, 0],
      ["Bar 2", 2, 0],
    ]);
    expect(await mark(BARS.slice(0, 2))).toMatchObject({ added: 0, present: 2 });
  });

  it("work where the project keeps the tag in the item's place", async () => {
    open({ clipProperties: false });
    editor.state.properties.set(`needledrop.track.${music.id}`, JSON.stringify(TAG));
    expect(await mark(BARS.slice(0, 1))).toMatchObject({ added: 1 });
  });
});

describe("markers are refused", () => {
  it.each([
    ["for a track that is in no bin", () => bin.splice(1)],
    ["for a track whose tag is gone", () => music.properties.clear()],
    ["without Needledrop's bin", () => editor.state.root.children?.splice(0)],
    ["without a project", () => (editor.state.isProjectOpen = false)],
  ])("%s, which is named", async (_, change) => {
    change();
    const error = await refusal(mark());
    expect([error.what, error.input]).toEqual([
      "Needledrop's bin does not hold this track.",
      "First Light",
    ]);
    expect(error.next).toMatch(/Insert it first/);
    expect(editor.state.ledger.labels).toEqual([]);
  });

  it.each(["refused", "throws"] as const)("when the first transaction is: %s", async (fate) => {
    editor.state.faults.transaction = () => fate;
    expect((await refusal(mark())).what).toBe("Premiere did not set the markers.");
    expect(marks()).toEqual([]);
  });

  it("with how far it came, when a later transaction fails", async () => {
    editor.state.faults.transaction = (label) => (label.includes("(3 of") ? "throws" : undefined);
    const error = await refusal(mark());
    expect(error.what).toBe("Premiere set 100 of 120 markers and then stopped.");
    expect(error.next).toMatch(/undo 2 times/);
    editor.state.faults.transaction = () => undefined;
    expect(await mark()).toEqual({ added: 20, present: 100, undoSteps: 1 });
  });

  it("when Premiere says that they are set, and none is", async () => {
    editor.state.faults.transaction = () => "ignored";
    expect((await refusal(mark())).what).toMatch(/reported no error/);
  });

  it.each([
    ["Markers.getMarkers", /list the markers/],
    ["FolderItem.getItems", /list the music/],
    ["ClipProjectItem.getMedia", /how long/],
  ])("when %s fails", async (failing, what) => {
    editor.state.faults.failing = (call) => (call === failing ? "rejects" : undefined);
    expect((await refusal(mark())).what).toMatch(what);
    expect(marks()).toEqual([]);
  });
});

it("reports the markers that are really there", async () => {
  editor.state.faults.transaction = (label) => (label.includes("(2 of") ? "ignored" : undefined);
  expect(await mark()).toMatchObject({ added: 70, present: 0 });
  expect(music.markers).toHaveLength(70);
});
