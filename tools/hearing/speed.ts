import { withAudioFile } from "../../src/cli/audio/open-audio.ts";
import type { AudioTower } from "../../src/engine/encode/audio-tower.ts";
import {
  embedAndHear,
  embedTrack,
  type DecodedAudio,
  type EmbeddedTrack,
} from "../../src/engine/encode/track.ts";
import type { BeatNet } from "../../src/engine/hear/beat-net.ts";

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
export async function measureSpeed(
  file: string,
  tower: AudioTower,
  net: BeatNet,
): Promise<HearingSpeed> {
  const runs: { embedding: number; withListening: number }[] = [];
  for (let run = -1; run < RUNS; run += 1) {
    const embedding = await timed(file, (audio) => embedTrack(tower, audio));
    const withListening = await timed(file, (audio) => embedAndHear(tower, audio, net));
    if (run >= 0) runs.push({ embedding, withListening });
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
  return {
    embedding: median(runs.map((run) => run.embedding)),
    withListening: median(runs.map((run) => run.withListening)),
    ratio: median(runs.map((run) => run.embedding / run.withListening)),
  };
}

async function timed(
  file: string,
  embed: (audio: DecodedAudio) => Promise<EmbeddedTrack>,
): Promise<number> {
  const before = process.cpuUsage();
  const { seconds } = await withAudioFile(file, (audio) => embed(audio));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / seconds;
}
