import type { ExporterStatic } from "@adobe/premierepro";
import { greyJpeg } from "../../contract/picture.ts";
import { inFolder } from "./disk.ts";
import { handle, need } from "./parameters.ts";
import { FakeSequence } from "./sequence.ts";
import { TICKS_PER_SECOND, ticksOf } from "./times.ts";

/** What becomes of one exported frame; what is left out goes as on 26.3.2. */
export interface FrameFate {
  /** What the call says; `never`: nothing at all. */
  readonly says?: boolean | "never" | "rejects";
  /** Milliseconds from the call until the file is there. */
  readonly afterMs?: number;
  /** Milliseconds until all of the file is there. */
  readonly growsMs?: number;
  /** What Premiere puts behind the name that was asked for. */
  readonly ending?: string;
  /** What it writes; null: nothing. */
  readonly bytes?: Uint8Array | null;
}

/** A frame that was asked for. */
export interface ExportedFrame {
  /** Seconds from the sequence's beginning. */
  readonly at: number;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

export const exporter: Pick<ExporterStatic, "exportSequenceFrame"> = {
  exportSequenceFrame: async (...given) => {
    need(given, 6);
    const { state } = handle(FakeSequence, given[0]);
    const at = ticksOf([given[1]]) / TICKS_PER_SECOND;
    const [, , name, folder, width, height] = given;
    if (!(width > 0 && height > 0)) throw new Error("Invalid parameter.");
    const number = state.frames.push({ at, name, width, height });
    const fate = state.faults.frame?.(number) ?? {};
    const { says = true, afterMs = 0, growsMs = 0, ending = ".jpg" } = fate;
    const bytes = fate.bytes === undefined ? greyJpeg(width, height) : fate.bytes;

    const path = inFolder(folder, name + ending);
    const write = (content: Uint8Array): unknown => state.disk.files.set(path, content);
    // A frame that is asked for while another one is being written is dropped.
    const isDropped = state.isExporting;
    if (bytes !== null && !isDropped) {
      state.isExporting = true;
      const done = (): void => {
        write(bytes);
        state.isExporting = false;
      };
      const begin = (): void => {
        if (growsMs === 0) return done();
        write(bytes.slice(0, bytes.length / 2));
        setTimeout(done, growsMs);
      };
      if (afterMs === 0) begin();
      else setTimeout(begin, afterMs);
    }
    if (says === "rejects") throw new Error("Export failed.");
    if (says === "never") return new Promise(() => undefined);
    return says;
  },
};

/** The least that is a PNG of that size, as far as anybody here looks at it. */
export function png(width: number, height: number): Uint8Array {
  const word = (value: number): number[] => [0, 0, value >> 8, value & 255];
  const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const size = [...word(13), 0x49, 0x48, 0x44, 0x52, ...word(width), ...word(height)];
  const end = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
  return Uint8Array.from([...head, ...size, 8, 2, 0, 0, 0, 1, 2, 3, 4, ...end]);
}
