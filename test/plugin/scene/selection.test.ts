import { beforeEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import { MESSAGE_LIMIT } from "../../../src/bridge/messages.ts";
import { NO_SELECTION, SelectionSchema, type SceneClip } from "../../../src/contract/selection.ts";
import { sceneClip } from "../../scene-clip.ts";
import type { ClipNode, ItemNode, SequenceNode } from "../fake/state.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

const FOX = sceneClip({
  name: "Fox",
  description: "A young fox plays.",
  logNote: "Funny!",
  comment: "Trim it.",
  keywords: ["fox"],
  markers: [{ name: "Slips", comments: "Beat here." }],
});
const OWL: SceneClip = { ...FOX, name: "Owl" };

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

function sequence(): SequenceNode {
  if (editor.state.sequence === null) throw new Error("No sequence is open.");
  return editor.state.sequence;
}

async function names(): Promise<string[]> {
  return (await editor.host.readSelection()).clips.map(({ name }) => name);
}

const isOf = (node: ItemNode | ClipNode | null, name: string): boolean =>
  node !== null && (node.name === name || ("item" in node && node.item?.name === name));

describe("what counts as selected", () => {
  it("is one clip for a linked clip's picture and sound", async () => {
    editor.selectClips([FOX]);
    expect(await editor.host.readSelection()).toEqual({
      ...NO_SELECTION,
      clips: [FOX],
      sequence: "Rough cut",
    });
  });

  it("is found on the tracks where Premiere's selection answers empty", async () => {
    editor.selectClips([FOX]);
    editor.state.faults.emptySelection = true;
    expect(await names()).toEqual(["Fox"]);
  });

  it("is found on the tracks where Premiere's selection cannot be had", async () => {
    editor.selectClips([FOX]);
    editor.state.faults.failing = (call) =>
      call === "Sequence.getSelection" ? "rejects" : undefined;
    expect(await names()).toEqual(["Fox"]);
  });

  it("is the project panel's selection where the tracks cannot be read either", async () => {
    editor.selectClips([FOX]);
    editor.state.panelSelection = [editor.addProjectItem(OWL)];
    editor.state.faults.failing = (call) =>
      /^Sequence\.get(Selection|VideoTrack)$/.test(call) ? "rejects" : undefined;
    expect(await names()).toEqual(["Owl"]);
  });

  it("is the project panel's selection when the timeline has none", async () => {
    editor.state.panelSelection = [editor.addProjectItem(FOX)];
    expect(await editor.host.readSelection()).toEqual({
      ...NO_SELECTION,
      clips: [FOX],
    });
  });

  it("is the timeline's selection when both have one", async () => {
    editor.state.panelSelection = [editor.addProjectItem(OWL)];
    editor.selectClips([FOX]);
    expect(await names()).toEqual(["Fox"]);
  });

  it("leaves out bins and clips without a project item, such as titles", async () => {
    editor.state.panelSelection = [
      editor.state.makeItem("Bin", { children: [] }),
      editor.addProjectItem(FOX),
    ];
    expect(await names()).toEqual(["Fox"]);
    const title = { item: null, name: "Title", start: 0, end: 1, sourceStart: 0, selected: true };
    sequence().video[1]?.push(title);
    expect(await editor.host.readSelection()).toMatchObject({ clips: [], unreadable: [] });
  });

  it("works without an open sequence", async () => {
    editor.state.panelSelection = [editor.addProjectItem(FOX)];
    editor.closeSequence();
    expect(await names()).toEqual(["Fox"]);
  });

  it.each([false, true])("is nothing without a project (Premiere throws: %s)", async (throws) => {
    editor.state.isProjectOpen = false;
    editor.state.faults.throwWithoutProject = throws;
    expect(await editor.host.readSelection()).toEqual(NO_SELECTION);
  });
});

describe("a clip that cannot be read", () => {
  const failing = (call: string, name: string, how: "rejects" | "throws"): void => {
    editor.state.faults.failing = (called, node) =>
      called === call && isOf(node, name) ? how : undefined;
  };

  it.each([
    ["VideoClipTrackItem.getProjectItem", "rejects"],
    ["VideoClipTrackItem.getProjectItem", "throws"],
    ["ProjectItem.getId", "throws"],
    ["ClipProjectItem.cast", "throws"],
  ] as const)("is left out and named, while the rest is read: %s %s", async (call, how) => {
    editor.selectClips([OWL, FOX]);
    editor.state.sequence?.audio.forEach((track) => track.splice(0));
    failing(call, "Owl", how);
    expect(await editor.host.readSelection()).toEqual({
      ...NO_SELECTION,
      clips: [FOX],
      sequence: "Rough cut",
      unreadable: ["Owl"],
    });
  });

  it("is one whose every text is refused", async () => {
    editor.selectClips([OWL, FOX]);
    editor.state.faults.failing = (call, node) =>
      /^(Metadata|Markers|Transcript)\./.test(call) && isOf(node, "Owl") ? "throws" : undefined;
    const { clips, unreadable } = await editor.host.readSelection();
    expect([clips, unreadable]).toEqual([[FOX], ["Owl"]]);
  });

  it.each([
    ["Metadata.getProjectColumnsMetadata", { description: "", logNote: "", comment: "" }],
    ["Metadata.getXMPMetadata", { keywords: [] }],
    ["Markers.getMarkers", { markers: [] }],
    ["Transcript.hasTranscript", {}],
  ])("keeps its other texts where only some are refused: %s", async (call, missing) => {
    editor.selectClips([FOX]);
    failing(call, "Fox", "throws");
    const { clips, unreadable } = await editor.host.readSelection();
    expect([clips, unreadable]).toEqual([[{ ...FOX, ...missing }], []]);
  });

  it("is named by its place where it does not say its name", async () => {
    const item = editor.addProjectItem(OWL);
    const [start, end] = [ticks(72), ticks(75)];
    sequence().video[1]?.push({ item, name: "Owl", start, end, sourceStart: 0, selected: true });
    editor.state.faults.failing = (call) =>
      /getProjectItem|getName/.test(call) ? "rejects" : undefined;
    const { unreadable } = await editor.host.readSelection();
    expect(unreadable).toEqual(["A clip on V2 at 1:12.0"]);
  });

  it("is called a clip where nothing at all is known of it", async () => {
    editor.selectClips([FOX]);
    editor.state.faults.failing = (call) => (/TrackItem\./.test(call) ? "rejects" : undefined);
    expect(await editor.host.readSelection()).toEqual({ ...NO_SELECTION, unreadable: ["A clip"] });
  });
});

describe("the sequence's markers", () => {
  const mark = (at: number, name: string): void => editor.addSequenceMarker(at, name, "");
  const told = async (): Promise<string[]> =>
    (await editor.host.readSelection()).markers.map(({ name }) => name);

  it("are those that begin within a selected clip", async () => {
    editor.selectClips([FOX, OWL]); // at 200 s and at 201 s
    mark(199.96, "before");
    mark(200, "on the cut");
    mark(201.5, "in the second");
    mark(202, "on the next cut");
    expect(await told()).toEqual(["on the cut", "in the second"]);
  });

  it("are none for a selection in the project panel", async () => {
    editor.state.panelSelection = [editor.addProjectItem(FOX)];
    mark(200, "in the sequence");
    expect(await told()).toEqual([]);
    expect(editor.calls.of("Markers.getMarkers")).toBeGreaterThan(0);
  });

  it("are a hundred at most, though 5,000 are set", async () => {
    editor.selectClips([FOX]);
    for (let index = 0; index < 5000; index++) mark(200 + index / 5000, `beat ${index}`);
    expect(await told()).toHaveLength(100);
  });

  it("do not cost the clips when they cannot be read", async () => {
    editor.selectClips([FOX]);
    mark(200, "in the sequence");
    editor.state.faults.failing = (call, node) =>
      call === "Markers.getMarkers" && Object.is(node, sequence()) ? "rejects" : undefined;
    expect(await editor.host.readSelection()).toEqual({
      ...NO_SELECTION,
      clips: [FOX],
      sequence: "Rough cut",
    });
  });
});

describe("a large selection", () => {
  // Each of these characters needs two in JSON.
  const long = '\\"'.repeat(25_000);
  const loaded = (): ItemNode => {
    const item = editor.addProjectItem(FOX);
    const markers = Array.from({ length: 500 }, () => ({ name: long, comments: long }));
    const words = [{ text: long, start: 0, duration: 1 }];
    const texts = ["Description", "Log Note", "Comment"];
    return Object.assign(item, {
      name: long,
      columns: texts.map((ColumnName) => ({ ColumnName, ColumnValue: long })),
      markers,
      transcript: JSON.stringify({ segments: [{ words }] }),
    });
  };

  it("ends after 200 clips and fits into one message", async () => {
    editor.state.panelSelection = Array.from({ length: 205 }, loaded);
    const selection = await editor.host.readSelection();
    expect(selection.clips).toHaveLength(200);
    expect(v.parse(SelectionSchema, selection)).toEqual(selection);
    expect(JSON.stringify(selection).length).toBeLessThan(MESSAGE_LIMIT * 0.95);
    // What is most likely to be the editor's own words comes before the rest.
    expect(selection.clips.at(-1)?.comment).toHaveLength(2000);
  });

  it("fits when half of it cannot be read, and has odd characters", async () => {
    editor.state.panelSelection = Array.from({ length: 200 }, loaded);
    for (const item of editor.state.panelSelection) item.name = "\ud800\u0007".repeat(500);
    editor.state.faults.failing = (call, node) =>
      call === "ClipProjectItem.cast" && Number(node && "id" in node && node.id.slice(5)) % 2 === 0
        ? "throws"
        : undefined;
    const selection = await editor.host.readSelection();
    expect(selection.unreadable.length).toBeGreaterThan(90);
    expect(v.parse(SelectionSchema, selection)).toEqual(selection);
    expect(JSON.stringify(selection).length).toBeLessThan(MESSAGE_LIMIT * 0.95);
  });

  it("is read side by side, without a look at the tracks", async () => {
    editor.selectClips(Array.from({ length: 100 }, (_, index) => ({ ...FOX, name: `${index}` })));
    editor.state.calls.latency = 30;
    const begin = performance.now();
    expect(await names()).toHaveLength(100);
    // Some 1,500 calls; one after the other they would take 45 s.
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(editor.calls.of("VideoTrack.getTrackItems")).toBe(0);
  });
});
