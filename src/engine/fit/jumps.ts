import type { BarFeatures } from "./features.ts";
import { rankIn } from "./flux.ts";
import type { Grid } from "./grid.ts";

/** Jumps that are considered into each bar. */
const PER_BAR = 8;
/** What every jump costs, and an unlikeness of 1. */
const JUMP = 0.7;
const UNLIKENESS = 3;
/** Of the likeness before and after, the better one counts so much: either makes a jump plausible. */
const BETTER = 0.65;
/** Steps of the level beyond those that the music takes there itself cost so much a dB. */
const PER_RISE = 0.12;
const PER_FALL = 0.06;
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
}

/**
 * The best jumps into each bar, cheapest first.
 * @param flux of each bar line: how much the spectrum grows there
 */
export function jumpsIn(grid: Grid, features: BarFeatures, flux: readonly number[]): Jump[][] {
  const { length } = grid.bars;
  const phrases = phrasesOf(grid);
  const unlike = matrixOf(length, (a, b) => features.unlike(a, b));
  return grid.bars.map((_, to) => {
    const loud = PER_RANK * Math.max(0, rankIn(flux, flux[to] ?? 0) - LOUD_RANK);
    const jumps: Jump[] = [];
    for (let from = 1; from < length; from += 1) {
      if (from === to) continue;
      const jump = jumpOf(from, to, unlike, features, phrases);
      jumps.push({ ...jump, cost: jump.cost + loud });
    }
    return jumps.sort((a, b) => a.cost - b.cost || a.from - b.from).slice(0, PER_BAR);
  });
}

function jumpOf(
  from: number,
  to: number,
  unlike: (a: number, b: number) => number,
  features: BarFeatures,
  phrases: Phrases,
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
  const loop = from - to;
  const loops =
    loop <= 0 ? 0 : loop < SHORT_LOOP.bars ? SHORT_LOOP.cost : loop < LOOP.bars ? LOOP.cost : 0;
  return {
    ...{ from, to },
    cost: JUMP + UNLIKENESS * unlikeness + steps + phrases.cost(from, to) + loops,
    ease: Math.max(0, 1 - unlikeness - steps / UNLIKENESS),
    unlikeBefore: before,
  };
}

/** Where bars stand in their phrases, which are of four bars from where a section begins. */
interface Phrases {
  isBoundary(bar: number): boolean;
  cost(from: number, to: number): number;
}

function phrasesOf({ bars, sections }: Grid): Phrases {
  const boundaries = new Set(sections.map(({ bar }) => bar));
  const places: number[] = [];
  bars.forEach((_, bar) => {
    places.push(boundaries.has(bar) || bar === 0 ? 0 : (places[bar - 1] ?? 0) + 1);
  });
  return {
    isBoundary: (bar) => boundaries.has(bar),
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
