/**
 * Measures how often the words for pictures are right, and writes the figures into docs/results.json:
 * `npm run measure:sight -- FOLDER [TRUTH] [--half tuning] [--results FILE]`.
 *
 * FOLDER holds Debian packages with photographs, each unpacked into a folder with its name; TRUTH
 * (tools/sight/photographs.json) says which, and which words are right. Needs ffmpeg.
 * `--half tuning` measures the pictures that thresholds are chosen on, lists wrong words, and writes
 * nothing.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_PACK, diskAssets } from "../src/cli/assets.ts";
import { nodeRuntime } from "../src/engine/encode/runtime-node.ts";
import { loadPack, openEyeNet } from "../src/engine/open.ts";
import { createSight } from "../src/engine/see/see.ts";
import { ROOT } from "./build/inputs.ts";
import { mergeSight, RESULTS } from "./catalogue/results-file.ts";
import { figuresOf, look, SORTS, WAYS, wrongWords } from "./sight/measure.ts";
import { readPhotographs } from "./sight/photographs.ts";

const text = { type: "string" } as const;
const { values, positionals } = parseArgs({
  options: { half: text, results: text },
  allowPositionals: true,
});
const { half = "test", results = RESULTS } = values;
const [folder, truth = join(ROOT, "tools/sight/photographs.json")] = positionals;
if (folder === undefined) throw new Error("Name the folder of the unpacked packages.");

const all = await readPhotographs(folder, truth);
const photographs = all.filter((one) => one.half === half);
const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
const net = openEyeNet({ pack, runtime: nodeRuntime() });
const sight = createSight(() => net);
const rows = [];
for (const way of WAYS) {
  const said = await look(sight, photographs, way);
  for (const sort of SORTS) rows.push({ way, sort, ...figuresOf(said, sort) });
  if (half === "tuning") console.log(way, wrongWords(said));
}
await sight.release();
console.table(
  rows.map(({ precision, useful, ...row }) => ({
    ...row,
    precision: `${precision.value.toFixed(3)} (${precision.low.toFixed(3)}-${precision.high.toFixed(3)})`,
    useful: `${useful.value.toFixed(3)} (${useful.low.toFixed(3)}-${useful.high.toFixed(3)})`,
  })),
);
if (half === "test") {
  const command = "npm run measure:sight -- FOLDER";
  await mergeSight(results, { command, photographs: all.length, rows });
}
