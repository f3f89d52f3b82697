import { beforeEach, describe, expect, it } from "vitest";
import type { SceneClip } from "../../src/contract/editor-host.ts";
import type { ItemNode } from "./fake/state.ts";
import { openPremiere, ticks, transcriptJson, type PremiereHarness } from "./premiere-harness.ts";

const CLIP: SceneClip = {
  name: "Fox",
  description: "A young fox plays.",
  logNote: "Funny!",
  comment: "Trim it.",
  markers: [{ name: "Slips", comments: "Beat here." }],
  transcript: "",
};

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

async function readClips(): Promise<readonly SceneClip[]> {
  return (await editor.host.readScene()).clips;
}

/** Selects one clip in the project panel; `changes` are made to it first. */
async function readSelected(changes: Partial<ItemNode>): Promise<SceneClip | undefined> {
  const item = editor.addProjectItem(CLIP);
  Object.assign(item, changes);
  editor.state.panelSelection = [item];
  return (await readClips())[0];
}

describe("what counts as selected", () => {
  it("is one clip for a linked clip's picture and sound", async () => {
    editor.selectClips([CLIP]);
    expect(await readClips()).toEqual([CLIP]);
  });

  it("is found on the tracks where Premiere's selection answers empty", async () => {
    editor.selectClips([CLIP]);
    editor.state.faults.emptySelection = true;
    expect(await readClips()).toEqual([CLIP]);
  });

  it("is the project panel's selection when the timeline has none", async () => {
    editor.state.panelSelection = [editor.addProjectItem(CLIP)];
    expect(await readClips()).toEqual([CLIP]);
  });

  it("is the timeline's selection when both have one", async () => {
    editor.state.panelSelection = [editor.addProjectItem({ ...CLIP, name: "In the panel" })];
    editor.selectClips([CLIP]);
    expect((await readClips()).map((clip) => clip.name)).toEqual(["Fox"]);
  });

  it("leaves out bins and clips without a project item, such as titles", async () => {
    editor.state.panelSelection = [editor.state.makeItem("Bin", { children: [] })];
    expect(await readClips()).toEqual([]);
    const title = { item: null, name: "Title", start: 0, end: 1, sourceStart: 0, selected: true };
    editor.state.sequence?.video[1]?.push(title);
    expect(await readClips()).toEqual([]);
  });

  it("works without an open sequence", async () => {
    editor.state.panelSelection = [editor.addProjectItem(CLIP)];
    editor.closeSequence();
    expect(await editor.host.readScene()).toEqual({ sequence: null, clips: [CLIP] });
  });

  it("ends after 200 clips", async () => {
    editor.state.panelSelection = Array.from({ length: 205 }, () => editor.addProjectItem(CLIP));
    expect(await readClips()).toHaveLength(200);
  });
});

describe("a clip's texts", () => {
  it("are found where Premiere speaks another language", async () => {
    const path = ["project", "Column.PropertyText.LogNote"];
    const columns = [{ ColumnName: "Protokollnotiz", ColumnPath: path, ColumnValue: "Lustig!" }];
    expect((await readSelected({ columns }))?.logNote).toBe("Lustig!");
  });

  it("are empty where a column holds no text", async () => {
    const columns = [{ ColumnName: "Description", ColumnValue: 12 }];
    expect((await readSelected({ columns }))?.description).toBe("");
  });

  it("keep sentences together", async () => {
    const transcript = transcriptJson("Listen , he said . Now");
    expect((await readSelected({ transcript }))?.transcript).toBe("Listen, he said. Now");
  });

  it.each(["not JSON", "{}", '{"segments":[{"words":[{"text":7}]}]}'])(
    "survive a transcript that reads %s",
    async (transcript) => {
      const clip = await readSelected({ transcript });
      expect(clip).toEqual(CLIP);
    },
  );

  it("are cut to what a search can use", async () => {
    const long = "x".repeat(50_000);
    const clip = await readSelected({
      name: long,
      columns: [{ ColumnName: "Comment", ColumnValue: long }],
      markers: Array.from({ length: 500 }, () => ({ name: long, comments: long })),
      transcript: transcriptJson(long),
    });
    expect(clip?.name).toHaveLength(1000);
    expect(clip?.comment).toHaveLength(2000);
    expect(clip?.markers).toHaveLength(100);
    expect(clip?.transcript).toHaveLength(10_000);
  });
});

describe("the sequence", () => {
  it("marks no range where Premiere answers its own bounds", async () => {
    editor.setRange({ start: 0, end: 300 });
    expect((await editor.host.readScene()).sequence?.range).toBeNull();
  });

  it("marks no range where only one point is set", async () => {
    editor.setRange({ start: 5, end: 300 });
    if (editor.state.sequence) editor.state.sequence.outPoint = ticks(-400_000);
    expect((await editor.host.readScene()).sequence?.range).toBeNull();
    editor.setRange({ start: -400_000, end: 5 });
    expect((await editor.host.readScene()).sequence?.range).toBeNull();
  });

  it.each([false, true])("is none without a project (Premiere throws: %s)", async (throws) => {
    editor.state.isProjectOpen = false;
    editor.state.faults.throwWithoutProject = throws;
    expect(await editor.host.readScene()).toEqual({ sequence: null, clips: [] });
  });
});
