import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { writeAtomically } from "../../src/cli/indexing/atomic-write.ts";
import { ROOT } from "../build/inputs.ts";

/** The figures from which the lab's `report` writes docs/results.md. */
export const RESULTS = join(ROOT, "docs/results.json");

const ResultsSchema = v.looseObject({
  catalogue: v.optional(v.record(v.string(), v.unknown()), {}),
  fit: v.optional(v.looseObject({ rows: v.array(v.looseObject({ of: v.string() })) })),
  light: v.optional(v.looseObject({})),
  product: v.optional(v.looseObject({ pack: v.string() })),
});

/** Writes the catalogue's figures under a name and keeps all others. */
export async function mergeCatalogueResults(
  path: string,
  figures: Readonly<Record<string, unknown>>,
): Promise<void> {
  const results = await readResults(path);
  const catalogue = { ...results.catalogue, ...figures };
  await writeResults(path, { ...results, catalogue });
}

/** Writes figures of the product, made with a pack; keeps others that were made with the same. */
export async function mergeProductResults(
  path: string,
  { pack, ...figures }: Readonly<Record<string, unknown>> & { readonly pack: string },
): Promise<void> {
  const results = await readResults(path);
  const before = results.product?.pack === pack ? results.product : {};
  await writeResults(path, { ...results, product: { ...before, pack, ...rounded(figures) } });
}

/** Writes what was measured of hearing; see `tools/measure-hearing.ts`. */
export async function mergeHearing(path: string, figures: object): Promise<void> {
  const results = await readResults(path);
  await writeResults(path, { ...results, hearing: rounded(figures) });
}

/** Writes how well beats and bars are heard; see `tools/measure-beats.ts`. */
export async function mergeBeatResults(path: string, figures: object): Promise<void> {
  const results = await readResults(path);
  await writeResults(path, { ...results, beats: rounded(figures) });
}

/** What was measured of re-edits of one sort of music. */
export interface FitRow {
  readonly of: string;
  /** To how many lengths each track was re-edited. */
  readonly lengths: number;
}

/** Writes how well tracks are re-edited, and keeps rows of other music; see `tools/measure-fit.ts`. */
export async function mergeFit(
  path: string,
  { rows, ...figures }: { readonly rows: readonly FitRow[] } & Readonly<Record<string, unknown>>,
): Promise<void> {
  const results = await readResults(path);
  const before = results.fit?.rows ?? [];
  const kept = before.filter(({ of }) => !rows.some((row) => row.of === of));
  await writeResults(path, { ...results, fit: rounded({ ...figures, rows: [...kept, ...rows] }) });
}

/** Writes how well captions of a selection find music; see `tools/measure-captions.ts`. */
export async function mergeCaptions(path: string, figures: object): Promise<void> {
  const results = await readResults(path);
  await writeResults(path, { ...results, captions: rounded(figures) });
}

/** Writes how often words for pictures are right; see `tools/measure-sight.ts`. */
export async function mergeSight(path: string, figures: object): Promise<void> {
  const results = await readResults(path);
  await writeResults(path, { ...results, sight: rounded(figures) });
}

/** Writes what the cut says of music; see `tools/measure-cuts.ts`. */
export async function mergeCutResults(path: string, figures: object): Promise<void> {
  const results = await readResults(path);
  await writeResults(path, { ...results, cut: rounded(figures) });
}

/** Writes how well light, colour and motion are told; see `tools/measure-light.ts`. */
export async function mergeLight(path: string, figures: object): Promise<void> {
  const results = await readResults(path);
  await writeResults(path, { ...results, light: { ...results.light, ...rounded(figures) } });
}

async function readResults(path: string) {
  const text = await readFile(path, "utf8").catch(() => "{}");
  return v.parse(ResultsSchema, JSON.parse(text));
}

/** What did not change stays as it was written: the lab writes 87.0 where JSON.stringify writes 87. */
async function writeResults(path: string, results: object): Promise<void> {
  const before = partsOf(await readFile(path, "utf8").catch(() => "{}"));
  const parts = Object.entries(results).map(([key, value]: [string, unknown]) => {
    const kept = before.get(key);
    const isKept = kept !== undefined && isDeepStrictEqual(JSON.parse(kept), value);
    const text = isKept ? kept : JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  const file = parts.length === 0 ? "{}\n" : `{\n${parts.join(",\n")}\n}\n`;
  await writeAtomically(path, new TextEncoder().encode(file));
}

/** The text of each value of an object that is written with two spaces for each level. */
function partsOf(file: string): Map<string, string> {
  const starts = [...file.matchAll(/^ {2}("[^"]+"): /gm)];
  return new Map(
    starts.map((start, index) => {
      const end = starts[index + 1]?.index ?? file.lastIndexOf("}");
      const text = file.slice(start.index + start[0].length, end);
      return [JSON.parse(start[1] ?? "") as string, text.trimEnd().replace(/,$/, "")];
    }),
  );
}

/** With four decimals, so that a rounding error of another machine changes nothing. */
function rounded(figures: object): object {
  const whole = JSON.stringify(figures, (_key, value: unknown) =>
    typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value,
  );
  return JSON.parse(whole) as object;
}
