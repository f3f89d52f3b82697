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

/** Units of tempo. */
export const TEMPO_UNITS: readonly string[] = ["bpm", "beats per minute", "beats a minute"];
/** What says that a number is a tempo: "tempo of 120". */
export const TEMPO_NAMES: ReadonlySet<string> = new Set(["tempo", "bpm"]);
export const TEMPO_LINKS: ReadonlySet<string> = new Set([":", "of", "is", "=", "at"]);

/** Units of length, in seconds. */
export const TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ...(["sec", "secs", "second", "seconds"] as const).map((word) => [word, 1] as const),
  ...(["min", "mins", "minute", "minutes"] as const).map((word) => [word, 60] as const),
]);
/** Only after minutes: "1m30s". Alone, "90s" are the nineties. */
export const SHORT_TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ...TIME_UNITS,
  ["s", 1],
  ["m", 60],
]);

/** Before a length: "duration: 90 seconds". */
export const LENGTH_LEADS: readonly string[] = [
  ...["length", "duration", "runtime"].flatMap((name) => [
    ...[":", "of", "is", "="].map((link) => `${name} ${link}`),
    name,
  ]),
  ...["running time of", "lasting", "lasts"],
];
/** After a length, word by word. */
export const LENGTH_ENDS: readonly (readonly string[])[] = [
  ["long"],
  ["in", "length"],
  ["in", "duration"],
  ["-", "long"],
];
/** After a length, these say that it is the music's. */
export const MUSIC: ReadonlySet<string> = new Set([
  ...["track", "tracks", "song", "songs", "piece", "cue"],
]);
/** Near a length, these say that it is the picture's. */
export const PICTURES: ReadonlySet<string> = new Set([
  ...["ad", "ads", "advert", "advertisement", "clip", "commercial", "edit", "film", "footage"],
  ...["intro", "montage", "opener", "promo", "reel", "scene", "shot", "spot", "teaser", "trailer"],
  ...["video", "vlog", "cut", "cutdown", "bumper", "ident", "sequence"],
]);
