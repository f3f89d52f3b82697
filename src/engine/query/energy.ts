import type { Energy } from "../../contract/hearing.ts";
import type { Track } from "../../contract/track.ts";
import { foldWords } from "./understand/tokens.ts";

/** Words for music in which much goes on, and for music in which little does. */
export const HIGH_ENERGY: readonly string[] = [
  ...["energetic", "intense", "aggressive", "powerful", "driving", "exciting", "urgent", "loud"],
  ...["frantic", "chaotic", "rebellious", "punchy", "anthemic", "action", "battle", "chase"],
  ...["workout", "sports", "extreme sports", "racing", "fight", "hard rock", "metal", "punk"],
  ...["drum and bass", "techno", "trailer"],
];
export const LOW_ENERGY: readonly string[] = [
  ...["calm", "calming", "peaceful", "relaxed", "relaxing", "soothing", "gentle", "soft", "serene"],
  ...["meditative", "sleepy", "tender", "mellow", "quiet", "floating", "contemplative", "intimate"],
  ...["meditation", "yoga", "sleep", "spa", "lullaby", "ambient", "ambient drone", "very slow"],
];
/** Words for music between the two. */
const MEDIUM_ENERGY = [
  ...["bouncy", "groovy", "grooving", "playful", "cheerful", "lively", "medium tempo", "laid-back"],
];

/** How far the balance of a track's words must lean to one side to be high, or low. */
const LEAST_LEAN = 1 / 3;

const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ...HIGH_ENERGY.map((word) => [foldWords(word), 1] as const),
  ...MEDIUM_ENERGY.map((word) => [foldWords(word), 0] as const),
  ...LOW_ENERGY.map((word) => [foldWords(word), -1] as const),
]);

/** What the tags of a track say of its energy; null if they say nothing. */
export function taggedEnergy({ tags }: Pick<Track, "tags">): Energy | null {
  let [sum, count] = [0, 0];
  for (const tag of tags) {
    const weight = weightOf(tag);
    if (weight === undefined) continue;
    sum += weight;
    count += 1;
  }
  return count === 0 ? null : energyOf(sum / count, LEAST_LEAN);
}

/** Tags are few and tracks are many, so each tag is folded once. */
const known = new Map<string, number | undefined>();
const MOST_KNOWN = 20_000;

function weightOf(tag: string): number | undefined {
  if (known.has(tag)) return known.get(tag);
  const weight = WEIGHTS.get(foldWords(tag));
  if (known.size < MOST_KNOWN) known.set(tag, weight);
  return weight;
}

/** Which energy a number is that leans to one side or the other by at least `lean`. */
export const energyOf = (value: number, lean: number): Energy =>
  value >= lean ? "high" : value <= -lean ? "low" : "medium";
