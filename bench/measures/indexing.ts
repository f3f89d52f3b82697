import { diskAssets } from "../../src/cli/assets.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { embedTrack } from "../../src/engine/encode/track.ts";
import { loadPack, openAudioTower } from "../../src/engine/open.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import type { Measurement } from "../figure.ts";
import { median } from "../statistics.ts";

const SECONDS = 120;
const SAMPLE_RATE = 44_100;
const RUNS = 3;

/** Embedding decoded audio: resampling, sections, peaks and the audio tower, on one thread. */
export const indexing: Measurement = {
  name: "indexing",
  measure: async () => {
    const pack = await loadPack(diskAssets({ pack: buildInputs().packFolder }));
    const tower = await openAudioTower({ pack, runtime: nodeRuntime() });
    const speeds: number[] = [];
    for (let run = -1; run < RUNS; run++) {
      const begun = performance.now();
      await embedTrack(tower, { sampleRate: SAMPLE_RATE, chunks: stereoChord() });
      if (run >= 0) speeds.push(SECONDS / ((performance.now() - begun) / 1000));
    }
    return [
      { name: "indexing on one thread", unit: "s audio/s", value: median(speeds), runs: RUNS },
    ];
  },
};

function* stereoChord(): Generator<readonly Float32Array[]> {
  for (let second = 0; second < SECONDS; second++) {
    const samples = Float32Array.from({ length: SAMPLE_RATE }, (_, i) => {
      const t = 2 * Math.PI * (second + i / SAMPLE_RATE);
      return (Math.sin(220 * t) + Math.sin(277.18 * t) + Math.sin(329.63 * t)) / 4;
    });
    yield [samples, samples];
  }
}
