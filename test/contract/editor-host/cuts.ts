import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { CUT_MARKER_LIMIT, CutsSchema, type Cuts } from "../../../src/contract/cuts.ts";
import type { Section } from "../../../src/contract/track.ts";
import { BARE, CLIP, type Bench } from "./bench.ts";

export function testCuts(bench: Bench): void {
  describe("where the picture is cut", () => {
    const read = async (): Promise<Cuts> => {
      const cuts = await bench.host.readCuts();
      expect(v.parse(CutsSchema, cuts)).toEqual(cuts);
      return cuts;
    };
    const inFrames = (times: readonly number[]): number[] =>
      times.map((at) => Math.round(at / bench.editor.frame));
    const are = (cuts: Cuts, wanted: readonly number[]): void =>
      expect(inFrames(cuts.cuts)).toEqual(inFrames(wanted));
    const lay = (...sections: readonly Section[]): void =>
      sections.forEach((section) => bench.editor.addPicture(section));

    it("is told of the whole sequence where nothing is marked or selected", async () => {
      lay({ start: 10, end: 12 }, { start: 12, end: 15 }, { start: 40, end: 41 });
      const cuts = await read();
      expect(cuts).toMatchObject({ of: "sequence", span: { start: 0, end: 300 }, omitted: 0 });
      expect(cuts.frameRate).toBeCloseTo(1 / bench.editor.frame);
      are(cuts, [10, 12, 15, 40, 41]);
    });

    it("is told of the marked range, whatever is selected", async () => {
      lay({ start: 10, end: 12 }, { start: 12, end: 15 }, { start: 40, end: 41 });
      bench.editor.selectClips([CLIP]);
      bench.editor.setRange({ start: 11, end: 40 });
      const cuts = await read();
      expect(cuts).toMatchObject({ of: "range", span: { start: 11, end: 40 } });
      are(cuts, [12, 15]);
    });

    it("is told of the selected clips, from the first to the last of them", async () => {
      bench.editor.selectClips([CLIP, BARE]);
      const cuts = await read();
      expect(cuts).toMatchObject({ of: "selection", span: { start: 200, end: 202 } });
      are(cuts, [201]);
    });

    it("leaves selected sound alone", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 });
      bench.editor.selectAudioClips(bench.editor.audioClips());
      expect((await read()).of).toBe("sequence");
    });

    it("is told of a range of half a second, and of cuts in every frame", async () => {
      const { frame } = bench.editor;
      lay(
        ...Array.from({ length: 20 }, (_, n) => ({
          start: 50 + n * frame,
          end: 50 + (n + 1) * frame,
        })),
      );
      const frames = Math.floor(0.5 / frame);
      bench.editor.setRange({ start: 50, end: 50 + frames * frame });
      const cuts = await read();
      expect(cuts.cuts).toHaveLength(frames - 1);
      expect(inFrames(cuts.cuts.slice(0, 3))).toEqual(
        inFrames([1, 2, 3].map((n) => 50 + n * frame)),
      );
    });

    it("is told of a range of three hours, as far as there is picture", async () => {
      bench.editor.setRange({ start: 100, end: 100 + 3 * 3600 });
      const cuts = await read();
      expect(cuts.span).toEqual({ start: 100, end: 10_900 });
      are(cuts, [300]);
    });

    it("comes with the markers of that part, at most so many", async () => {
      bench.editor.addSequenceMarker(8, "Before", "");
      bench.editor.addSequenceMarker(12, "Second", "");
      bench.editor.addSequenceMarker(10, "First", "");
      bench.editor.addSequenceMarker(20, "After", "");
      bench.editor.setRange({ start: 10, end: 20 });
      const { markers } = await read();
      expect(markers).toEqual([
        { at: 10, name: "First" },
        { at: 12, name: "Second" },
      ]);
      for (let n = 0; n < CUT_MARKER_LIMIT + 1; n += 1) {
        bench.editor.addSequenceMarker(15, "x".repeat(1000), "");
      }
      const many = await read();
      expect(many.markers).toHaveLength(CUT_MARKER_LIMIT);
      expect(many.omitted).toBe(3);
    });

    it("is refused where there is no picture, and where no sequence is open", async () => {
      bench.editor.setRange({ start: 305, end: 310 });
      await bench.isRefused(() => bench.host.readCuts(), /seen/i);
      bench.editor.closeSequence();
      await bench.isRefused(() => bench.host.readCuts(), /sequence/i);
    });
  });
}
