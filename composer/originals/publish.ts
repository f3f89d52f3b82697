import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { entryFor, type OriginalTrack } from "./entry.ts";
import { master } from "./master.ts";
import { decode, peaksOf } from "./measure.ts";
import { sampleRate, type Take } from "./takes.ts";
import { idFor, titleFor } from "./titles.ts";

const peakCount = 800;

/**
 * Masters a take, writes its MP3 into `out` and returns its entry in the catalogue.
 * @param loudness of the take before mastering, LUFS
 * @param taken titles that other tracks have
 */
export async function publish(
  take: Take,
  loudness: number,
  taken: ReadonlySet<string>,
  out: string,
): Promise<{ track: OriginalTrack; peaks: number[] }> {
  const { piece } = take;
  const title = titleFor(piece, taken);
  const id = idFor(title);
  const file = `audio/${id}.mp3`;
  const mp3 = `${take.file}.mp3`;
  const { integrated, truePeak, bytes } = await master(take, loudness, mp3);
  const samples = await decode(mp3, sampleRate);
  writeFileSync(join(out, file), bytes);
  const seconds = Math.round((samples.length / 2 / sampleRate) * 100) / 100;
  const track = entryFor(piece, { id, title, file, seconds, loudness: integrated, truePeak });
  return { track, peaks: peaksOf(samples, peakCount) };
}
