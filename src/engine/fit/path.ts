import type { Jump } from "./jumps.ts";
import { Table } from "./table.ts";

/** A passage of so many bars is long enough. */
export const LONG_PASSAGE = 4;
/** What shorter ones cost, by their bars. */
export const SHORT_PASSAGE: readonly number[] = [0, 1.6, 0.7, 0.5, 0];
/** Most states that are kept, and the steps in which time is told apart, in seconds. */
const MOST_STATES = 4_000_000;
const STEP = 0.04;
/** The way from a bar to the one behind it in the track. */
const GO_ON = -1;

/** What a path is sought for. Times and lengths in seconds. */
export interface PathProblem {
  /** Of each bar; that of the last one reaches to the end of the music. */
  readonly lengths: Float64Array;
  /** Into each bar. */
  readonly jumps: readonly (readonly Jump[])[];
  /** What is to be filled. */
  readonly seconds: number;
  /** How much later (negative: earlier) than the fit the music may end. */
  readonly endings: readonly { readonly later: number; readonly cost: number }[];
  /** Ways to begin so long before a bar. */
  begin(bar: number, lead: number): readonly Beginning[];
  /** What it costs that a bar begins at a time: below 0 if it is wanted there. */
  landing(bar: number, at: number): number;
  /** Ways to leave another bar early, for a bar that begins at a time. */
  shortened(bar: number, at: number): readonly Departure[];
}

/** A way to begin. */
export interface Beginning {
  /** From the beginning of the fit to its first bar line. */
  readonly lead: number;
  readonly cost: number;
}

/** A way to leave a bar. */
export interface Departure {
  readonly jump: Jump;
  /** How long the bar before the jump sounds; null for all of it. */
  readonly length: number | null;
  readonly cost: number;
}

/** Bars that are played one after the other. */
export interface Stretch {
  readonly first: number;
  /** The last of them. */
  readonly last: number;
  /** How it is left; null at the end. */
  readonly departure: Departure | null;
}

/** The bars of a fit. */
export interface Path {
  readonly stretches: readonly Stretch[];
  readonly beginning: Beginning;
  readonly cost: number;
}

/**
 * The cheapest bars that come to the end of the track after just so long.
 *
 * Dynamic programming from the end: a state is a bar, the time from its beginning to the end of the fit
 * (in steps; the exact time is carried along), and how many bars follow without a jump, up to
 * LONG_PASSAGE. A bar comes before another because it does so in the track, or because of a jump.
 * @returns null if there are none
 */
export function cheapestPath(problem: PathProblem): Path | null {
  const { lengths, seconds } = problem;
  const table = new Table(lengths.length, LONG_PASSAGE, seconds, stepFor(problem));
  const last = lengths.length - 1;
  const tail = lengths[last] ?? 0;
  const run = Math.max(
    1,
    Math.min(LONG_PASSAGE, Math.round(tail / Math.max(0.1, usualOf(lengths)))),
  );
  for (const { later, cost } of problem.endings) {
    const left = tail + later;
    if (left < 0 || left > seconds) continue;
    table.offer(last, run, left, cost + problem.landing(last, seconds - left), -1, GO_ON);
  }

  const ways: Departure[] = [];
  const into = problem.jumps.map((jumps) =>
    jumps.map((jump) => ways.push({ jump, length: null, cost: jump.cost }) - 1),
  );
  let best: Best | null = null;
  table.forEach((state, bar, length, left, cost) => {
    const at = seconds - left;
    const short = SHORT_PASSAGE[length] ?? 0;
    for (const beginning of problem.begin(bar, at)) {
      const total = cost + short + beginning.cost;
      if (best === null || total < best.cost) best = { cost: total, state, beginning };
    }
    const precede = (
      before: number,
      sounds: number,
      run: number,
      more: number,
      way: number,
    ): void => {
      const then = left + sounds;
      if (then > seconds || !table.isBefore(then, state)) return;
      const landing = problem.landing(before, seconds - then);
      table.offer(before, run, then, cost + more + landing, state, way);
    };
    if (bar > 0) {
      precede(bar - 1, lengths[bar - 1] ?? 0, Math.min(LONG_PASSAGE, length + 1), 0, GO_ON);
    }
    const leave = (departure: Departure, way: number): void => {
      const before = departure.jump.from - 1;
      precede(before, departure.length ?? lengths[before] ?? 0, 1, departure.cost + short, way);
    };
    for (const way of into[bar] ?? []) {
      const departure = ways[way];
      if (departure !== undefined) leave(departure, way);
    }
    for (const early of problem.shortened(bar, at)) leave(early, ways.push(early) - 1);
  });
  return best === null ? null : trace(best, table, ways);
}

interface Best {
  readonly cost: number;
  readonly state: number;
  readonly beginning: Beginning;
}

/** No two bars in a row fall into one step, and the states fit into memory. */
function stepFor({ lengths, seconds }: PathProblem): number {
  const shortest = lengths.slice(0, -1).reduce((a, b) => Math.min(a, b), Infinity);
  const least = (lengths.length * LONG_PASSAGE * seconds) / MOST_STATES;
  return Math.min(Math.max(STEP, least), 0.9 * shortest);
}

/** The mean length of all bars but the last. */
const usualOf = (lengths: Float64Array): number =>
  lengths.slice(0, -1).reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length - 1);

function trace({ state, beginning, cost }: Best, table: Table, ways: readonly Departure[]): Path {
  const stretches: Stretch[] = [];
  let first = table.barOf(state);
  for (let at = state; at >= 0; at = table.nextOf(at)) {
    const next = table.nextOf(at);
    const departure = ways[table.wayOf(at)] ?? null;
    if (next >= 0 && departure === null) continue;
    stretches.push({ first, last: table.barOf(at), departure });
    first = next < 0 ? -1 : table.barOf(next);
  }
  return { stretches, beginning, cost };
}
