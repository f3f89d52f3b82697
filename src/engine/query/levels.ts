import type { Levels } from "../../contract/likeness.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import { HIGH_ENERGY, LOW_ENERGY } from "./energy.ts";

/** What a request can have more or less of. */
export type LevelName = keyof Levels;

/**
 * The words at both ends of each level. Brightness is that of the mood: that of the sound goes with
 * energy, so it would be no level of its own. Those that a pack's vocabulary has are used.
 */
const ENDS: Record<
  LevelName,
  { readonly more: readonly string[]; readonly less: readonly string[] }
> = {
  energy: { more: HIGH_ENERGY, less: LOW_ENERGY },
  density: {
    more: ["live band", "lush", "complex", "orchestra", "drums", "hybrid", "anthemic"],
    less: ["solo", "simple", "minimal", "spacious", "ambient drone", "intimate", "floating"],
  },
  brightness: {
    more: ["bright", "sunny", "cheerful", "bells", "glockenspiel", "hi-hats", "ukulele"],
    less: ["dark", "muffled", "brooding", "ominous", "menacing", "dark ambient", "double bass"],
  },
};

/** All levels. */
export const LEVEL_NAMES = Object.keys(ENDS) as LevelName[];

/**
 * The direction from less to more: the mean of the words at one end minus that at the other, at unit
 * length, float32 [dimension]. What texts have in common and music has not cancels out. Null if the
 * vocabulary has no word for one of the ends.
 */
export function directionOf(vocabulary: Vocabulary, level: LevelName): Float32Array | null {
  const { more, less } = ENDS[level];
  const [up, down] = [meanOf(vocabulary, more), meanOf(vocabulary, less)];
  if (up === null || down === null) return null;
  const difference = up.map((x, d) => x - (down[d] ?? 0));
  const length = Math.sqrt(difference.reduce((squares, x) => squares + x * x, 0));
  return Float32Array.from(difference, (x) => (length > 0 ? x / length : 0));
}

function meanOf({ words, vectors }: Vocabulary, wanted: readonly string[]): Float64Array | null {
  const numbers = wanted.map((word) => words.indexOf(word)).filter((w) => w >= 0);
  if (numbers.length === 0) return null;
  const mean = new Float64Array(vectors.length / words.length);
  for (const w of numbers) {
    for (let d = 0; d < mean.length; d += 1) {
      mean[d] = (mean[d] ?? 0) + (vectors[w * mean.length + d] ?? 0) / numbers.length;
    }
  }
  return mean;
}
