import type { WavSink } from "../../contract/conversion.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import { HostError } from "../../contract/errors.ts";
import { encodeBase64 } from "../loading/base64.ts";

/** Where a WAV file is written. */
export type WavHost = Pick<EditorHost, "findWav" | "writeWav" | "dropWav">;

/** How writing goes on, and how it ends before its time. */
export interface WritingCourse {
  /** Share of the file that is written, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes a WAV file into the project's music folder, unless it is there already.
 * @param make hands the file over to a sink
 * @returns its path
 * @throws HostError it cannot be written, or the signal was aborted; nothing of it is left
 * @throws what `make` throws
 */
export async function writeWav(
  host: WavHost,
  name: string,
  make: (sink: WavSink) => Promise<void>,
  { onProgress, signal }: WritingCourse,
): Promise<string> {
  let [bytes, position] = [0, 0];
  const done = { path: null as string | null };
  const sink = {
    begin: async (length: number) => {
      [bytes, position] = [length, 0];
      done.path = (await host.findWav({ name, bytes })).path;
      return done.path === null;
    },
    write: async (piece: Uint8Array) => {
      if (signal.aborted) throw cancelled(name);
      const data = encodeBase64(piece);
      done.path = (await host.writeWav({ name, bytes, position, data })).path;
      position += piece.length;
      onProgress(position / bytes);
    },
  };
  try {
    await make(sink);
  } catch (thrown) {
    await host.dropWav(name).catch(() => undefined); // What failed first is what to tell.
    throw thrown;
  }
  if (done.path === null) throw unwritten(name);
  return done.path;
}

/** A name that no file system minds, and no halves of characters where it is cut. */
export const plainName = (name: string, length: number): string =>
  Array.from(name.replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, "_").replace(/^[\s.]+/, ""))
    .slice(0, length)
    .join("");

const cancelled = (input: string): HostError =>
  new HostError({ what: "The conversion was cancelled.", input, next: "Insert the track again." });
const unwritten = (input: string): HostError =>
  new HostError({
    what: "The converted file is not in the music folder.",
    input,
    next: "Insert the track again.",
  });
