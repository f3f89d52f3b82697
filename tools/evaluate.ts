/**
 * Evaluates the search that ships and writes the figures into docs/results.json. Needs no Python:
 * `npm run evaluate -- [--pack DIR] [--indexes A,B] [--skip scenes,negations,typos,filters,order]
 * [--browser] [--against DIR] [--against-indexes A,B] [--minilm FILE] [--results FILE]`.
 *
 * `--against` names another pack, whose search for scenes is measured too, with its own indexes; as
 * a rule those of the same checkout. `--browser` compares the order of results with that in Chromium.
 * `--minilm` names sentence vectors: write the texts with `--texts FILE`, and then the vectors with
 * `lab sentences`.
 */
import { writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_INDEXES, DEFAULT_PACK } from "../src/cli/assets.ts";
import { UsageError } from "../src/contract/errors.ts";
import { mergeProductResults, RESULTS } from "./catalogue/results-file.ts";
import { evaluate, openFiles, PARTS, type Part } from "./evaluate/parts.ts";
import { tagLists } from "./evaluate/rankers.ts";
import { readScenes } from "./evaluate/scenes.ts";
import { tablesOf } from "./evaluate/table.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    pack: text,
    indexes: text,
    skip: text,
    against: text,
    "against-indexes": text,
    minilm: text,
    texts: text,
    results: text,
    browser: { type: "boolean" },
  },
});
const { pack = DEFAULT_PACK, results = RESULTS, minilm, texts, browser = false } = values;

/** The indexes that lie beside a pack as they do in this repository. */
const beside = (folder: string): string[] =>
  DEFAULT_INDEXES.map((index) => resolve(folder, relative(DEFAULT_PACK, index)));
const list = (given: string | undefined): string[] | undefined => given?.split(",");

const indexes = list(values.indexes) ?? beside(pack);
const skipped = list(values.skip) ?? [];
const unknown = skipped.find((part) => !PARTS.some((known) => known === part));
if (unknown !== undefined) {
  throw new UsageError({
    what: "There is no such part to skip.",
    input: unknown,
    next: `Name some of ${PARTS.join(", ")}.`,
  });
}

if (texts !== undefined) {
  const { all } = await openFiles({ pack, indexes });
  const scenes = (await readScenes()).flatMap((scene) => scene.texts.map((one) => one.text));
  const tags = tagLists(all);
  await writeFile(texts, JSON.stringify([...new Set([...scenes, ...tags])]));
} else {
  const { against } = values;
  const figures = await evaluate({
    pack,
    indexes,
    browser,
    parts: new Set(PARTS.filter((part: Part) => !skipped.includes(part))),
    ...(minilm === undefined ? {} : { minilm }),
    ...(against === undefined
      ? {}
      : {
          against: {
            pack: against,
            indexes: list(values["against-indexes"]) ?? beside(against),
          },
        }),
  });
  console.log(tablesOf(figures));
  await mergeProductResults(results, { command: "npm run evaluate", ...figures });
}
