import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { CueSheetSchema } from "../../../src/contract/cue-sheet.ts";
import type { Bench } from "./bench.ts";

export function testCueSheet(bench: Bench): void {
  describe("the cue sheet", () => {
    const layTwo = async (): Promise<void> => {
      await bench.insert({ start: 5, end: 15 }, 50, { track: 1 });
      await bench.insert({ start: 0, end: 8 }, 20, {
        track: 2,
        cue: bench.otherCue({ start: 0, end: 8 }),
      });
    };

    it("names what lies there, where and under which terms, as it is heard", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 90 });
      await layTwo();
      const sheet = await bench.host.readCueSheet();
      expect(v.parse(CueSheetSchema, sheet)).toEqual(sheet);
      const name = (await bench.host.readPlace()).sequence?.name;
      expect(sheet).toMatchObject({ sequence: name, zero: 0, unidentified: [] });
      expect(sheet.frameRate).toBeCloseTo(1 / bench.editor.frame);
      const about = (seconds: number): unknown => expect.closeTo(seconds, 1);
      expect(sheet.rows).toEqual([
        {
          trackId: "second-wind",
          title: "Second Wind",
          artist: "Ann",
          licence: { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "Second Wind by Ann" },
          audioTrack: 2,
          start: about(20),
          end: about(28),
          sourceStart: about(0),
        },
        {
          trackId: "first-light",
          title: "First Light",
          artist: "Needledrop",
          licence: { id: "CC0-1.0", name: "Creative Commons Zero" },
          audioTrack: 1,
          start: about(50),
          end: about(60),
          sourceStart: about(5),
        },
      ]);
    });

    it("still knows a track whose clip was renamed", async () => {
      await layTwo();
      bench.editor.rename(bench.clipAt(1, 50), "Opening");
      const { rows, unidentified } = await bench.host.readCueSheet();
      expect(rows.map(({ title }) => title)).toEqual(["Second Wind", "First Light"]);
      expect(unidentified).toEqual([]);
    });

    it("leaves out what was removed, replaced or taken back", async () => {
      await layTwo();
      bench.editor.remove(bench.clipAt(2, 20));
      const titles = async (): Promise<string[]> =>
        (await bench.host.readCueSheet()).rows.map(({ title }) => title);
      expect(await titles()).toEqual(["First Light"]);
      bench.editor.selectAudioClips([bench.clipAt(1, 50)]);
      const report = await bench.host.replace(bench.otherCue({ start: 0, end: 10 }));
      expect(await titles()).toEqual(["Second Wind"]);
      bench.undo(report);
      expect(await titles()).toEqual(["First Light"]);
    });

    it("is empty where there is no music", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 90 });
      expect((await bench.host.readCueSheet()).rows).toEqual([]);
    });

    it("refuses when no sequence is open", async () => {
      bench.editor.closeSequence();
      await bench.isRefused(() => bench.host.readCueSheet(), /sequence/i);
    });
  });
}
