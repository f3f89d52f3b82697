import * as v from "valibot";
import { CUE_TYPE, parseDragPayload } from "../shared/drag-payload.ts";
import { CueSchema, type Cue } from "../contract/cue.ts";
import { LocalAudioSchema, UNKNOWN_LICENCE } from "../contract/track.ts";
import type { AudioLibrary } from "./host/audio-library.ts";

/** Whether a drag may hold a cue. Its data can be read only on the drop. */
export function mayHoldCue(types: readonly string[]): boolean {
  return types.includes(CUE_TYPE) || types.includes("text/plain");
}

/**
 * The dropped cue: from our own data if the drag has it, else from the data that Premiere would
 * read, which names only a file and so stands for the whole file.
 * @param get the drag's data by type, as `DataTransfer.getData`
 * @returns null for any other data
 */
export async function droppedCue(
  get: (type: string) => string,
  library: AudioLibrary,
): Promise<Cue | null> {
  return parseCue(get(CUE_TYPE)) ?? (await cueOfFile(get("text/plain"), library));
}

function parseCue(text: string): Cue | null {
  try {
    const parsed = v.safeParse(CueSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

async function cueOfFile(text: string, library: AudioLibrary): Promise<Cue | null> {
  const item = parseDragPayload(text)?.items[0];
  const path = item && /\/page\/(audio\/[^/]+)$/.exec(item.uri)?.[1];
  if (item === undefined || path === undefined) return null;
  const audio = v.safeParse(LocalAudioSchema, { kind: "bundled", path: plain(path) });
  if (!audio.success) return null;
  const seconds = await library.seconds(audio.output);
  if (seconds === null || seconds <= 0) return null;
  return {
    trackId: path,
    title: item.name,
    artist: "",
    licence: UNKNOWN_LICENCE,
    audio: audio.output,
    source: { start: 0, end: seconds },
  };
}

function plain(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
