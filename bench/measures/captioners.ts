import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { diskAssets } from "../../src/cli/assets.ts";
import type { PackFolder } from "../../src/engine/encode/pack-folder.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { openCaptioner } from "../../src/engine/see/captioners/open-captioner.ts";
import { pixelsOf } from "../../src/engine/see/captioners/pixels.ts";
import { takeCaptioner } from "../../src/engine/see/captioners/take-captioner.ts";
import { buildInputs, ROOT } from "../../tools/build/inputs.ts";
import type { Figure, Measurement } from "../figure.ts";
import { median, quantile } from "../statistics.ts";

const RUNS = 20;
/** As large as the panel decodes pictures. */
const SHOWN = { width: 256, height: 144 } as const;
/** What the captioners that are meant look at. */
const EDGES = { "vit-gpt2": 224, smolvlm: 512, florence2: 768 } as const;
const TOYS = ["toy-vit-gpt2", "toy-florence2", "toy-smolvlm"] as const;

/**
 * What captioners cost besides the work of their models: toys have the layouts of real ones, and
 * next to nothing to compute.
 */
export const captioners: Measurement = {
  name: "captioners",
  measure: async () => {
    const figures: Figure[] = [];
    const picture = shown();
    for (const [kind, edge] of Object.entries(EDGES)) {
      const to = { edge, mean: HALF, spread: HALF };
      const times = await timed(() => pixelsOf(picture, to));
      figures.push(figure(`captioners: pixels for ${kind} (${edge} x ${edge})`, times));
    }
    const assets = diskAssets({ pack: buildInputs().packFolder });
    for (const toy of TOYS) {
      const folder = await folderOf(join(ROOT, "test/fixtures/toy-captioners", toy));
      const taken = await takeCaptioner(folder, { assets, runtime: nodeRuntime() });
      const runtime = await nodeRuntime()("wasm", assets);
      const opening = await timed(async () => (await openCaptioner(taken, runtime)).release());
      const captioner = await openCaptioner(taken, runtime);
      const writing = await timed(() => captioner.caption(picture));
      await captioner.release();
      figures.push(figure(`captioners: opening ${toy}`, opening));
      figures.push(figure(`captioners: a sentence of ${toy}`, writing));
    }
    return figures;
  },
};

const HALF: [number, number, number] = [0.5, 0.5, 0.5];

function shown() {
  const { width, height } = SHOWN;
  const rgba = Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i * 31) % 256);
  return { ...SHOWN, at: 0, clip: "A001", rgba };
}

async function folderOf(folder: string): Promise<PackFolder> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return {
    ...{ name: "toy", files },
    read: async (file) => new Uint8Array(await readFile(join(folder, file))),
  };
}

/** Milliseconds of each run, once it is warm. */
async function timed(work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = -3; run < RUNS; run++) {
    const begun = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - begun);
  }
  return times;
}

const figure = (name: string, times: readonly number[]): Figure => ({
  ...{ name, unit: "ms", value: median(times), p95: quantile(times, 0.95), runs: RUNS },
});
