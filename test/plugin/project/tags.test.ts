import type { ClipProjectItem, Project } from "@adobe/premierepro";
import { beforeEach, describe, expect, it } from "vitest";
import { activeProject } from "../../../plugin/premiere.ts";
import { tagReader, writeTag } from "../../../plugin/project/tags.ts";
import type { TrackTag } from "../../../src/contract/cue-sheet.ts";
import { fakePremiere } from "../fake/premiere.ts";
import { projectItem } from "../fake/items.ts";
import { TAG } from "../cues.ts";
import type { ItemNode } from "../fake/state.ts";
import { openPremiere, type PremiereHarness } from "../premiere-harness.ts";

let editor: PremiereHarness;
let project: Project;
let node: ItemNode;
beforeEach(async () => {
  editor = openPremiere();
  const open = await activeProject(premiere());
  if (open === null) throw new Error("No project is open.");
  project = open;
  node = editor.state.makeItem("first-light.mp3");
  editor.state.root.children?.push(node);
});

const premiere = () => fakePremiere(editor.state, editor.events);
const clip = (): Parameters<typeof writeTag>[2] => {
  const item = projectItem(editor.state, node);
  const cast: ClipProjectItem = premiere().ClipProjectItem.cast(item);
  return { item, clip: cast };
};
const write = (tag = TAG, rename = false): Promise<boolean> =>
  writeTag(premiere(), project, clip(), tag, rename);
const read = (): Promise<TrackTag | null> => tagReader(premiere(), project)(clip());

describe("what is kept beside a track", () => {
  it("is read back, whatever the item is called by then", async () => {
    expect(await write()).toBe(true);
    node.name = "Music 1";
    expect(await read()).toEqual(TAG);
  });

  it("is written once, and again only when it changes", async () => {
    await write();
    await write();
    expect(editor.state.ledger.labels).toHaveLength(1);
    await write({ ...TAG, artist: "Somebody" });
    expect((await read())?.artist).toBe("Somebody");
  });

  it("names a new item in the same undo step", async () => {
    await write(TAG, true);
    expect(node.name).toBe("First Light");
    editor.undo();
    expect([node.name, await read()]).toEqual(["first-light.mp3", null]);
  });

  it("is kept although the item cannot be named", async () => {
    editor.state.faults.failing = (call) =>
      call === "ClipProjectItem.createSetNameAction" ? "throws" : undefined;
    expect(await write(TAG, true)).toBe(true);
    expect(node.properties.size).toBe(1);
  });

  it("is kept by the project where the host gives clips no properties", async () => {
    editor.state.faults.failing = (call, given) =>
      call === "Properties.getProperties" && given === node ? "rejects" : undefined;
    expect(await write()).toBe(true);
    expect(await read()).toEqual(TAG);
  });

  it("counts as kept only when it is there: a transaction that does nothing is not believed", async () => {
    editor.state.faults.transaction = () => "ignored";
    expect(await write()).toBe(false);
    expect(await read()).toBeNull();
  });

  it("is nothing where the text is not one of ours", async () => {
    expect(await read()).toBeNull();
    await write();
    for (const [name] of node.properties) node.properties.set(name, "{}");
    expect(await read()).toBeNull();
  });
});
