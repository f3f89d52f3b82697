import { DEFAULT_PACK, diskAssets } from "../../src/cli/assets.ts";
import { withAudioFile } from "../../src/cli/audio/open-audio.ts";
import type { AudioTower } from "../../src/engine/encode/audio-tower.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { embedAndHear, embedTrack } from "../../src/engine/encode/track.ts";
import { loadPack, openAudioTower } from "../../src/engine/open.ts";

const RUNS = 5;

/** Time of the processor for each second of audio, in milliseconds: the median of some runs. */
export interface HearingSpeed {
  /** Decoding and embedding alone. */
  readonly embedding: number;
  /** The same with listening. */
  readonly withListening: number;
  /** Of speeds: with listening, and without. */
  readonly ratio: number;
}

/** Embeds a file with and without listening, in turns, since machines are busier at times. */
export async function measureSpeed(file: string): Promise<HearingSpeed> {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const tower = await openAudioTower({ pack, runtime: nodeRuntime() });
  const runs: { embedding: number; withListening: number }[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const embedding = await timed(file, tower, embedTrack);
    const withListening = await timed(file, tower, embedAndHear);
    if (run >= 0) runs.push({ embedding, withListening });
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
  return {
    embedding: median(runs.map((run) => run.embedding)),
    withListening: median(runs.map((run) => run.withListening)),
    ratio: median(runs.map((run) => run.embedding / run.withListening)),
  };
}

async function timed(file: string, tower: AudioTower, embed: typeof embedTrack): Promise<number> {
  const before = process.cpuUsage();
  const { seconds } = await withAudioFile(file, (audio) => embed(tower, audio));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / seconds;
}
