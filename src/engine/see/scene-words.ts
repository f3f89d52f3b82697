import type { Picture, SeenWord } from "../../contract/sight.ts";
import { ANIMALS } from "./groups/animals.ts";
import type { Group } from "./groups/group.ts";
import { PLACES } from "./groups/places.ts";
import { THINGS } from "./groups/things.ts";

/** All words that the eye can say. */
export const GROUPS: readonly Group[] = [...PLACES, ...THINGS, ...ANIMALS];

/** A word that is plain in some pictures. */
interface Plain {
  readonly group: Group;
  readonly probability: number;
  readonly pictures: readonly number[];
}

/**
 * Words for place and subject of a scene; surest first. Pictures of one clip are averaged, since one
 * frame may be blurred; clips are not, since a scene may cut from a beach to a dog.
 * @param glances by picture, the probability of each class; null where there is nothing to look at
 */
export function sceneWords(
  pictures: readonly Pick<Picture, "clip">[],
  glances: readonly (Float32Array | null)[],
): SeenWord[] {
  const plain = GROUPS.flatMap((group) => plainIn(group, pictures, glances) ?? []);
  return plain
    .filter((one) => !plain.some((other) => isMoreParticular(other.group, one.group)))
    .map(({ group: { word, kind }, probability, pictures: shown }) => ({
      ...{ word, kind, pictures: shown },
      confidence: reliability(probability),
    }))
    .sort((a, b) => b.confidence - a.confidence);
}

function plainIn(
  group: Group,
  pictures: readonly Pick<Picture, "clip">[],
  glances: readonly (Float32Array | null)[],
): Plain | null {
  const clips = new Map<string, { index: number; probability: number }[]>();
  pictures.forEach(({ clip }, index) => {
    const glance = glances[index];
    if (!glance) return;
    const seen = { index, probability: together(group, glance) };
    clips.set(clip, [...(clips.get(clip) ?? []), seen]);
  });
  let probability = 0;
  const shown: number[] = [];
  for (const seen of clips.values()) {
    const mean = seen.reduce((sum, one) => sum + one.probability, 0) / seen.length;
    if (mean < group.least) continue;
    probability = Math.max(probability, mean);
    shown.push(...seen.filter((one) => one.probability >= group.least).map(({ index }) => index));
  }
  return shown.length === 0 ? null : { group, probability, pictures: shown.sort((a, b) => a - b) };
}

/** Probability that a picture is of any of a group's classes. */
export function together({ classes }: Group, probabilities: Float32Array): number {
  let sum = 0;
  for (const index of classes) sum += probabilities[index] ?? 0;
  return sum;
}

/** Whether `one` says more than `other`: all of its classes are among those of the other. */
function isMoreParticular(one: Group, other: Group): boolean {
  return (
    one.kind === other.kind &&
    one.classes.size < other.classes.size &&
    [...one.classes].every((index) => other.classes.has(index))
  );
}

/**
 * How often a word was right whose classes had this probability together; between these points, on a
 * line. Measured on the photographs that thresholds were chosen on (`npm run measure:sight`).
 */
const MEASURED = [
  [0, 0.75],
  [0.5, 0.85],
  [0.7, 0.96],
  [1, 0.99],
] as const;

function reliability(probability: number): number {
  const after = MEASURED.findIndex(([p]) => p >= probability);
  const [high, right] = MEASURED[after] ?? [1, 0.99];
  const [low, wrong] = MEASURED[after - 1] ?? [0, 0.75];
  const place = high === low ? 0 : (probability - low) / (high - low);
  return wrong + place * (right - wrong);
}
