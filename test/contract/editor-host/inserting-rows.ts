import { describe, expect, it } from "vitest";
import * as v from "valibot";
import type { FittedPassage } from "../../../src/contract/fit.ts";
import { BUNDLED_FOLDER } from "../../../src/contract/host-folders.ts";
import { HostError } from "../../../src/contract/errors.ts";
import {
  ROW_LIMIT,
  RowReportSchema,
  RowRequestSchema,
  type RowReport,
  type RowRequest,
} from "../../../src/contract/row.ts";
import { NO_AUDIO, type Bench } from "./bench.ts";

/** Passages that follow each other, as [from, to] in the track. */
function inARow(...sources: readonly (readonly [number, number])[]): FittedPassage[] {
  let at = 0;
  return sources.map(([start, end]) => {
    const passage = { source: { start, end }, at };
    at += end - start;
    return passage;
  });
}

/** The beginning, a jump forward, a jump back, and the end. */
const FIT = inARow([0, 8.48], [20, 26.04], [12.52, 16.52], [48, 60]);
const LENGTH = 8.48 + 6.04 + 4 + 12;

export function testInsertingRows(bench: Bench): void {
  describe("inserting a row of clips", () => {
    const insert = (
      passages: readonly FittedPassage[] = FIT,
      at: number | null = 20,
      changes: Partial<RowRequest> = {},
    ): Promise<RowReport> => {
      const cue = bench.cue({ start: 0, end: 60 });
      return bench.host.insertRow({ cue, passages: [...passages], at, track: "music", ...changes });
    };

    it("lays each passage where the one before ends, exact to the frame", async () => {
      const report = await insert();
      expect(v.parse(RowReportSchema, report)).toEqual(report);
      expect(report).toMatchObject({ clips: 4, pushed: 0, notes: [] });
      const clips = bench.editor.audioClips();
      const frames = (seconds: number): number => seconds / bench.editor.frame;
      expect(clips.map(({ track }) => track)).toEqual([0, 0, 0, 0]);
      for (const [index, { source, at }] of FIT.entries()) {
        const clip = clips[index];
        expect(frames(clip?.sourceStart ?? -1)).toBeCloseTo(frames(source.start), 6);
        expect(frames(clip?.start ?? -1)).toBeCloseTo(frames(20 + at), 6);
        expect(frames(clip?.end ?? -1)).toBeCloseTo(frames(20 + at + source.end - source.start), 6);
      }
      expect(report.start).toBe(clips[0]?.start);
      expect(report.end).toBe(clips[3]?.end);
      expect(frames(report.end - report.start)).toBeCloseTo(frames(LENGTH), 6);
      expect(report.clipName).toContain("First Light");
    });

    it("begins between two frames of the track where a beat does, and lies on frames all the same", async () => {
      const { frame } = bench.editor;
      const beat = 20 + 0.37 * frame;
      await insert(inARow([0, 8], [beat, beat + 100 * frame]));
      const [, clip] = bench.editor.audioClips();
      expect(clip?.sourceStart).toBeCloseTo(beat, 6);
      expect(clip?.start).toBeCloseTo(28, 6);
      expect(clip?.end).toBeCloseTo(28 + 100 * frame, 6);
    });

    it("is taken back by as many undos as it says", async () => {
      bench.editor.addAudioClip(0, { start: 25, end: 26 });
      const before = bench.editor.audioClips();
      bench.undo(await insert());
      expect(bench.editor.audioClips()).toEqual(before);
    });

    it("leaves an ordinary insert of the track as it is without rows", async () => {
      bench.undo(await insert());
      const report = await bench.insert({ start: 6.4, end: 16.4 }, 1);
      bench.isAbout(bench.clipAt(report.audioTrack, 1).sourceStart, 6.4);
      bench.isAbout(report.end - report.start, 10);
    });

    it("lies in the cue sheet with the track's licence, clip by clip", async () => {
      await insert();
      const { rows, unidentified } = await bench.host.readCueSheet();
      expect(unidentified).toEqual([]);
      expect(rows.map(({ trackId, licence }) => [trackId, licence.id])).toEqual(
        FIT.map(() => ["first-light", "CC0-1.0"]),
      );
    });

    it("goes to the playhead unless told otherwise", async () => {
      bench.editor.setPlayhead(33);
      bench.isAbout((await insert(FIT, null)).start, 33);
    });

    it("overwrites nothing: another track takes the row if a clip is anywhere in its way", async () => {
      bench.editor.addAudioClip(0, { start: 45, end: 46 });
      const before = bench.editor.audioClips();
      const report = await insert();
      expect(report.audioTrack).toBe(1);
      expect(bench.editor.audioClips()).toEqual(expect.arrayContaining([...before]));
    });

    it("refuses a track that was named and is not free, by its name", async () => {
      bench.editor.addAudioClip(1, { start: 45, end: 46 });
      await bench.isRefused(() => insert(FIT, 20, { track: 1 }), /\bA2\b/);
    });

    it("makes a new track for all of its clips", async () => {
      const { audioTracks } = bench.editor;
      const report = await insert(FIT, 20, { track: "new" });
      expect(report).toMatchObject({ audioTrack: audioTracks, clips: 4 });
      expect(bench.editor.audioClips().map(({ track }) => track)).toEqual(
        FIT.map(() => audioTracks),
      );
      expect((await bench.host.readPlace()).sequence?.audioTracks).toBe(audioTracks + 1);
    });

    it("lays the same passage twice, and one alone", async () => {
      await insert(inARow([4, 8], [4, 8]));
      const twice = bench.editor.audioClips();
      expect(twice.map(({ sourceStart }) => Math.round(sourceStart))).toEqual([4, 4]);
      expect((await insert(inARow([4, 8]), 100)).clips).toBe(1);
    });

    it("refuses passages that would lie on each other", async () => {
      const [first, ...others] = FIT;
      const early = others.map((passage) => ({ ...passage, at: passage.at - 1 }));
      await bench.isRefused(() => insert(first ? [first, ...early] : []), /on each other/);
    });

    it("refuses a passage beyond the end of the audio", async () => {
      await bench.isRefused(() => insert(inARow([0, 8], [70, 80])), /beyond the end/);
    });

    it("refuses audio that is not there, and a sequence that is not open", async () => {
      const cue = bench.cue({ start: 0, end: 60 }, { audio: NO_AUDIO });
      await bench.isRefused(() => insert(FIT, 20, { cue }), /audio/i);
      bench.editor.closeSequence();
      await bench.isRefused(() => insert(), /sequence/i);
    });

    it("keeps two rows that are asked for at once apart", async () => {
      const reports = await Promise.all([insert(), insert()]);
      expect(reports.map(({ audioTrack }) => audioTrack).sort()).toEqual([0, 1]);
      expect(bench.editor.audioClips()).toHaveLength(8);
    });

    it("takes no more passages than one request may hold", () => {
      const many = inARow(...Array.from({ length: ROW_LIMIT + 1 }, () => [0, 1] as const));
      const cue = bench.cue({ start: 0, end: 60 });
      const request = { cue, passages: many, at: 0, track: "music" };
      expect(v.is(RowRequestSchema, request)).toBe(false);
      expect(v.is(RowRequestSchema, { ...request, passages: many.slice(1) })).toBe(true);
      expect(v.is(RowRequestSchema, { ...request, passages: [] })).toBe(false);
    });
  });

  describe("the audio that ships", () => {
    const read = async (name: string, position: number, length: number): Promise<Buffer> => {
      const request = { folder: BUNDLED_FOLDER, name, position, length };
      return Buffer.from(await bench.host.readFile(request), "base64");
    };

    it("gives bytes from any place, and fewer where it ends", async () => {
      const { path } = bench.editor.audio;
      const bytes = Buffer.from(bench.editor.audioBytes());
      expect(bytes.length).toBeGreaterThanOrEqual(8);
      expect(await read(path, 0, 4)).toEqual(bytes.subarray(0, 4));
      expect(await read(path, 1, 4)).toEqual(bytes.subarray(1, 5));
      expect(await read(path, bytes.length - 2, 100)).toEqual(bytes.subarray(-2));
      expect(await read(path, bytes.length, 100)).toHaveLength(0);
    });

    it("is in no list, and holds nothing else", async () => {
      const known = await bench.host.knownFolders();
      expect(known.map(({ id }) => id)).not.toContain(BUNDLED_FOLDER);
      for (const name of [NO_AUDIO.path, "../manifest.json", "index html", "a/../../b.mp3"])
        await expect(read(name, 0, 1)).rejects.toBeInstanceOf(HostError);
    });
  });
}
