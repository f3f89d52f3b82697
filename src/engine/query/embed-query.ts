import type { UnderstoodItem } from "../../contract/understanding.ts";
import type { TextTower } from "../encode/text-tower.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import { unwantedIn, type Unwanted } from "./scores.ts";
import type { Part } from "./understand/understand.ts";

/** Embeds what was understood. All vectors are L2-normalised, float32 [dimension]. */
export interface QueryEmbedder {
  /**
   * The weighted sum of the parts' embeddings, normalised.
   * @throws EmptyQueryError a part is blank, or holds nothing readable.
   * @throws DeviceError the device failed.
   */
  query(parts: readonly Part[]): Promise<Float32Array>;
  /**
   * What is not wanted, with the strength of its penalty.
   * @throws DeviceError the device failed.
   */
  unwanted(
    items: readonly UnderstoodItem[],
  ): Promise<(Unwanted & { readonly vector: Float32Array })[]>;
}

/** Makes an embedder. The words of the vocabulary need no text tower, since the pack embeds them. */
export function createEmbedder(
  tower: Pick<TextTower, "embed">,
  { words, vectors }: Vocabulary,
): QueryEmbedder {
  const dimension = vectors.length / words.length;
  const numberOf = new Map(words.map((word, w) => [word, w]));

  async function embedConcept(concept: string): Promise<Float32Array> {
    const w = numberOf.get(concept);
    if (w === undefined) return tower.embed(concept);
    return vectors.slice(w * dimension, (w + 1) * dimension);
  }
  return {
    query: async (parts) => {
      const [only, ...more] = await Promise.all(parts.map(({ text }) => tower.embed(text)));
      if (only === undefined) throw new RangeError("a query has at least one part");
      return more.length === 0 ? only : weightedSum([only, ...more], parts);
    },
    unwanted: (items) =>
      Promise.all(
        unwantedIn({ items }).map(async (unwanted) => ({
          ...unwanted,
          vector: await embedConcept(unwanted.concept),
        })),
      ),
  };
}

/** The sum of unit vectors, each times its part's weight, at unit length. */
export function weightedSum(
  vectors: readonly Float32Array[],
  parts: readonly Pick<Part, "weight">[],
): Float32Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, p) => {
    const weight = parts[p]?.weight ?? 0;
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
  });
  const length = Math.sqrt(sum.reduce((squares, x) => squares + x * x, 0));
  return Float32Array.from(sum, (x) => (length > 0 ? x / length : 0));
}
