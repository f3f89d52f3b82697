import type { FitRequest } from "../../contract/fit.ts";
import type { Ending } from "./ending.ts";
import { usualBar, barLengths, type Grid } from "./grid.ts";
import type { Jump } from "./jumps.ts";
import type { Beginning, Departure, PathProblem } from "./path.ts";

/** A fit that begins within the track begins so long before its first beat, to fade in, in seconds. */
export const PRELUDE = 0.02;
/** What it costs to begin elsewhere than the track does. */
const BEGIN = { second: 0.25, section: 0.7, phrase: 1.8, anywhere: 2.6 };
/** Bars of a phrase. */
const PHRASE = 4;
/** What it costs to begin with an upbeat: on a beat, between two, or anywhere. */
const UPBEAT = { beat: 0.35, half: 0.6, anywhere: 0.5 };
/** Endings that are tried with hit points are so far apart, in seconds. */
const APART = 0.01;
/** What a hit is worth where something lands within so many frames of it. */
const HIT = 6;
const FRAMES = 2;
/** What is left of that where it lands just outside, and how far outside it is worth nothing. */
const NEAR_HIT = 0.15;
const NEAR = 0.5;
/** What a bar costs that is left early, on a beat or between two; and what it costs to leave it for the next. */
const SHORTENED = { beat: 0.8, half: 1.6 };
const SKIPPED_BEATS = 0.7;
/** Jumps that may leave a bar early. */
const EARLY_JUMPS = 4;

/** What a fit asks of a path; see `PathProblem`. */
export function problemOf(
  { seconds, frameRate, hits }: Pick<FitRequest, "seconds" | "frameRate" | "hits">,
  grid: Grid,
  jumps: readonly (readonly Jump[])[],
  ending: Ending,
  moments: ReadonlyMap<number, string>,
): PathProblem {
  const lengths = barLengths(grid);
  const usual = usualBar(grid);
  const beat = usual / grid.beatsPerBar;
  const within = FRAMES / frameRate;
  const isMoment = lengths.map((_, bar) => (moments.has(bar) ? 1 : 0));
  const isHit = (bar: number, at: number): boolean =>
    isMoment[bar] === 1 && hits.some((hit) => Math.abs(hit - at) <= within);
  const plain = { lengths, jumps, seconds };
  if (hits.length === 0) {
    const [least, most] = [-Math.min(usual, grid.end / 4), Math.max(beat / 2, 0.1)];
    return {
      ...plain,
      endings: [{ silence: 0, cost: 0 }],
      leads: [least, longestLead(lengths, grid) + most],
      begin: (bar, lead) => {
        const ways: Beginning[] = [];
        for (const way of beginningsOf(grid, bar)) {
          const silence = lead - way.lead;
          if (silence < least || silence > most) continue;
          ways.push({ lead: way.lead, cost: way.cost + ending.cost(silence) });
        }
        return ways;
      },
      landing: () => 0,
      shortened: () => [],
    };
  }
  return {
    ...plain,
    leads: [0, longestLead(lengths, grid)],
    endings: endingsFor(seconds, hits, grid, moments).map((silence) => ({
      silence,
      cost: ending.cost(silence),
    })),
    begin: (bar, lead) => beginningWith(grid, bar, lead),
    landing: (bar, at) => {
      if (isMoment[bar] !== 1) return 0;
      let worth = 0;
      for (const hit of hits) {
        const off = Math.abs(hit - at);
        if (off <= within) worth += HIT * (1 - (NEAR_HIT * off) / within);
        else if (off < NEAR) worth += HIT * NEAR_HIT * (1 - off / NEAR);
      }
      return -worth;
    },
    shortened: (bar, at) => (isHit(bar, at) ? earlyInto(grid, lengths, bar, jumps[bar] ?? []) : []),
  };
}

/** The longest time from a beginning to its first bar line. */
const longestLead = (lengths: Float64Array, { bars }: Grid): number =>
  PRELUDE + lengths.slice(0, -1).reduce((a, b) => Math.max(a, b), bars[0] ?? 0);

/** Ways to begin on a beat, or between two, up to a bar before a bar line. */
function beginningsOf(grid: Grid, bar: number): Beginning[] {
  const first = grid.bars[0] ?? 0;
  if (bar === 0) {
    const whole = { lead: first, cost: 0 };
    return first > PRELUDE ? [whole, { lead: PRELUDE, cost: BEGIN.second }] : [whole];
  }
  const cost = costToBegin(grid, bar);
  if (cost >= BEGIN.anywhere) return [];
  const half = ((grid.bars[bar] ?? 0) - (grid.bars[bar - 1] ?? 0)) / (2 * grid.beatsPerBar);
  return Array.from({ length: 2 * grid.beatsPerBar }, (_, k) => ({
    lead: k * half + PRELUDE,
    cost: cost + (k === 0 ? 0 : k % 2 === 0 ? UPBEAT.beat : UPBEAT.half),
  }));
}

/** The way to begin just so long before a bar line, if that is within the bar before. */
function beginningWith(grid: Grid, bar: number, lead: number): Beginning[] {
  const [line, before] = [grid.bars[bar] ?? 0, bar === 0 ? 0 : (grid.bars[bar - 1] ?? 0)];
  if (lead > line - before + PRELUDE || lead > line) return [];
  const upbeat = lead <= 2 * PRELUDE ? 0 : UPBEAT.anywhere;
  if (bar === 0) return [{ lead, cost: line - lead < PRELUDE ? 0 : BEGIN.second }];
  return [{ lead, cost: costToBegin(grid, bar) + upbeat }];
}

function costToBegin({ sections }: Grid, bar: number): number {
  if (bar === 1) return BEGIN.second;
  if (sections.some((section) => section.bar === bar)) return BEGIN.section;
  const start = sections.reduce((last, section) => (section.bar < bar ? section.bar : last), 0);
  return (bar - start) % PHRASE === 0 ? BEGIN.phrase : BEGIN.anywhere;
}

/** Silence behind the music, or (below 0) what is cut off, with which moments fall on hits: up to half a bar, or a bar. */
function endingsFor(
  seconds: number,
  hits: readonly number[],
  grid: Grid,
  moments: ReadonlyMap<number, string>,
): number[] {
  const usual = usualBar(grid);
  const [least, most] = [-Math.min(usual, grid.end / 4), usual / 2];
  const found = new Set([0]);
  const add = (silence: number): void => void found.add(Math.round(silence / APART) * APART);
  for (const hit of hits) {
    for (const bar of moments.keys()) {
      const off = seconds - hit - (grid.end - (grid.bars[bar] ?? 0));
      const silence = off - usual * Math.floor((off - least) / usual);
      for (let one = silence; one <= most; one += usual) add(one);
    }
  }
  return [...found];
}

/** Ways to leave a bar on one of its beats, or between two, for a bar line that must come now. */
function earlyInto(
  { bars, beatsPerBar }: Grid,
  lengths: Float64Array,
  bar: number,
  jumps: readonly Jump[],
): Departure[] {
  const onward: Jump = {
    from: bar,
    to: bar,
    cost: SKIPPED_BEATS,
    ease: 0.8,
    unlikeBefore: 0.5,
    fall: 0,
  };
  return [onward, ...jumps.slice(0, EARLY_JUMPS)].flatMap((jump) => {
    const length = lengths[jump.from - 1] ?? 0;
    if (jump.from < 1 || bars[jump.from] === undefined) return [];
    return Array.from({ length: 2 * beatsPerBar - 1 }, (_, k) => ({
      jump,
      length: ((k + 1) * length) / (2 * beatsPerBar),
      cost: jump.cost + (k % 2 === 1 ? SHORTENED.beat : SHORTENED.half),
    }));
  });
}
