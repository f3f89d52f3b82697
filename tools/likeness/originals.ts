import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { withAudioFile } from "../../src/cli/audio/open-audio.ts";
import { UNKNOWN_LICENCE } from "../../src/contract/track.ts";
import type { AudioTower } from "../../src/engine/encode/audio-tower.ts";
import { embedTrack, type DecodedAudio } from "../../src/engine/encode/track.ts";
import { SAMPLE_RATE } from "../../src/engine/hear/frames.ts";
import { HERTZ_PER_BIN, SpectrumListener } from "../../src/engine/hear/spectra.ts";
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
      density: v.number(),
      genres: v.array(v.string()),
      instruments: v.array(v.string()),
      tags: v.array(v.string()),
    }),
  ),
});

type Meant = v.InferOutput<typeof TracksSchema>["tracks"][number];

/** An original, as its composer meant it, and as it sounds. */
export interface Original extends Meant {
  /** Mean frequency of its sound, weighted by power, in octaves above 1 Hz. */
  readonly brightness: number;
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
      brightness: await withAudioFile(file, brightnessOf),
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

/** Sound is judged at whatever rate it comes: bins are scaled to hertz. */
async function brightnessOf({ sampleRate, chunks }: DecodedAudio): Promise<number> {
  const hertz = (HERTZ_PER_BIN * sampleRate) / SAMPLE_RATE;
  let [sum, power] = [0, 0];
  const listener = new SpectrumListener((spectrum) => {
    spectrum.forEach((value, bin) => {
      sum += value * bin * hertz;
      power += value;
    });
  });
  for await (const channels of chunks) listener.push(channels[0] ?? new Float32Array(0));
  listener.end();
  return Math.log2(sum / power);
}
