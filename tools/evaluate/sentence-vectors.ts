import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { UsageError } from "../../src/contract/errors.ts";

const SentenceVectorsSchema = v.object({
  model: v.string(),
  vectors: v.record(v.string(), v.array(v.number())),
});

/** L2-normalised vectors of texts by a sentence model that is no part of the product. */
export interface SentenceVectors {
  readonly model: string;
  /** @throws UsageError the file has no vector of the text. */
  readonly vectorOf: (text: string) => readonly number[];
}

/** Reads what `lab sentences` wrote. */
export async function readSentenceVectors(path: string): Promise<SentenceVectors> {
  const content: unknown = JSON.parse(await readFile(path, "utf8"));
  const { model, vectors } = v.parse(SentenceVectorsSchema, content);
  const known = new Map(Object.entries(vectors));
  return {
    model,
    vectorOf: (text) => {
      const vector = known.get(text);
      if (vector !== undefined) return vector;
      throw new UsageError({
        what: "The sentence vectors do not include a text.",
        input: text,
        next: "Write the texts with `--texts FILE`, and their vectors with `lab sentences`.",
      });
    },
  };
}
