import { beforeEach, describe, expect, it } from "vitest";
import type { SceneClip } from "../../../src/contract/selection.ts";
import { sceneClip } from "../../scene-clip.ts";
import type { ItemNode } from "../fake/state.ts";
import { xmpPacket } from "../fake/xmp.ts";
import { openPremiere, transcriptJson, type PremiereHarness } from "../premiere-harness.ts";

const CLIP = sceneClip({
  name: "Fox",
  description: "A young fox plays.",
  logNote: "Funny!",
  comment: "Trim it.",
});

let editor: PremiereHarness;
beforeEach(() => {
  editor = openPremiere();
});

/** What is read of a clip that is selected in the project panel, with `changes` made to it. */
async function read(changes: Partial<ItemNode>): Promise<SceneClip | undefined> {
  const item = Object.assign(editor.addProjectItem(CLIP), changes);
  editor.state.panelSelection = [item];
  return (await editor.host.readSelection()).clips[0];
}

const xmpOf = (description: string): string =>
  `<rdf:Description dc:description="${description}" photoshop:City="Ghent"/>`;

describe("a clip's texts", () => {
  it("are found where Premiere speaks another language", async () => {
    const path = ["project", "Column.PropertyText.LogNote"];
    const columns = [
      { ColumnName: "Beschreibung", ColumnValue: "Nicht gemeint.", ColumnPath: ["project"] },
      { ColumnName: "Protokollnotiz", ColumnPath: path, ColumnValue: "Lustig!" },
    ];
    expect(await read({ columns })).toMatchObject({ description: "", logNote: "Lustig!" });
  });

  it("have the columns that describe, whatever they are called, and no others", async () => {
    const path = ["project", "Column.PropertyText.Scene"];
    const columns = [
      { ColumnName: "Szene", ColumnValue: "Der Brief", ColumnPath: path },
      { ColumnName: "Mood", ColumnValue: "tender" },
      { ColumnName: "Genre", ColumnValue: " " },
      { ColumnName: "Tape Name", ColumnValue: "A001" },
      { ColumnName: "Shot", ColumnValue: 12 },
    ];
    expect((await read({ columns }))?.columns).toEqual([
      { name: "Szene", text: "Der Brief" },
      { name: "Mood", text: "tender" },
    ]);
  });

  it("are empty where a column holds no text", async () => {
    const columns = [{ ColumnName: "Description", ColumnValue: 12 }];
    expect((await read({ columns }))?.description).toBe("");
  });

  it("take the description from the file's XMP only where the column has none", async () => {
    const xmp = xmpOf("From the camera.");
    expect(await read({ xmp })).toEqual({ ...CLIP, location: "Ghent" });
    const columns = [{ ColumnName: "Description", ColumnValue: "" }];
    expect((await read({ xmp, columns }))?.description).toBe("From the camera.");
  });

  it("have the keywords and the place from the XMP", async () => {
    const xmp = xmpPacket({ keywords: ["snow", "night", ""], location: "North col" });
    expect(await read({ xmp })).toMatchObject({
      keywords: ["snow", "night"],
      location: "North col",
    });
  });

  it.each(["", "not XMP", "<dc:description>", xmpOf("x").slice(0, 40)])(
    "survive XMP that reads “%s”",
    async (xmp) => {
      expect(await read({ xmp })).toEqual(CLIP);
    },
  );

  it.each(["not JSON", "null", '[{"ColumnName":1}]'])(
    "survive columns that read %s",
    async (json) => {
      const parse = { toJSON: () => JSON.parse(json) as unknown };
      const columns = (json === "not JSON" ? undefined : parse) as unknown as ItemNode["columns"];
      expect(await read({ columns })).toEqual({
        ...CLIP,
        description: "",
        logNote: "",
        comment: "",
      });
    },
  );

  it("are cut to what a search can use", async () => {
    const long = "x".repeat(50_000);
    const clip = await read({
      name: long,
      columns: [{ ColumnName: "Comment", ColumnValue: long }],
      markers: Array.from({ length: 5000 }, () => ({ name: long, comments: long })),
      transcript: transcriptJson(long),
      xmp: xmpPacket({
        keywords: Array.from({ length: 500 }, () => "y".repeat(1000)),
        location: long,
      }),
    });
    expect(clip?.name).toHaveLength(1000);
    expect(clip?.comment).toHaveLength(2000);
    expect(clip?.keywords).toHaveLength(100);
    expect(clip?.keywords[0]).toHaveLength(200);
    expect(clip?.location).toHaveLength(1000);
    expect(clip?.markers).toHaveLength(100);
    expect(clip?.markers[0]).toEqual({ name: "x".repeat(1000), comments: "x".repeat(2000) });
    expect(clip?.transcript).toHaveLength(10_000);
    expect(clip?.transcriptCut).toBe(true);
  });

  it("leave out markers that say nothing", async () => {
    const markers = [
      { name: "", comments: "" },
      { name: "", comments: "Rain." },
    ];
    expect((await read({ markers }))?.markers).toEqual([{ name: "", comments: "Rain." }]);
  });
});
