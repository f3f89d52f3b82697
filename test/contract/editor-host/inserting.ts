import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { InsertReportSchema } from "../../../src/contract/cue.ts";
import { NO_AUDIO, type Bench } from "./bench.ts";

export function testInserting(bench: Bench): void {
  describe("inserting", () => {
    it("reports what the timeline then holds", async () => {
      const report = await bench.insert({ start: 0, end: 8 }, 20);
      expect(v.parse(InsertReportSchema, report)).toEqual(report);
      const [clip, ...others] = bench.editor.audioClips();
      expect(others).toEqual([]);
      // Whether somebody speaks there, not every host knows.
      expect(report).toMatchObject({
        clipName: clip?.name,
        audioTrack: clip?.track,
        start: clip?.start,
        end: clip?.end,
        pushed: 0,
        undoSteps: 1,
        notes: [],
      });
      expect(report.clipName).toContain("First Light");
      bench.isAbout(report.start, 20);
      bench.isAbout(report.end, 28);
    });

    it("goes to the playhead unless told otherwise", async () => {
      bench.editor.setPlayhead(33);
      const report = await bench.insert({ start: 0, end: 5 }, null);
      bench.isAbout(report.start, 33);
    });

    it("takes just the section that was asked for", async () => {
      const report = await bench.insert({ start: 6.4, end: 16.4 }, 1);
      bench.isAbout(bench.editor.audioClips()[0]?.sourceStart ?? -1, 6.4);
      bench.isAbout(report.end - report.start, 10);
    });

    it("stops where the audio ends, and says so", async () => {
      const { audioSeconds } = bench.editor;
      const report = await bench.insert({ start: audioSeconds - 4, end: audioSeconds + 10 }, 0);
      bench.isAbout(report.end - report.start, 4);
      expect(report.notes).toHaveLength(1);
    });

    it("refuses a section that lies beyond the end of the audio", async () => {
      const { audioSeconds } = bench.editor;
      const source = { start: audioSeconds + 1, end: audioSeconds + 5 };
      await bench.isRefused(() => bench.insert(source, 0), /beyond the end/);
    });

    it("passes over a track that holds anything in the way", async () => {
      bench.editor.addAudioClip(0, { start: 25, end: 26 });
      const before = bench.editor.audioClips();
      const report = await bench.insert({ start: 0, end: 10 }, 20);
      expect(report.audioTrack).toBe(1);
      expect(bench.editor.audioClips()).toEqual(expect.arrayContaining([...before]));
      expect(bench.editor.audioClips()).toHaveLength(2);
    });

    it("fits between two clips that it touches", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 });
      bench.editor.addAudioClip(0, { start: 30, end: 40 });
      for (let track = 1; track < bench.editor.audioTracks; track++)
        bench.editor.addAudioClip(track, { start: 21, end: 22 });
      const before = bench.editor.audioClips();
      const report = await bench.insert({ start: 0, end: 10 }, 20);
      expect(report.audioTrack).toBe(0);
      expect(bench.editor.audioClips()).toEqual(expect.arrayContaining([...before]));
    });

    it("leaves the tracks of others alone while one is empty", async () => {
      bench.editor.addAudioClip(0, { start: 100, end: 110 });
      const report = await bench.insert({ start: 0, end: 10 }, 20);
      expect(report.audioTrack).toBe(1);
    });

    it("keeps its music together on one track", async () => {
      const above = { start: 0, end: 60 };
      bench.editor.addAudioClip(0, above);
      const first = await bench.insert({ start: 0, end: 10 }, 20);
      bench.undo(first);
      bench.editor.addAudioClip(1, above);
      const below = await bench.insert({ start: 0, end: 10 }, 20);
      const later = await bench.insert({ start: 30, end: 40 }, 100);
      expect([first, below, later].map((report) => report.audioTrack)).toEqual([1, 2, 2]);
    });

    it("goes to the lowest track where none is empty", async () => {
      for (let track = 0; track < bench.editor.audioTracks; track++)
        bench.editor.addAudioClip(track, { start: 100, end: 110 });
      const report = await bench.insert({ start: 0, end: 10 }, 20);
      expect(report.audioTrack).toBe(bench.editor.audioTracks - 1);
    });

    it("finds another track for a second cue at the same place", async () => {
      const first = await bench.insert({ start: 0, end: 10 }, 20);
      const second = await bench.insert({ start: 0, end: 10 }, 20);
      expect([first.audioTrack, second.audioTrack]).toEqual([0, 1]);
    });

    it("keeps two cues that are asked for at once apart", async () => {
      const insert = () => bench.insert({ start: 0, end: 10 }, 20);
      const reports = await Promise.all([insert(), insert()]);
      expect(reports.map((report) => report.audioTrack).sort()).toEqual([0, 1]);
      expect(bench.editor.audioClips()).toHaveLength(2);
    });

    it("is taken back by one undo", async () => {
      bench.editor.addAudioClip(0, { start: 25, end: 26 });
      const before = bench.editor.audioClips();
      await bench.insert({ start: 0, end: 10 }, 20);
      bench.editor.undo();
      expect(bench.editor.audioClips()).toEqual(before);
    });

    it("changes nothing and says what to do when no track is free", async () => {
      for (let track = 0; track < bench.editor.audioTracks; track++)
        bench.editor.addAudioClip(track, { start: 21, end: 22 });
      await bench.isRefused(() => bench.insert({ start: 0, end: 10 }, 20), /audio track/i);
    });

    it("refuses when no sequence is open", async () => {
      bench.editor.closeSequence();
      await bench.isRefused(() => bench.insert({ start: 0, end: 10 }, 0), /sequence/i);
    });

    it("refuses audio that is not there, and works again afterwards", async () => {
      const source = { start: 0, end: 10 };
      const cue = bench.cue(source, { audio: NO_AUDIO });
      await bench.isRefused(() => bench.insert(source, 0, { cue }), /audio/i);
      await bench.insert(source, 0);
      expect(bench.editor.audioClips()).toHaveLength(1);
    });

    it("refuses a kind of audio that the application does not import, by name", async () => {
      const source = { start: 0, end: 10 };
      const cue = bench.cue(source, { audio: { kind: "file", path: "/Users/editor/dawn.flac" } });
      await bench.isRefused(() => bench.insert(source, 0, { cue }), /flac/i);
    });
  });
}
