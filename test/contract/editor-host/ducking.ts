import { describe, expect, it } from "vitest";
import * as v from "valibot";
import {
  DEFAULT_DUCKING,
  DuckReportSchema,
  UnduckReportSchema,
  type DuckSettings,
} from "../../../src/contract/ducking.ts";
import type { Bench } from "./bench.ts";
import type { AudioClipOnTimeline, SpokenWord } from "./harness.ts";

/** Spoken from 12 to 14 s where the clip begins at 10 s. */
const WORDS: readonly SpokenWord[] = [
  { text: "You", start: 2, end: 2.4 },
  { text: "learn", start: 2.5, end: 3 },
  { text: "to", start: 3, end: 3.2 },
  { text: "hear.", start: 3.3, end: 4 },
];
const DEEP: DuckSettings = { ...DEFAULT_DUCKING, depth: 12 };
const under = (depth: number): unknown => expect.closeTo(10 ** (-depth / 20), 3);

export function testDucking(bench: Bench): void {
  describe("ducking", () => {
    /** Speech on A1 from 10 to 20 s, music on A2 under and around it. */
    const speechAndMusic = async (words?: readonly SpokenWord[]): Promise<void> => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 }, words);
      await bench.insert({ start: 0, end: 30 }, 0, { track: 1 });
    };

    it("brings the music down while words are spoken, and back up", async () => {
      await speechAndMusic(WORDS);
      const report = await bench.host.duck(DEEP);
      expect(v.parse(DuckReportSchema, report)).toEqual(report);
      expect(report).toEqual({ clips: 1, dips: 1, basis: "transcript", dialogue: [0], notes: [] });
      const music = bench.clipAt(1, 0);
      expect([5, 13, 18].map((at) => volumeAt(music, at))).toEqual([under(0), under(12), under(0)]);
    });

    it("goes by where clips lie on a track that has no transcript", async () => {
      await speechAndMusic();
      const report = await bench.host.duck({ ...DEEP, dialogue: [0] });
      expect(report).toMatchObject({ clips: 1, dips: 1, basis: "clips", dialogue: [0] });
      const music = bench.clipAt(1, 0);
      expect([5, 11, 19, 25].map((at) => volumeAt(music, at))).toEqual([
        under(0),
        under(12),
        under(12),
        under(0),
      ]);
    });

    it("goes down from the volume that the editor set", async () => {
      await speechAndMusic(WORDS);
      bench.editor.setVolume(bench.clipAt(1, 0), 0.5);
      await bench.host.duck({ ...DEEP, depth: 20 });
      const music = bench.clipAt(1, 0);
      expect([5, 13].map((at) => volumeAt(music, at))).toEqual([
        expect.closeTo(0.5, 3),
        expect.closeTo(0.05, 3),
      ]);
    });

    it("is drawn anew when it is asked for again, not on top", async () => {
      await speechAndMusic(WORDS);
      bench.editor.setVolume(bench.clipAt(1, 0), 0.5);
      await bench.host.duck(DEEP);
      await bench.host.duck({ ...DEEP, depth: 20 });
      const music = bench.clipAt(1, 0);
      expect([5, 13].map((at) => volumeAt(music, at))).toEqual([
        expect.closeTo(0.5, 3),
        expect.closeTo(0.05, 3),
      ]);
    });

    it("leaves clips alone that are not Needledrop's, and music that nobody speaks over", async () => {
      await speechAndMusic(WORDS);
      bench.editor.addAudioClip(2, { start: 0, end: 30 });
      await bench.insert({ start: 0, end: 30 }, 100, { track: 1 });
      const before = bench.editor.audioClips();
      expect(await bench.host.duck(DEEP)).toMatchObject({ clips: 1 });
      const drawn = bench.editor
        .audioClips()
        .filter((clip, i) => clip.volume.length !== before[i]?.volume.length);
      expect(drawn).toEqual([bench.clipAt(1, 0)]);
    });

    it("takes the selected music alone, where music is selected", async () => {
      await speechAndMusic(WORDS);
      await bench.insert({ start: 0, end: 30 }, 0, { track: 2 });
      bench.editor.selectAudioClips([bench.clipAt(2, 0)]);
      expect(await bench.host.duck(DEEP)).toMatchObject({ clips: 1 });
      expect(volumeAt(bench.clipAt(1, 0), 13)).toEqual(under(0));
      expect(volumeAt(bench.clipAt(2, 0), 13)).toEqual(under(12));
    });

    it("is taken back by one undo", async () => {
      await speechAndMusic(WORDS);
      await bench.insert({ start: 0, end: 30 }, 0, { track: 2 });
      const before = bench.editor.audioClips();
      expect(await bench.host.duck(DEEP)).toMatchObject({ clips: 2, dips: 2 });
      expect(bench.editor.audioClips()).not.toEqual(before);
      bench.editor.undo();
      expect(bench.editor.audioClips()).toEqual(before);
    });

    it("is taken away again, and leaves the volume that was there before", async () => {
      await speechAndMusic(WORDS);
      bench.editor.setVolume(bench.clipAt(1, 0), 0.5);
      await bench.host.duck(DEEP);
      const ducked = bench.editor.audioClips();
      const report = await bench.host.unduck();
      expect(v.parse(UnduckReportSchema, report)).toEqual(report);
      expect(report.clips).toBe(1);
      const { volume } = bench.clipAt(1, 0);
      expect(volume.map((point) => point.volume)).toEqual([expect.closeTo(0.5, 3)]);
      bench.editor.undo();
      expect(bench.editor.audioClips()).toEqual(ducked);
    });

    it("refuses when there is no music", async () => {
      bench.editor.addAudioClip(0, { start: 10, end: 20 }, WORDS);
      await bench.isRefused(() => bench.host.duck(DEEP), /music/i);
    });

    it("refuses when nobody speaks", async () => {
      await bench.insert({ start: 0, end: 30 }, 0, { track: 1 });
      await bench.isRefused(() => bench.host.duck(DEEP), /speech|speak/i);
      await bench.isRefused(() => bench.host.duck({ ...DEEP, dialogue: [0] }), /speech|speak/i);
    });

    it("refuses a track that the sequence does not have, by its name", async () => {
      await speechAndMusic(WORDS);
      await bench.isRefused(() => bench.host.duck({ ...DEEP, dialogue: [7] }), /\bA8\b/);
    });

    it("refuses when no sequence is open", async () => {
      bench.editor.closeSequence();
      await bench.isRefused(() => bench.host.duck(DEEP), /sequence/i);
      await bench.isRefused(() => bench.host.unduck(), /sequence/i);
    });
  });
}

/** What is heard of the clip at that second of the sequence. */
function volumeAt({ volume }: AudioClipOnTimeline, at: number): number {
  const after = volume.findIndex((point) => point.at > at);
  const to = volume[after];
  const from = volume[after - 1];
  if (to === undefined || from === undefined) return (to ?? volume.at(-1))?.volume ?? Number.NaN;
  return from.volume + ((at - from.at) / (to.at - from.at)) * (to.volume - from.volume);
}
