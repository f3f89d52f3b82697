import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { FramesSchema, type Frame } from "../../../src/contract/frames.ts";
import { pictureSize } from "../picture.ts";
import { BARE, CLIP, type Bench } from "./bench.ts";

export function testFrames(bench: Bench): void {
  describe("pictures of the selection", () => {
    const bytes = (frame: Frame): Uint8Array => Buffer.from(frame.data, "base64");

    it("come one from each clip, in the size that was asked for", async () => {
      bench.editor.selectClips([CLIP, BARE]);
      const { frames, notes } = await bench.host.framesOf({ count: 2, size: 224 });
      expect(v.parse(FramesSchema, { frames, notes })).toEqual({ frames, notes });
      expect(notes).toEqual([]);
      expect(frames.map(({ clip }) => clip)).toEqual([CLIP.name, BARE.name]);
      expect(frames.map(({ at }) => Math.floor(at))).toEqual([200, 201]);
      for (const frame of frames) {
        const { width, height, type } = pictureSize(bytes(frame));
        expect(type).toBe(frame.type);
        expect(Math.max(width, height)).toBe(224);
      }
    });

    it("come spread over a clip where there are more of them than clips", async () => {
      bench.editor.selectClips([CLIP]);
      const { frames } = await bench.host.framesOf({ count: 3, size: 336 });
      const times = frames.map(({ at }) => at);
      expect(new Set(times).size).toBe(3);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every((at) => at >= 200 && at < 201)).toBe(true);
    });

    it("come no more than were asked for, each from another clip", async () => {
      const clips = ["one", "two", "three", "four"].map((name) => ({ ...BARE, name }));
      bench.editor.selectClips(clips);
      const { frames } = await bench.host.framesOf({ count: 2, size: 224 });
      expect(frames).toHaveLength(2);
      expect(new Set(frames.map(({ clip }) => clip)).size).toBe(2);
    });

    it("come in pairs, a fifth of a second apart in one clip, where motion is wanted", async () => {
      bench.editor.selectClips([CLIP, BARE]);
      const { frames, notes } = await bench.host.framesOf({ count: 2, size: 224, pairs: true });
      expect(notes).toEqual([]);
      expect(frames.map(({ clip }) => clip)).toEqual([CLIP.name, CLIP.name, BARE.name, BARE.name]);
      const [first = 0, second = 0, third = 0, fourth = 0] = frames.map(({ at }) => at);
      expect([second - first, fourth - third].map((apart) => Math.round(apart * 100))).toEqual([
        20, 20,
      ]);
      expect([first, second, third, fourth].map(Math.floor)).toEqual([200, 200, 201, 201]);
    });

    it("come in twelve pairs from a single clip, in time order", async () => {
      bench.editor.selectClips([CLIP]);
      const { frames } = await bench.host.framesOf({ count: 12, size: 224, pairs: true });
      const times = frames.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(times).size).toBe(times.length);
      expect(times.every((at) => at >= 200 && at < 201)).toBe(true);
    });

    it("are refused when no clip with picture is selected", async () => {
      const ask = () => bench.host.framesOf({ count: 1, size: 224 });
      await bench.isRefused(ask, /select/i);
      bench.editor.addAudioClip(0, { start: 10, end: 20 });
      bench.editor.selectAudioClips(bench.editor.audioClips());
      await bench.isRefused(ask, /select/i);
    });

    it("are refused when no sequence is open", async () => {
      bench.editor.closeSequence();
      await bench.isRefused(() => bench.host.framesOf({ count: 1, size: 224 }), /sequence/i);
    });
  });
}
