import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { HostInfoSchema } from "../../../src/contract/editor-host.ts";
import { PlaceSchema } from "../../../src/contract/place.ts";
import { NO_SELECTION, SelectionSchema } from "../../../src/contract/selection.ts";
import { compose, describe as describeWith } from "../../../src/panel/scene/compose.ts";
import { partsOf } from "../../../src/panel/scene/parts-of.ts";
import { BARE, CLIP, type Bench } from "./bench.ts";

export function testReading(bench: Bench): void {
  it("describes itself within the schema", async () => {
    bench.editor.setTheme("light");
    const info = await bench.host.describe();
    expect(v.parse(HostInfoSchema, info)).toEqual(info);
    expect(info.name).not.toBe("");
    expect(info.theme).toBe("light");
    expect(info.importable).toEqual(expect.arrayContaining(["mp3", "wav"]));
    expect(info.importable).not.toContain("flac");
  });

  describe("reading the place", () => {
    it("tells playhead, length and tracks, and no range where none is marked", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 });
      bench.editor.setPlayhead(12);
      const place = await bench.host.readPlace();
      expect(v.parse(PlaceSchema, place)).toEqual(place);
      const { audioTracks } = bench.editor;
      expect(place.sequence).toMatchObject({ playhead: 12, range: null, audioTracks });
      expect(place.sequence?.name).not.toBe("");
      expect(place.sequence?.seconds).toBeCloseTo(300);
    });

    it("tells the marked range", async () => {
      bench.editor.setRange({ start: 4, end: 9 });
      expect((await bench.host.readPlace()).sequence?.range).toEqual({ start: 4, end: 9 });
      bench.editor.setRange(null);
      expect((await bench.host.readPlace()).sequence?.range).toBeNull();
    });

    it("tells the open project, the same each time, and with no sequence as well", async () => {
      const { project } = await bench.host.readPlace();
      expect(project?.id).not.toBe("");
      expect(project?.name).not.toBe("");
      bench.editor.closeSequence();
      expect((await bench.host.readPlace()).project).toEqual(project);
    });

    it("says that nothing is open when no sequence is", async () => {
      bench.editor.closeSequence();
      expect((await bench.host.readPlace()).sequence).toBeNull();
    });
  });

  describe("reading the selection", () => {
    it("gives every text of every selected clip", async () => {
      bench.editor.selectClips([CLIP, BARE]);
      const selection = await bench.host.readSelection();
      expect(v.parse(SelectionSchema, selection)).toEqual(selection);
      const { sequence } = await bench.host.readPlace();
      const unmarked = { markers: [], sequence: sequence?.name, unreadable: [] };
      expect(selection).toEqual({ clips: [CLIP, BARE], ...unmarked });
    });

    it("gives the beginning of what is said for three hours, and says that it is cut", async () => {
      const transcript = "hear the forest ".repeat(9000);
      bench.editor.selectClips([{ ...BARE, transcript }]);
      const [clip] = (await bench.host.readSelection()).clips;
      // Blanks at its end may be gone.
      expect([9999, 10_000]).toContain(clip?.transcript.length);
      expect(transcript.startsWith(clip?.transcript ?? "?")).toBe(true);
      expect(clip?.transcriptCut).toBe(true);
    });

    it("gives the sequence's markers that lie within the selected clips", async () => {
      bench.editor.addSequenceMarker(150, "Elsewhere", "Not over what is selected.");
      bench.editor.addSequenceMarker(200.5, "Turn", "The mood changes.");
      bench.editor.selectClips([BARE]);
      const { markers } = await bench.host.readSelection();
      expect(markers).toEqual([{ name: "Turn", comments: "The mood changes." }]);
    });

    it("has all that it takes to describe the scene", async () => {
      bench.editor.selectClips([{ ...CLIP, name: "A001_C003.mov", keywords: [], location: "" }]);
      const parts = partsOf(await bench.host.readSelection()).filter(
        ({ kind }) => kind !== "sequence",
      );
      expect(describeWith("no drums", compose(parts, "no drums"))).toBe(
        "no drums, Funny! playful, Slips, Beat here, A young fox plays, Wildlife, learn, hear",
      );
    });

    it("is empty where nothing is selected, and where no sequence is open", async () => {
      expect(await bench.host.readSelection()).toEqual(NO_SELECTION);
      bench.editor.closeSequence();
      expect(await bench.host.readSelection()).toEqual(NO_SELECTION);
    });
  });
}
