import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { withAudioFile } from "../../src/cli/audio/open-audio.ts";
import { UNKNOWN_LICENCE } from "../../src/contract/track.ts";
import type { AudioTower } from "../../src/engine/encode/audio-tower.ts";
import { embedTrack } from "../../src/engine/encode/track.ts";
import type { IndexEntry } from "../../src/engine/index/entries.ts";
import { ROOT } from "../build/inputs.ts";

const FOLDER = join(ROOT, "catalogue/originals");

const TracksSchema = v.object({
  tracks: v.array(
    v.object({
      id: v.string(),
      file: v.string(),
      style: v.string(),
      arousal: v.number(),
      valence: v.number(),
      density: v.number(),
      genres: v.array(v.string()),
      instruments: v.array(v.string()),
      tags: v.array(v.string()),
    }),
  ),
});

type Meant = v.InferOutput<typeof TracksSchema>["tracks"][number];

/** An original, as its composer meant it. */
export interface Original extends Meant {
  /** For an index in which only its sound counts: no tags, no facts. */
  readonly entry: IndexEntry;
}

/** The originals that ship, embedded from their audio alone. */
export async function readOriginals(tower: AudioTower): Promise<Original[]> {
  const list: unknown = JSON.parse(await readFile(join(FOLDER, "tracks.json"), "utf8"));
  const originals: Original[] = [];
  for (const track of v.parse(TracksSchema, list).tracks) {
    const file = join(FOLDER, track.file);
    const embedded = await withAudioFile(file, (audio) => embedTrack(tower, audio));
    const { peaks, sections, seconds } = embedded;
    originals.push({
      ...track,
      entry: {
        ...{ peaks, sections },
        track: {
          ...{ id: track.id, title: track.id, artist: track.id, catalogue: "Originals", seconds },
          ...{ licence: UNKNOWN_LICENCE, bpm: null, key: null, vocals: null, tags: [] },
          audio: { kind: "file", path: track.file },
          evidence: "audio",
        },
      },
    });
  }
  return originals;
}
