/**
 * Writes figures from reports about the catalogue into docs/results.json:
 * `npm run measure:catalogue -- [--audit FILE] [--likeness FILE] [--probe FILE] [--corpus TEXT]`.
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { auditFigures, likenessFigures, probeFigures } from "./catalogue/figures.ts";
import { mergeCatalogueResults, RESULTS } from "./catalogue/results-file.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { audit: text, probe: text, likeness: text, corpus: text },
});
const { audit, probe, likeness, corpus = "not said" } = values;
const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
await mergeCatalogueResults(RESULTS, {
  ...(audit === undefined ? {} : { audit: auditFigures(await read(audit), corpus) }),
  ...(likeness === undefined ? {} : { likeness: likenessFigures(await read(likeness)) }),
  ...(probe === undefined ? {} : { probes: probeFigures(await read(probe), corpus) }),
});
