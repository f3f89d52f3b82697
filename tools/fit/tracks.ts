import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import * as v from "valibot";
import { StructureSchema, type Structure } from "../../src/contract/track.ts";
import { ROOT } from "../build/inputs.ts";

const FOLDER = join(ROOT, "catalogue/originals");
const AUDIO = new Set([".mp3", ".flac", ".ogg", ".opus", ".wav"]);

/** A track to re-edit. */
export interface MeasuredTrack {
  readonly name: string;
  readonly file: string;
  /** As its composer wrote it; null if nobody has stated it. */
  readonly structure: Structure | null;
}

const TracksSchema = v.object({
  tracks: v.array(
    v.object({
      id: v.string(),
      file: v.string(),
      metre: v.string(),
      editPoints: v.object({ bars: StructureSchema.entries.bars }),
      sections: StructureSchema.entries.sections,
    }),
  ),
});

/** The originals that ship. */
export async function originals(): Promise<MeasuredTrack[]> {
  const list: unknown = JSON.parse(await readFile(join(FOLDER, "tracks.json"), "utf8"));
  return v.parse(TracksSchema, list).tracks.map(({ id, file, metre, editPoints, sections }) => ({
    ...{ name: id, file: join(FOLDER, file) },
    structure: { bars: editPoints.bars, beatsPerBar: Number(metre.split("/")[0]), sections },
  }));
}

/** Some recordings of a folder, spread over the list of its files. */
export async function recordingsIn(folder: string, count: number): Promise<MeasuredTrack[]> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => AUDIO.has(extname(name).toLowerCase()))
    .sort();
  const step = Math.max(1, Math.floor(names.length / count));
  return names
    .filter((_, n) => n % step === 0)
    .slice(0, count)
    .map((name) => ({ name, file: join(folder, name), structure: null }));
}
