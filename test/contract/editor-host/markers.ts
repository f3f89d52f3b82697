import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { MarkReportSchema, type MarkRequest } from "../../../src/contract/clip-markers.ts";
import type { Bench } from "./bench.ts";

const REQUEST: MarkRequest = {
  trackId: "first-light",
  title: "First Light",
  markers: [
    { name: "Build", at: 12.5, seconds: 4 },
    { name: "Drop", at: 30, seconds: 0 },
  ],
};

export function testMarkers(bench: Bench): void {
  describe("marking a track", () => {
    const isMarked = (clip: {
      readonly markers: readonly { name: string; at: number }[];
    }): void => {
      expect(clip.markers.map(({ name }) => name)).toEqual(["Build", "Drop"]);
      bench.isAbout(clip.markers[0]?.at ?? -1, 12.5);
      bench.isAbout(clip.markers[1]?.at ?? -1, 30);
    };

    it("marks every clip of it, whatever stretch it takes", async () => {
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      await bench.insert({ start: 25, end: 45 }, 50, { track: 1 });
      const report = await bench.host.addMarkers(REQUEST);
      expect(v.parse(MarkReportSchema, report)).toEqual(report);
      expect(report).toMatchObject({ added: 2, present: 0 });
      isMarked(bench.clipAt(1, 20));
      isMarked(bench.clipAt(1, 50));
      bench.isAbout(bench.clipAt(1, 20).markers[0]?.seconds ?? -1, 4);
    });

    it("does not set again what is there", async () => {
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      await bench.host.addMarkers(REQUEST);
      const more = {
        ...REQUEST,
        markers: [...REQUEST.markers, { name: "End", at: 50, seconds: 0 }],
      };
      expect(await bench.host.addMarkers(more)).toMatchObject({ added: 1, present: 2 });
      expect(await bench.host.addMarkers(more)).toEqual({ added: 0, present: 3, undoSteps: 0 });
      expect(bench.clipAt(1, 20).markers.map(({ name }) => name)).toEqual(["Build", "Drop", "End"]);
    });

    it("marks a track whose clip was renamed", async () => {
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      bench.editor.rename(bench.clipAt(1, 20), "Opening");
      await bench.host.addMarkers(REQUEST);
      isMarked(bench.clipAt(1, 20));
    });

    it("is taken back by as many undos as it says", async () => {
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      bench.undo(await bench.host.addMarkers(REQUEST));
      expect(bench.clipAt(1, 20).markers).toEqual([]);
    });

    it("refuses a track that the project does not hold, by name", async () => {
      await bench.insert({ start: 0, end: 10 }, 20);
      const unknown = { ...REQUEST, trackId: "never-laid", title: "Never Laid" };
      await bench.isRefused(() => bench.host.addMarkers(unknown), /Never Laid/);
    });
  });
}
