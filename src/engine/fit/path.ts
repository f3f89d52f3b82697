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
  /** Silence that may follow the music; below 0: so much of the ending is cut off. */
  readonly endings: readonly { readonly silence: number; readonly cost: number }[];
  /** Shortest and longest time before the first bar line; below 0 if the ending makes up for it. */
  readonly leads: readonly [number, number];
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
export const cheapestPath = (problem: PathProblem): Path | null => new Search(problem).run();

interface Best {
  readonly cost: number;
  readonly state: number;
  readonly beginning: Beginning;
}

class Search {
  private readonly table: Table;
  /** The longest time from a bar line to the end. */
  private readonly longest: number;
  /** Ways from bar to bar, by number, and those of the jumps into each bar. */
  private readonly ways: Departure[] = [];
  private readonly into: readonly (readonly number[])[];
  private best: Best | null = null;

  constructor(private readonly problem: PathProblem) {
    const { lengths, seconds, jumps, leads } = problem;
    this.longest = seconds - leads[0];
    this.table = new Table(lengths.length, LONG_PASSAGE, this.longest, stepFor(problem));
    this.into = jumps.map((each) =>
      each.map((jump) => this.ways.push({ jump, length: null, cost: jump.cost }) - 1),
    );
  }

  run(): Path | null {
    const { lengths, endings, seconds } = this.problem;
    const last = lengths.length - 1;
    const tail = lengths[last] ?? 0;
    const bars = Math.round(tail / Math.max(0.1, usualOf(lengths)));
    const run = Math.max(1, Math.min(LONG_PASSAGE, bars));
    for (const { silence, cost } of endings) {
      const left = tail + silence;
      if (left < 0 || left > this.longest) continue;
      const landing = this.problem.landing(last, seconds - left);
      this.table.offer(last, run, left, cost + landing, -1, GO_ON);
    }
    this.table.forEach((state, bar, length, left, cost) => {
      this.expand(state, bar, length, left, cost);
    });
    return this.best === null ? null : trace(this.best, this.table, this.ways);
  }

  private expand(state: number, bar: number, length: number, left: number, cost: number): void {
    const { lengths, seconds, leads } = this.problem;
    const at = seconds - left;
    const whole = cost + (SHORT_PASSAGE[length] ?? 0);
    if (at <= leads[1]) this.end(state, bar, at, whole);
    if (bar > 0) {
      const run = Math.min(LONG_PASSAGE, length + 1);
      this.precede(bar - 1, run, left + (lengths[bar - 1] ?? 0), cost, state, GO_ON);
    }
    for (const way of this.into[bar] ?? []) {
      const departure = this.ways[way];
      if (departure !== undefined) this.leave(departure, way, left, whole, state);
    }
    for (const early of this.problem.shortened(bar, at)) {
      this.leave(early, this.ways.push(early) - 1, left, whole, state);
    }
  }

  private leave(by: Departure, way: number, left: number, cost: number, state: number): void {
    const before = by.jump.from - 1;
    const sounds = by.length ?? this.problem.lengths[before] ?? 0;
    this.precede(before, 1, left + sounds, cost + by.cost, state, way);
  }

  private precede(
    bar: number,
    run: number,
    left: number,
    cost: number,
    next: number,
    way: number,
  ): void {
    if (left > this.longest || !this.table.isBefore(left, next)) return;
    const landing = this.problem.landing(bar, this.problem.seconds - left);
    this.table.offer(bar, run, left, cost + landing, next, way);
  }

  private end(state: number, bar: number, lead: number, cost: number): void {
    for (const beginning of this.problem.begin(bar, lead)) {
      const total = cost + beginning.cost;
      if (this.best === null || total < this.best.cost) {
        this.best = { cost: total, state, beginning };
      }
    }
  }
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
