import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { ROOT } from "../build/inputs.ts";

/** The words of the project's vocabulary, the same for every pack. */
export async function readVocabulary(): Promise<readonly string[]> {
  const path = join(ROOT, "models/lab/needledrop_lab/data/vocabulary.json");
  const content: unknown = JSON.parse(await readFile(path, "utf8"));
  return Object.values(v.parse(v.record(v.string(), v.array(v.string())), content)).flat();
}
