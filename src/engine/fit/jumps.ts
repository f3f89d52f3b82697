import type { BarFeatures } from "./features.ts";
import { rankIn } from "./flux.ts";
import type { Grid } from "./grid.ts";

/** Jumps that are considered into each bar, and of these, those that shift phrases by 0 to 3 bars each. */
const PER_BAR = 8;
const PER_SHIFT = 1;
const SHIFTS = 4;
/** What every jump costs, and an unlikeness of 1. */
const JUMP = 0.7;
const UNLIKENESS = 3;
/** Of the likeness before and after, the better one counts so much: either makes a jump plausible. */
const BETTER = 0.65;
/** Steps of the level beyond those that the music takes there itself cost so much a dB. */
const PER_RISE = 0.12;
const PER_FALL = 0.06;
/** What sounds on and is gone soon after costs so much a dB beyond what is gone at this share of the bar lines. */
const PER_GONE = 0.25;
const USUAL_FALLS = 0.75;
/** What it costs to go back once the ending has begun; it is short, or no ending. */
const LEAVE_ENDING = 1.5;
const LONGEST_ENDING = 0.25;
/** Jumps with less ease are no good: they are taken only where nothing else fills the length, and not offered. */
export const LEAST_EASE = 0.3;
const NO_GOOD = 8;
/** What it costs to break the phrase: to skip an odd number of bars, or two. */
const ODD = 0.8;
const TWO = 0.35;
/** Going back by fewer bars repeats what has just been heard. */
const SHORT_LOOP = { bars: 4, cost: 0.8 };
const LOOP = { bars: 8, cost: 0.3 };
/** A bar line that is louder than this share of all draws attention to a jump, and costs so much a share. */
const LOUD_RANK = 0.7;
const PER_RANK = 2;
/** Where both sides are a boundary between sections, this share of what is unlike counts. */
const AT_BOUNDARIES = 0.75;

/** A place where the music may go on elsewhere. */
export interface Jump {
  /** The bar line at which it leaves, by the bar that would have come. */
  readonly from: number;
  /** The bar with which it goes on. */
  readonly to: number;
  readonly cost: number;
  /** How alike both places are, 0 to 1. */
  readonly ease: number;
  /** How unlike the bars before both places are, 0 to 1. */
  readonly unlikeBefore: number;
  /** How much of what sounds on is gone soon after it, beyond what is usual at bar lines of the track, in dB. */
  readonly fall: number;
}

/**
 * The best jumps into each bar, cheapest first.
 * @param flux of each bar line: how much the spectrum grows there
 */
export function jumpsIn(grid: Grid, features: BarFeatures, flux: readonly number[]): Jump[][] {
  const { length } = grid.bars;
  const phrases = phrasesOf(grid);
  const unlike = matrixOf(length, (a, b) => features.unlike(a, b));
  const falls = grid.bars.map((_, bar) => features.fall(bar, bar)).sort((a, b) => a - b);
  const usual = falls[Math.floor(USUAL_FALLS * (length - 1))] ?? 0;
  return grid.bars.map((_, to) => {
    const loud = PER_RANK * Math.max(0, rankIn(flux, flux[to] ?? 0) - LOUD_RANK);
    const jumps: Jump[] = [];
    for (let from = 1; from < length; from += 1) {
      if (from === to) continue;
      const jump = jumpOf(from, to, unlike, features, phrases, usual);
      jumps.push({ ...jump, cost: jump.cost + loud });
    }
    return cheapest(jumps.sort((a, b) => a.cost - b.cost || a.from - b.from));
  });
}

/** The cheapest jumps, of all shifts: jumps by whole phrases alone leave most lengths unfilled. */
function cheapest(sorted: readonly Jump[]): Jump[] {
  const shifts = Array.from({ length: SHIFTS }, (_, shift) =>
    sorted.filter(({ from, to }) => Math.abs(from - to) % SHIFTS === shift).slice(0, PER_SHIFT),
  ).flat();
  const kept = new Set(shifts);
  for (const jump of sorted) if (kept.size < PER_BAR) kept.add(jump);
  return sorted.filter((jump) => kept.has(jump));
}

function jumpOf(
  from: number,
  to: number,
  unlike: (a: number, b: number) => number,
  features: BarFeatures,
  phrases: Phrases,
  usual: number,
): Jump {
  const after = unlike(from, to);
  const before = to === 0 ? 1 : unlike(from - 1, to - 1);
  const own = BETTER * Math.min(after, before) + (1 - BETTER) * Math.max(after, before);
  const atBoundaries = phrases.isBoundary(from) && phrases.isBoundary(to);
  const unlikeness = own * (atBoundaries ? AT_BOUNDARIES : 1);
  const step = features.step(from, to);
  const natural = [features.step(to, to), features.step(from, from)];
  const beyond = (of: "rise" | "fall"): number =>
    Math.max(0, step[of] - Math.max(...natural.map((each) => each[of])));
  const steps = PER_RISE * beyond("rise") + PER_FALL * beyond("fall");
  const fall = Math.max(0, features.fall(from, to) - usual);
  const ease = Math.max(0, 1 - unlikeness - steps / UNLIKENESS);
  const loop = from - to;
  const loops =
    loop <= 0 ? 0 : loop < SHORT_LOOP.bars ? SHORT_LOOP.cost : loop < LOOP.bars ? LOOP.cost : 0;
  return {
    ...{ from, to },
    cost:
      JUMP +
      UNLIKENESS * unlikeness +
      steps +
      PER_GONE * fall +
      phrases.cost(from, to) +
      loops +
      (phrases.leavesEnding(from, to) ? LEAVE_ENDING : 0) +
      (ease < LEAST_EASE ? NO_GOOD : 0),
    ease,
    unlikeBefore: before,
    fall,
  };
}

/** Where bars stand in their phrases, which are of four bars from where a section begins. */
interface Phrases {
  isBoundary(bar: number): boolean;
  /** Whether a jump goes back before the ending from within it. */
  leavesEnding(from: number, to: number): boolean;
  cost(from: number, to: number): number;
}

function phrasesOf({ bars, sections }: Grid): Phrases {
  const boundaries = new Set(sections.map(({ bar }) => bar));
  const places: number[] = [];
  bars.forEach((_, bar) => {
    places.push(boundaries.has(bar) || bar === 0 ? 0 : (places[bar - 1] ?? 0) + 1);
  });
  const last = sections.at(-1)?.bar ?? 0;
  const ending = last > (1 - LONGEST_ENDING) * bars.length ? last : bars.length;
  return {
    isBoundary: (bar) => boundaries.has(bar),
    leavesEnding: (from, to) => from > ending && to < ending,
    cost: (from, to) => {
      const shift = Math.abs((places[from] ?? 0) - (places[to] ?? 0)) % 4;
      return shift === 0 ? 0 : shift === 2 ? TWO : ODD;
    },
  };
}

/** Values of pairs, each computed once. */
function matrixOf(
  count: number,
  value: (a: number, b: number) => number,
): (a: number, b: number) => number {
  const values = new Float32Array(count * count);
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      values[a * count + b] = values[b * count + a] = value(a, b);
    }
  }
  return (a, b) => values[a * count + b] ?? 1;
}
