/** Before a key, each with whether it says that a key follows. */
export const KEY_LEADS: readonly (readonly [string, boolean])[] = [
  ...["in the key of", "in key of", "the key of", "key of", "key:", "key ="].map(
    (words) => [words, true] as const,
  ),
  ["in", false],
];

/** Semitones from C up. */
export const TONICS = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
/** Their letters, in lower case. [letter, semitone] */
export const NATURALS: ReadonlyMap<string, number> = new Map([
  ["c", 0],
  ["d", 2],
  ["e", 4],
  ["f", 5],
  ["g", 7],
  ["a", 9],
  ["b", 11],
]);
/** What follows the letter, and the semitones it adds. */
export const SIGNS: ReadonlyMap<string, number> = new Map([
  ["", 0],
  ["#", 1],
  ["\u266f", 1],
  ["sharp", 1],
  ["b", -1],
  ["\u266d", -1],
  ["flat", -1],
]);

/** Names of modes as they are written, in lower case, and the name that is compared. */
export const MODES: ReadonlyMap<string, string> = new Map([
  ...(["major", "maj"] as const).map((name) => [name, "major"] as const),
  ...(["minor", "min"] as const).map((name) => [name, "minor"] as const),
  ...["dorian", "phrygian", "lydian", "mixolydian", "locrian"].map((name) => [name, name] as const),
]);

/** How editors ask for music without a voice. */
export const INSTRUMENTAL: readonly string[] = [
  ...["instrumental", "instrumental only", "instrumentals", "instrumentals only"],
  ...["only instrumental", "purely instrumental", "fully instrumental", "all instrumental"],
  ...["strictly instrumental", "just instrumental", "instrumental version"],
];

/** After "instrumental", these make it a word for helpful. */
export const NOT_MUSIC: ReadonlySet<string> = new Set(["in", "to", "role", "figure"]);

/** How they ask for music with one. */
export const SUNG: readonly string[] = [
  ...["with vocals", "with singing", "with lyrics", "with a vocal", "vocals please"],
  ...["a cappella", "acappella", "a capella", "acapella"],
  ...["male", "female", "woman", "soft female", "soft male", "breathy female"].flatMap((whose) =>
    ["vocals", "vocal", "singer", "vocalist", "lead vocals"].flatMap((what) => [
      `${whose} ${what}`,
      `with ${whose} ${what}`,
      `with a ${whose} ${what}`,
    ]),
  ),
];

/** How much "a little hopeful" counts beside the rest of the sentence, whose weight is 1. */
const LITTLE_WEIGHT = 0.4;

/** How editors ask for a little of something, each with its weight. */
export const LITTLE: readonly (readonly [string, number])[] = [
  ...["a little", "a little bit of", "a little bit", "a bit of", "a bit", "slightly", "somewhat"],
  ...["a hint of", "hints of", "a touch of", "touches of", "a dash of", "a trace of", "traces of"],
  ...["a pinch of", "a splash of", "just a little", "just a hint of", "just a touch of"],
].map((words) => [words, LITTLE_WEIGHT] as const);
