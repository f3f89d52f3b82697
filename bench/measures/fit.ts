import { editOf } from "../../src/engine/fit/edit.ts";
import { Analysis } from "../../src/engine/fit/analysis.ts";
import { renderFit } from "../../src/engine/fit/render.ts";
import type { WholeAudio } from "../../src/engine/fit/whole-audio.ts";
import type { Figure, Measurement } from "../figure.ts";
import { median, quantile } from "../statistics.ts";

const RATE = 44_100;
const SECONDS = 180;
const BAR = 2;
const RUNS = 7;
const TARGET_MS = 500;
const LENGTHS = [20, 45, 90, 150, 240, 360];
const HITS = [[], [9], [9, 21, 33]];

/** A decoded track of three minutes to a fit: listening, finding the passages, playing them. */
export const fit: Measurement = {
  name: "fit",
  measure: async () => {
    const audio = music();
    const [first, next, hits, render]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now();
      const studied = await new Analysis(audio).study(STRUCTURE, () => Promise.resolve(null));
      if (studied === null) throw new Error("The bars were not taken.");
      editOf(studied, { seconds: 60, frameRate: 25, hits: [] });
      first.push(performance.now() - begun);
      for (const seconds of LENGTHS) {
        const [plain = []] = HITS;
        for (const wanted of HITS.filter((each) => (each.at(-1) ?? 0) < seconds - 5)) {
          const from = performance.now();
          const found = editOf(studied, { seconds, frameRate: 25, hits: wanted });
          (wanted === plain ? next : hits).push(performance.now() - from);
          if (found === null || seconds !== 90 || wanted !== plain) continue;
          const playing = performance.now();
          await renderFit(audio, found, SINK);
          render.push(performance.now() - playing);
        }
      }
    }
    return [
      { ...figure("fit of 3 minutes, after decoding", first), target: AT_MOST },
      figure("fit, another length", next),
      { ...figure("fit, another length with hits", hits), target: AT_MOST },
      figure("fit, played into WAV (90 s)", render),
    ];
  },
};

const AT_MOST = { bound: "most", value: TARGET_MS } as const;
const SINK = { begin: () => Promise.resolve(true), write: () => Promise.resolve() };

const STRUCTURE = {
  bars: Array.from({ length: SECONDS / BAR - 2 }, (_, n) => n * BAR),
  beatsPerBar: 4,
  sections: [0, 16, 48, 80, 112, 144].map((start, n) => ({ start, label: `Part ${n + 1}` })),
};

/** Chords and a drum, stereo, with a part of another loudness every 32 seconds. */
function music(): WholeAudio {
  const channel = (shift: number): Float32Array =>
    Float32Array.from({ length: SECONDS * RATE }, (_, i) => {
      const at = i / RATE;
      const root = [220, 277, 330, 247][Math.floor(at / BAR) % 4] ?? 220;
      const loud = Math.floor(at / 32) % 2 === 0 ? 0.2 : 0.4;
      const beat = at % (BAR / 4);
      const drum = Math.exp(-50 * beat) * Math.sin(9e4 * (beat + 0.01) ** 2);
      return loud * (Math.sin(2 * Math.PI * root * at + shift) * Math.exp(-(at % BAR)) + drum);
    });
  return { sampleRate: RATE, seconds: SECONDS, channels: [channel(0), channel(1)] };
}

const figure = (name: string, ms: readonly number[]): Figure => ({
  ...{ name, unit: "ms", value: median(ms), p95: quantile(ms, 0.95), runs: ms.length },
});
