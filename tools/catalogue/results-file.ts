import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { writeAtomically } from "../../src/cli/indexing/atomic-write.ts";
import { ROOT } from "../build/inputs.ts";

/** The figures from which the lab's `report` writes docs/results.md. */
export const RESULTS = join(ROOT, "docs/results.json");

const ResultsSchema = v.looseObject({
  catalogue: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** Writes the catalogue's figures under a name and keeps all others. */
export async function mergeCatalogueResults(
  path: string,
  figures: Readonly<Record<string, unknown>>,
): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => "{}");
  const results = v.parse(ResultsSchema, JSON.parse(text));
  const merged = { ...results, catalogue: { ...results.catalogue, ...figures } };
  await writeAtomically(path, new TextEncoder().encode(`${JSON.stringify(merged, null, 2)}\n`));
}
