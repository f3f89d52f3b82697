/** How a number is meant that comes with a word before it. */
export type Relation = "least" | "most" | "about";

/** Words before a number. */
export const BEFORE: readonly (readonly [string, Relation])[] = [
  ...relate("most", [
    ...[
      "under",
      "below",
      "less than",
      "at most",
      "max",
      "max.",
      "maximum",
      "up to",
      "no more than",
    ],
    ...["not more than", "not over", "slower than", "no faster than", "not faster than", "<"],
    ...["shorter than", "no longer than", "not longer than", "a maximum of", "fewer than", "≤"],
  ]),
  ...relate("least", [
    ...["over", "above", "more than", "at least", "min", "min.", "minimum", "no less than", ">"],
    ...["not less than", "not under", "faster than", "no slower than", "not slower than", "≥"],
    ...["longer than", "no shorter than", "not shorter than", "a minimum of", "upwards of"],
  ]),
  ...relate("about", [
    ...["around", "about", "roughly", "approximately", "approx", "approx.", "circa", "ca", "ca."],
    ...["near", "close to", "~", "somewhere around"],
  ]),
];

/** Words after a number and its unit. */
export const AFTER: readonly (readonly [string, Relation])[] = [
  ...relate("most", [
    ...["or slower", "or less", "or under", "or below", "or lower", "or shorter", "max", "maximum"],
    ...["at most", "tops", "and under"],
  ]),
  ...relate("least", [
    ...["or faster", "or more", "or over", "or above", "or higher", "or longer", "min", "minimum"],
    ...["at least", "and up", "and over", "+", "plus"],
  ]),
  ...relate("about", ["or so", "approximately", "approx", "ish", "-ish"]),
];

function relate(relation: Relation, phrases: readonly string[]): (readonly [string, Relation])[] {
  return phrases.map((phrase) => [phrase, relation]);
}

/** Numbers that are written out before "seconds" and "minutes". */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...(["a", "an", "one"] as const).map((word) => [word, 1] as const),
  ["half a", 0.5],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["ten", 10],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["forty-five", 45],
  ["sixty", 60],
  ["ninety", 90],
]);
