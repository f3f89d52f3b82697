import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { CueSheetSchema, type CueSheet, type TrackTag } from "../../../src/contract/cue-sheet.ts";
import { refusal, TAG } from "../cues.ts";
import type { Build } from "../fake/build.ts";
import { makeSequence, type ClipNode, type ItemNode } from "../fake/state.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
let bin: ItemNode[];

function open(build: Partial<Build> = {}): void {
  editor = openPremiere(build);
  bin = [];
  editor.state.root.children?.push(editor.state.makeItem("Needledrop", { children: bin }));
}
beforeEach(() => open());

/** A track in the bin; without a tag it says nothing of itself. */
function addTrack(tag: TrackTag | null = TAG, fields: Partial<ItemNode> = {}): ItemNode {
  const item = editor.state.makeItem(tag?.title ?? "unidentified.wav", {
    duration: ticks(60),
    ...fields,
  });
  if (tag !== null) item.properties.set("needledrop.track", JSON.stringify(tag));
  bin.push(item);
  return item;
}

function lay(item: ItemNode | null, track: number, start: number, end: number, from = 0): ClipNode {
  const clip: ClipNode = {
    item,
    name: item?.name ?? "Tone",
    start: ticks(start),
    end: ticks(end),
    sourceStart: ticks(from),
    selected: false,
  };
  editor.state.sequence?.audio[track]?.push(clip);
  return clip;
}

async function sheet(): Promise<CueSheet> {
  const read = await editor.host.readCueSheet();
  expect(v.parse(CueSheetSchema, read)).toEqual(read);
  return read;
}

const places = ({ rows }: CueSheet): [number, number, number, number][] =>
  rows.map(({ audioTrack, start, end, sourceStart }) => [audioTrack, start, end, sourceStart]);

describe("the cue sheet", () => {
  it("has a row for each piece, in time order, with the terms kept beside it", async () => {
    const other: TrackTag = { ...TAG, trackId: "b", title: "B", licence: { id: "x", name: "X" } };
    const first = addTrack();
    lay(first, 2, 100, 110, 30);
    lay(addTrack(other), 1, 20, 24.04, 7);
    lay(first, 0, 20, 30);
    const { rows, unidentified } = await sheet();
    expect(rows).toEqual([
      { ...TAG, audioTrack: 0, start: 20, end: 30, sourceStart: 0 },
      { ...other, audioTrack: 1, start: 20, end: 24.04, sourceStart: 7 },
      { ...TAG, audioTrack: 2, start: 100, end: 110, sourceStart: 30 },
    ]);
    expect(unidentified).toEqual([]);
  });

  it("says how the sequence counts time", async () => {
    if (editor.state.sequence) editor.state.sequence.zeroPoint = ticks(3600);
    expect(await sheet()).toMatchObject({ sequence: "Rough cut", frameRate: 25, zero: 3600 });
  });

  it("knows a clip that was renamed by its tag", async () => {
    const item = addTrack();
    lay(item, 0, 1, 2);
    item.name = "music v3 FINAL";
    Object.assign(editor.state.sequence?.audio[0]?.[0] ?? {}, { name: "temp" });
    expect((await sheet()).rows).toMatchObject([{ title: "First Light" }]);
  });

  it("keeps a piece that was cut in two as two rows", async () => {
    const item = addTrack();
    lay(item, 1, 10, 14, 5);
    lay(item, 1, 14, 20, 9);
    expect(places(await sheet())).toEqual([
      [1, 10, 14, 5],
      [1, 14, 20, 9],
    ]);
  });

  it("lists music that was moved out of the bin, and nothing that is not music", async () => {
    const moved = addTrack();
    bin.splice(0);
    lay(moved, 0, 1, 2);
    editor.addAudioClip(1, { start: 0, end: 60 }, [{ text: "Hello", start: 0, end: 1 }]);
    lay(null, 2, 0, 5);
    const { rows, unidentified } = await sheet();
    expect([rows.map(({ title }) => title), unidentified]).toEqual([["First Light"], []]);
  });

  it("leaves out what the editor has switched off", async () => {
    const item = addTrack();
    lay(item, 0, 1, 2).isDisabled = true;
    lay(item, 0, 5, 6);
    expect(places(await sheet())).toEqual([[0, 5, 6, 0]]);
  });

  it("finds the terms that the project keeps where clips keep none", async () => {
    open({ clipProperties: false });
    const item = addTrack(null);
    editor.state.properties.set(`needledrop.track.${item.id}`, JSON.stringify(TAG));
    lay(item, 0, 1, 2);
    expect((await sheet()).rows).toMatchObject([TAG]);
  });

  it.each<Partial<Build>>([{ marksFrom: "zero" }, { marksFrom: "mediaStart", media: "getters" }])(
    "counts from the beginning of a file with a time code of its own: %o",
    async (build) => {
      open(build);
      lay(addTrack(TAG, { mediaStart: ticks(36_000) }), 0, 1, 9, 12);
      expect(places(await sheet())).toEqual([[0, 1, 9, 12]]);
    },
  );

  it("is one pass over the audio tracks, and reads each track's tag once", async () => {
    const item = addTrack();
    for (let index = 0; index < 300; index++) lay(item, index % 3, index, index + 1);
    editor.calls.reset();
    expect((await sheet()).rows).toHaveLength(300);
    expect(editor.calls.of("AudioTrack.getTrackItems")).toBe(3);
    expect(editor.calls.of("VideoTrack.getTrackItems")).toBe(0);
    expect(editor.calls.of("Properties.getValue")).toBe(1);
    expect(editor.calls.of("ClipProjectItem.getMedia")).toBe(1);
    // Start, end, in point, project item and its id, and whether it is switched off.
    expect(editor.calls.count).toBeLessThan(300 * 6 + 50);
  });
});

it("asks the project for what it keeps once, however many tracks there are", async () => {
  for (let index = 0; index < 40; index++) lay(addTrack(), 0, index, index + 1);
  editor.calls.reset();
  await sheet();
  expect(editor.calls.of("Properties.getProperties")).toBe(40 + 1);
});

describe("what the cue sheet cannot tell", () => {
  it("is named: clips of the bin without a tag, once each", async () => {
    const unidentified = addTrack(null);
    lay(unidentified, 0, 1, 2);
    lay(unidentified, 0, 5, 6);
    lay(addTrack(), 1, 1, 2);
    const read = await sheet();
    expect([read.rows.length, read.unidentified]).toEqual([1, ["unidentified.wav"]]);
  });

  it.each(["", "not JSON", "{}", JSON.stringify({ ...TAG, licence: "CC0" })])(
    "is named where the tag reads “%s”",
    async (tag) => {
      const item = addTrack(null);
      item.properties.set("needledrop.track", tag);
      lay(item, 0, 1, 2);
      expect(await sheet()).toMatchObject({ rows: [], unidentified: ["unidentified.wav"] });
    },
  );

  it.each([
    ["AudioClipTrackItem.getProjectItem", "First Light"],
    ["AudioClipTrackItem.getInPoint", "First Light"],
    ["ClipProjectItem.cast", "First Light"],
  ])("is named where %s fails, for it may be music", async (failing, name) => {
    lay(addTrack(), 0, 1, 2);
    editor.state.faults.failing = (call) => (call === failing ? "throws" : undefined);
    expect(await sheet()).toMatchObject({ rows: [], unidentified: [name] });
  });

  it("is named: nested sequences, which may hold music too", async () => {
    const nest = editor.state.makeItem("Act 1", { sequence: makeSequence() });
    lay(nest, 0, 1, 2);
    lay(nest, 1, 1, 2);
    expect(await sheet()).toMatchObject({
      rows: [],
      unidentified: ["Act 1 (a nested sequence: open it for a cue sheet of its own)"],
    });
  });

  it("is named by its place where it has no name", async () => {
    lay(addTrack(), 1, 72, 80);
    editor.state.faults.failing = (call) =>
      /getProjectItem|getName/.test(call) ? "rejects" : undefined;
    expect((await sheet()).unidentified).toEqual(["A clip on A2, 1:12.0 to 1:20.0"]);
    editor.state.faults.failing = (call) => (/TrackItem\./.test(call) ? "rejects" : undefined);
    expect((await sheet()).unidentified).toEqual(["A clip on A2"]);
  });
});

describe("no cue sheet is made", () => {
  it("without a sequence", async () => {
    editor.closeSequence();
    expect((await refusal(editor.host.readCueSheet())).what).toMatch(/sequence/);
  });

  it.each(["Sequence.getZeroPoint", "Sequence.getAudioTrack", "Sequence.getSettings"])(
    "where %s fails, and the sequence is named",
    async (failing) => {
      editor.state.faults.failing = (call) => (call === failing ? "rejects" : undefined);
      expect((await refusal(editor.host.readCueSheet())).input).toBe("Rough cut");
    },
  );
});
