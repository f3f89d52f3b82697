/** Frames a second of every edit that is made up. */
export const RATE = 25;

/** What a made-up edit is like. */
export interface Edit {
  /** Beats a minute. */
  readonly bpm: number;
  readonly cuts: number;
  /** How many beats shots may last; one of these is drawn for each. */
  readonly beats: readonly number[];
  /** Most frames that a cut is off, either way; every number of them is as likely. */
  readonly jitter: number;
  /** Probability that a cut is left out, and that another one follows somewhere within two seconds. */
  readonly disturbed: number;
}

/** Shots of whole bars, and of all sorts of beats. */
export const ON_BARS = [4, 8] as const;
export const ON_BEATS = [1, 2, 2, 3, 4, 4, 4, 8] as const;

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An edit to music: seconds of its cuts, ascending, on frames. */
export function editedToMusic(edit: Edit, random: () => number): number[] {
  const { bpm, cuts, beats, jitter, disturbed } = edit;
  const made: number[] = [];
  const begin = 10 * random();
  for (let beat = 0; made.length < cuts;) {
    beat += beats[Math.floor(random() * beats.length)] ?? 4;
    if (random() < disturbed) continue;
    const at = begin + (60 / bpm) * beat;
    const off = Math.floor(random() * (2 * jitter + 1)) - jitter;
    made.push(Math.round(at * RATE) + off);
    if (random() < disturbed) made.push(Math.round((at + 2 * random()) * RATE));
  }
  return made.sort((a, b) => a - b).map((frame) => frame / RATE);
}

/** Lengths of shots of an edit to nothing, in seconds, 2.5 at the mean or median. */
export const AT_RANDOM: Readonly<Record<string, (random: () => number) => number>> = {
  "at any time": (random) => 0.2 - 2.3 * Math.log(1 - random()),
  "log-normal, a factor of 1.8": (random) => 2.5 * Math.exp(0.6 * normal(random)),
  "normal, a fifth off": (random) => Math.max(0.3, 2.5 + 0.5 * normal(random)),
};

/** An edit to nothing. */
export function editedAtRandom(
  cuts: number,
  shot: (random: () => number) => number,
  random: () => number,
): number[] {
  let at = 0;
  return Array.from({ length: cuts }, () => Math.round((at += shot(random)) * RATE) / RATE);
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
