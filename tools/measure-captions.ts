/**
 * Measures the search by a caption of the selection, over the written cases in
 * `tools/evaluate/captions`, and writes the figures into docs/results.json:
 * `npm run measure:captions -- [--pack DIR] [--indexes A,B] [--results FILE] [--tuning]`.
 *
 * `--tuning` measures the hundred cases by which weights and rules were chosen, and writes nothing.
 */
import { parseArgs } from "node:util";
import { DEFAULT_INDEXES, DEFAULT_PACK } from "../src/cli/assets.ts";
import { mergeCaptions, RESULTS } from "./catalogue/results-file.ts";
import { readCaptionCases } from "./evaluate/caption-cases.ts";
import { captionTable } from "./evaluate/caption-table.ts";
import { captionFigures, scoreCaptions } from "./evaluate/captions.ts";
import { openFiles } from "./evaluate/parts.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { pack: text, indexes: text, results: text, tuning: { type: "boolean" } },
});
const { pack = DEFAULT_PACK, results = RESULTS, tuning: isTuning = false } = values;
const indexes = values.indexes?.split(",") ?? DEFAULT_INDEXES;

const { tuning, reporting } = await readCaptionCases();
const opened = await openFiles({ pack, indexes });
const figures = captionFigures(await scoreCaptions(opened.all, isTuning ? tuning : reporting));
console.log(captionTable(figures));
if (!isTuning) {
  await mergeCaptions(results, {
    command: "npm run measure:captions",
    pack: opened.id,
    ...figures,
  });
}
await opened.release();
