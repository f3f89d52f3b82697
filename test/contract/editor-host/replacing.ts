import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { InsertReportSchema } from "../../../src/contract/cue.ts";
import { CLIP, NO_AUDIO, type Bench } from "./bench.ts";

export function testReplacing(bench: Bench): void {
  describe("replacing", () => {
    const selectOnly = (track: number, start: number): void =>
      bench.editor.selectAudioClips([bench.clipAt(track, start)]);

    it("keeps track, place, length and volume, and reports what the timeline then holds", async () => {
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      await bench.insert({ start: 0, end: 10 }, 50, { track: 1 });
      bench.editor.setVolume(bench.clipAt(1, 20), 0.5);
      selectOnly(1, 20);
      const report = await bench.host.replace(bench.otherCue({ start: 5, end: 9 }));
      expect(v.parse(InsertReportSchema, report)).toEqual(report);
      const clip = bench.clipAt(1, 20);
      expect(report).toMatchObject({ clipName: clip.name, start: clip.start, end: clip.end });
      expect(report).toMatchObject({ audioTrack: 1, pushed: 0 });
      expect(clip.name).toContain("Second Wind");
      bench.isAbout(clip.end, 30);
      bench.isAbout(clip.sourceStart, 5);
      expect(clip.volume.map(({ volume }) => volume)).toEqual([expect.closeTo(0.5)]);
      expect(bench.editor.audioClips()).toHaveLength(2);
    });

    it("replaces a clip that is not Needledrop's as well", async () => {
      bench.editor.addAudioClip(0, { start: 40, end: 55 });
      selectOnly(0, 40);
      await bench.host.replace(bench.otherCue({ start: 0, end: 15 }));
      expect(bench.clipAt(0, 40).name).toContain("Second Wind");
      bench.isAbout(bench.clipAt(0, 40).end, 55);
      expect(bench.editor.audioClips()).toHaveLength(1);
    });

    it("begins earlier in the track where the rest of it is too short", async () => {
      const { audioSeconds } = bench.editor;
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      selectOnly(1, 20);
      await bench.host.replace(bench.otherCue({ start: audioSeconds - 3, end: audioSeconds }));
      bench.isAbout(bench.clipAt(1, 20).sourceStart, audioSeconds - 10);
      bench.isAbout(bench.clipAt(1, 20).end, 30);
    });

    it("is shorter, and says so, where the whole track is", async () => {
      const { audioSeconds } = bench.editor;
      bench.editor.addAudioClip(1, { start: 20, end: 20 + audioSeconds + 15 });
      selectOnly(1, 20);
      const report = await bench.host.replace(bench.otherCue({ start: 30, end: 40 }));
      bench.isAbout(report.end, 20 + audioSeconds);
      bench.isAbout(bench.clipAt(1, 20).sourceStart, 0);
      expect(report.notes).toHaveLength(1);
    });

    it("is taken back by one undo", async () => {
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      const before = bench.editor.audioClips();
      selectOnly(1, 20);
      const report = await bench.host.replace(bench.otherCue({ start: 5, end: 9 }));
      expect(report).toMatchObject({ undoSteps: 1, notes: [] });
      bench.editor.undo();
      expect(bench.editor.audioClips()).toEqual(before);
    });

    it("is taken back by as many undos as it says where the clip had a volume of its own", async () => {
      await bench.insert({ start: 0, end: 10 }, 20, { track: 1 });
      bench.editor.setVolume(bench.clipAt(1, 20), 0.5);
      const before = bench.editor.audioClips();
      selectOnly(1, 20);
      bench.undo(await bench.host.replace(bench.otherCue({ start: 5, end: 9 })));
      expect(bench.editor.audioClips()).toEqual(before);
    });

    const replace = () => bench.host.replace(bench.otherCue({ start: 0, end: 10 }));

    it("refuses when nothing is selected", async () => {
      await bench.insert({ start: 0, end: 10 }, 20);
      bench.editor.selectAudioClips([]);
      await bench.isRefused(replace, /select/i);
    });

    it("refuses when several clips are selected", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 });
      bench.editor.addAudioClip(0, { start: 30, end: 40 });
      bench.editor.selectAudioClips(bench.editor.audioClips());
      await bench.isRefused(replace, /select/i);
    });

    it("refuses a clip with picture", async () => {
      bench.editor.selectClips([CLIP]);
      await bench.isRefused(replace, /picture|audio clip/i);
    });

    it("refuses audio that is not there", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 });
      bench.editor.selectAudioClips(bench.editor.audioClips());
      const missing = bench.cue({ start: 0, end: 10 }, { audio: NO_AUDIO });
      await bench.isRefused(() => bench.host.replace(missing), /audio/i);
    });

    it("refuses when no sequence is open", async () => {
      bench.editor.closeSequence();
      await bench.isRefused(replace, /sequence/i);
    });
  });
}
