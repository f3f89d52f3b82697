import { expect, vi } from "vitest";
import * as v from "valibot";
import { FramesSchema, type Frames, type FramesRequest } from "../../../src/contract/frames.ts";
import { TEMPORARY_FOLDER } from "../fake/disk.ts";
import type { FrameFate } from "../fake/exporter.ts";
import { openPremiere, ticks, type PremiereHarness } from "../premiere-harness.ts";

/** A file of somebody else's, where Premiere puts pictures. */
export const THEIRS = `${TEMPORARY_FOLDER}/somebody-elses.jpg`;

/** A Premiere that exports frames, on imagined time. */
export interface FramesRoom {
  readonly editor: PremiereHarness;
  /** Puts clips of these lengths after each other, from 100 s on, and selects their pictures. */
  readonly select: (...lengths: number[]) => void;
  /** What becomes of the first exports, in order; of the others, what should. */
  readonly fates: (...list: FrameFate[]) => void;
  /** Asks for frames, and waits for five minutes. */
  readonly frames: (request?: Partial<FramesRequest>) => Promise<Frames>;
  /** What lies where Premiere puts pictures. */
  readonly filesLeft: () => string[];
}

/** Needs `vi.useFakeTimers()`. */
export function openFramesRoom(): FramesRoom {
  const editor = openPremiere();
  editor.disk.addFile(THEIRS, "not ours");
  return {
    editor,
    select: (...lengths) => {
      let at = 100;
      for (const [index, length] of lengths.entries()) {
        const [start, end] = [ticks(at), ticks(at + length)];
        const name = `Clip ${index + 1}`;
        const item = editor.state.makeItem(name);
        const clip = { item, name, start, end, sourceStart: 0, selected: true };
        editor.state.sequence?.video[1]?.push(clip);
        at += length;
      }
    },
    fates: (...list) => {
      editor.state.faults.frame = (number) => list[number - 1] ?? {};
    },
    frames: async (request = {}) => {
      const asked = editor.host.framesOf({ count: 1, size: 224, ...request });
      asked.catch(() => undefined);
      await vi.advanceTimersByTimeAsync(300_000);
      const answer = await asked;
      expect(v.parse(FramesSchema, answer)).toEqual(answer);
      return answer;
    },
    filesLeft: () =>
      [...editor.disk.files.keys()].filter((path) => path.startsWith(TEMPORARY_FOLDER)),
  };
}
