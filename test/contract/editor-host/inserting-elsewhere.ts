import { describe, expect, it } from "vitest";
import type { Bench } from "./bench.ts";

const TEN = { start: 0, end: 10 };

export function testInsertingElsewhere(bench: Bench): void {
  describe("inserting on a track that was named", () => {
    it("lies there, though music would go elsewhere by itself", async () => {
      const report = await bench.insert(TEN, 20, { track: 2 });
      expect(report.audioTrack).toBe(2);
      expect(bench.clipAt(2, 20).name).toContain("First Light");
    });

    it("refuses one that is not free, by its name", async () => {
      bench.editor.addAudioClip(1, { start: 25, end: 26 });
      await bench.isRefused(() => bench.insert(TEN, 20, { track: 1 }), /\bA2\b/);
    });

    it("refuses one that the sequence does not have, by its name", async () => {
      await bench.isRefused(() => bench.insert(TEN, 20, { track: 7 }), /\bA8\b/);
    });
  });

  describe("inserting on a new track", () => {
    it("makes one below all the others, and leaves what lies on those alone", async () => {
      const { audioTracks } = bench.editor;
      bench.editor.addAudioClip(0, { start: 30, end: 40 });
      const before = bench.editor.audioClips();
      const report = await bench.insert(TEN, 20, { track: "new" });
      expect(report).toMatchObject({ audioTrack: audioTracks, pushed: 0 });
      expect((await bench.host.readPlace()).sequence?.audioTracks).toBe(audioTracks + 1);
      expect(bench.editor.audioClips()).toEqual([...before, bench.clipAt(audioTracks, 20)]);
    });

    it("is taken back by as many undos as it says", async () => {
      bench.editor.addAudioClip(0, { start: 30, end: 40 });
      const before = bench.editor.audioClips();
      bench.undo(await bench.insert(TEN, 20, { track: "new" }));
      expect(bench.editor.audioClips()).toEqual(before);
    });
  });

  describe("a ripple insert", () => {
    const places = () =>
      bench.editor
        .audioClips()
        .filter(({ name }) => !name.includes("First Light"))
        .map(({ track, start, end }) => [track, Math.round(start), Math.round(end)]);

    it("pushes what lies later on every track by the length of the cue, and says how much", async () => {
      bench.editor.addAudioClip(0, { start: 5, end: 15 });
      bench.editor.addAudioClip(0, { start: 30, end: 40 });
      bench.editor.addAudioClip(1, { start: 50, end: 60 });
      const report = await bench.insert(TEN, 20, { ripple: true });
      bench.isAbout(report.start, 20);
      bench.isAbout(report.end, 30);
      expect(places()).toEqual([
        [0, 5, 15],
        [0, 40, 50],
        [1, 60, 70],
      ]);
      expect(report.pushed).toBe(2);
      expect((await bench.host.readPlace()).sequence?.seconds).toBeCloseTo(310);
    });

    it("makes room on the very track that it goes to", async () => {
      bench.editor.addAudioClip(0, { start: 25, end: 35 });
      const report = await bench.insert(TEN, 20, { ripple: true, track: 0 });
      expect(report.audioTrack).toBe(0);
      expect(places()).toEqual([[0, 35, 45]]);
    });

    it("is taken back by as many undos as it says", async () => {
      bench.editor.addAudioClip(0, { start: 30, end: 40 });
      const before = bench.editor.audioClips();
      bench.undo(await bench.insert(TEN, 20, { ripple: true }));
      expect(bench.editor.audioClips()).toEqual(before);
      expect((await bench.host.readPlace()).sequence?.seconds).toBeCloseTo(300);
    });

    it("pushes nothing where nothing lies later", async () => {
      const report = await bench.insert(TEN, 300, { ripple: true });
      expect(report.pushed).toBe(0);
    });
  });
}
