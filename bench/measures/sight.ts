import type { Picture } from "../../src/contract/sight.ts";
import { diskAssets } from "../../src/cli/assets.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { loadPack, openEyeNet } from "../../src/engine/open.ts";
import { EDGE } from "../../src/engine/see/eye-net.ts";
import { lightWords } from "../../src/engine/see/light-words.ts";
import { resize, squareOf } from "../../src/engine/see/resize.ts";
import { createSight } from "../../src/engine/see/see.ts";
import { unbarred } from "../../src/engine/see/view.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import type { Figure, Measurement } from "../figure.ts";
import { median, quantile } from "../statistics.ts";

/** Frames of one scene, as large as the panel decodes them. */
const FRAMES = 3;
const [WIDTH, HEIGHT] = [1280, 720];
const RUNS = 12;
const TARGET_MS = 1000;

/** Frames to words: one WebAssembly thread, the net already open. */
export const sight: Measurement = {
  name: "sight",
  measure: async () => {
    const pack = await loadPack(diskAssets({ pack: buildInputs().packFolder }));
    const frames = Array.from({ length: FRAMES }, (_, k) => frame(k));
    const opening = performance.now();
    const net = await openEyeNet({ pack, runtime: nodeRuntime() });
    const opened = performance.now() - opening;
    const seeing = createSight(() => Promise.resolve(net));
    const times = { all: [] as number[], net: [] as number[], light: [] as number[] };
    for (let run = -2; run < RUNS; run++) {
      const all = await timed(() => seeing.see(frames));
      const light = await timed(() => Promise.resolve(lightWords(frames)));
      const alone = await timed(async () => {
        for (const one of frames) await net.look(resize(one, squareOf(unbarred(one)), EDGE));
      });
      if (run < 0) continue;
      times.all.push(all);
      times.net.push(alone);
      times.light.push(light);
    }
    await seeing.release();
    const figure = (name: string, values: readonly number[]): Figure => ({
      ...{ name, unit: "ms", value: median(values), p95: quantile(values, 0.95), runs: RUNS },
    });
    return [
      {
        ...figure(`sight: ${FRAMES} frames to words`, times.all),
        target: { bound: "most", value: TARGET_MS },
      },
      figure("sight: the net alone, with resizing", times.net),
      figure("sight: light, colour, motion and mood", times.light),
      { name: "sight: opening the net", unit: "ms", value: opened, runs: 1 },
    ];
  },
};

/** A ball over a horizon that moves from frame to frame. */
function frame(k: number): Picture {
  const rgba = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at += 4) {
      const isBall = Math.hypot(x - 400 - 60 * k, y - 300) < 120;
      const grain = 12 * Math.sin(x * 0.9 + k) * Math.sin(y * 1.3);
      const [red, green, blue] = isBall
        ? [230, 120, 30]
        : y < 420
          ? [120, 170, 230]
          : [60, 110, 50];
      rgba.set([red + grain, green + grain, blue + grain, 255], at);
    }
  }
  return { at: k / 5, clip: "A001", width: WIDTH, height: HEIGHT, rgba };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
