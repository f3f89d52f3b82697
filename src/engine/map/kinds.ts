import { MAP_KINDS, type MapKind } from "../../contract/map.ts";
import type { Vocabulary } from "../encode/vocabulary.ts";
import { along, type Lens } from "./music-vectors.ts";
import { dot, meanOf } from "./vectors.ts";

/** The words that stand for each kind, in tags and in the vocabulary. */
const WORDS: Readonly<Record<MapKind, readonly string[]>> = {
  bright: words("bright happy joyful cheerful uplifting playful humorous funny bouncy hopeful fun"),
  calm: words("calm calming peaceful relaxed soothing gentle tender soft ambient warm meditative"),
  driving: words("driving energetic groovy grooving dance funk rock party workout disco"),
  intense: words(
    "intense epic heroic aggressive action powerful majestic triumphant battle trailer",
  ),
  dark: words(
    "dark eerie unnerving mysterious suspenseful ominous somber sombre horror sad creepy",
  ),
};

function words(list: string): readonly string[] {
  return list.split(" ");
}

/** Tells the kind of a track, as a number in `MAP_KINDS`. */
export type KindOf = (tags: readonly string[], vector: Float32Array) => number;

/**
 * Prepares to tell kinds. A track is of the kind that most of its tags name. Where tags leave it open,
 * its embedding decides: how much nearer it is to the words of a kind than tracks usually are.
 * @param sample music vectors of tracks, which say what is usual
 */
export function createKinds(
  vocabulary: Vocabulary,
  { axes }: Pick<Lens, "axes">,
  sample: readonly Float32Array[],
): KindOf {
  const directions = MAP_KINDS.map((kind) => directionOf(vocabulary, WORDS[kind], axes));
  const usual = directions.map((direction) => {
    const cosines = sample.map((vector) => dot(vector, direction));
    const mean = cosines.reduce((sum, x) => sum + x, 0) / Math.max(1, cosines.length);
    const squares = cosines.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / Math.max(1, cosines.length)) || 1 };
  });
  const kindOfTag = new Map(
    MAP_KINDS.flatMap((kind, k) => WORDS[kind].map((word) => [word, k] as const)),
  );

  return (tags, vector) => {
    const votes = MAP_KINDS.map(() => 0);
    for (const tag of tags) {
      const kind = kindOfTag.get(tag.toLowerCase());
      if (kind !== undefined) votes[kind] = (votes[kind] ?? 0) + 1;
    }
    const most = Math.max(...votes);
    let [best, highest] = [0, -Infinity];
    directions.forEach((direction, k) => {
      if (votes[k] !== most) return;
      const { mean, deviation } = usual[k] ?? { mean: 0, deviation: 1 };
      const standing = (dot(vector, direction) - mean) / deviation;
      if (standing > highest) [best, highest] = [k, standing];
    });
    return best;
  };
}

/** The mean of the words that the vocabulary has, along the axes. */
function directionOf(
  { words: known, vectors }: Vocabulary,
  wanted: readonly string[],
  axes: readonly Float32Array[],
): Float32Array {
  const dimension = vectors.length / known.length;
  const each = known.map((_, w) => vectors.subarray(w * dimension, (w + 1) * dimension));
  const mean = meanOf(each, dimension);
  const own = meanOf(
    each.filter((_, w) => wanted.includes(known[w] ?? "")),
    dimension,
  );
  return along(
    own.map((value, d) => value - (mean[d] ?? 0)),
    axes,
  );
}
