import { afterEach, describe, expect, it } from "vitest";
import * as v from "valibot";
import type { HostEvent } from "../../../src/contract/editor-host.ts";
import { SequencePlaybackSchema } from "../../../src/contract/sequence-playback.ts";
import type { Bench } from "./bench.ts";

/** What every host does about the playback of its sequence, whether or not panels may start it. */
export function testPlaying(bench: Bench): void {
  describe("playing the sequence", () => {
    let unsubscribe = (): void => undefined;
    afterEach(async () => {
      unsubscribe();
      await bench.host.stopSequence();
    });
    const mayPlay = async (): Promise<boolean> => (await bench.host.describe()).playsSequence;

    it("plays from where it is told, and tells so until it is stopped, or refuses", async () => {
      if (!(await mayPlay())) {
        return bench.isRefused(() => bench.host.playSequence({ from: 20 }), /playback/);
      }
      const told: HostEvent[] = [];
      unsubscribe = bench.host.onEvent((event) => told.push(event));
      const playback = await bench.host.playSequence({ from: 20 });
      expect(v.parse(SequencePlaybackSchema, playback).isPlaying).toBe(true);
      bench.isAbout(playback.at, 20);
      expect(playback.frame).toBeCloseTo(bench.editor.frame);
      await bench.host.stopSequence();
      const stands = told.flatMap((event) => (event.type === "playback" ? [event.playback] : []));
      expect(stands.map(({ isPlaying }) => isPlaying)).toEqual([true, false]);
      bench.isAbout((await bench.host.readPlace()).sequence?.playhead ?? -1, 20);
    });

    it("goes elsewhere while it plays", async () => {
      if (!(await mayPlay())) return;
      await bench.host.playSequence({ from: 20 });
      bench.isAbout((await bench.host.playSequence({ from: 100 })).at, 100);
      bench.isAbout((await bench.host.readPlace()).sequence?.playhead ?? -1, 100);
    });

    it("refuses without a sequence", async () => {
      bench.editor.closeSequence();
      await bench.isRefused(() => bench.host.playSequence({ from: 0 }), /sequence|playback/);
    });

    it("may be told to stop while nothing plays", async () => {
      await expect(bench.host.stopSequence()).resolves.toBeUndefined();
    });
  });
}
