import { describe, expect, it } from "vitest";
import type { Jump } from "../../../src/engine/fit/jumps.ts";
import {
  cheapestPath,
  LONG_PASSAGE,
  SHORT_PASSAGE,
  type Departure,
  type Path,
  type PathProblem,
} from "../../../src/engine/fit/path.ts";

/** The same numbers each time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Five bars of two seconds and an ending, with jumps, costs and wishes by chance. */
function problemBy(seed: number, seconds: number): PathProblem {
  const random = generator(seed);
  const lengths = Float64Array.from([2, 2, 2, 2, 2, 3]);
  const jumps = Array.from(lengths, (_, to) =>
    Array.from(lengths.keys())
      .filter((from) => from > 0 && from !== to && random() < 0.5)
      .map((from): Jump => {
        const cost = Math.round(300 * random()) / 100;
        return { from, to, cost, ease: 1, unlikeBefore: 0, fall: 0 };
      }),
  );
  const wanted = { bar: Math.floor(6 * random()), at: Math.floor(seconds * random()) };
  const isWanted = (bar: number, at: number): boolean =>
    bar === wanted.bar && Math.abs(at - wanted.at) < 0.1;
  return {
    ...{ lengths, jumps, seconds, leads: [0, 2] },
    endings: [
      { silence: 0, cost: 0 },
      { silence: 0.5, cost: 0.4 },
    ],
    begin: (bar, lead) =>
      [0, 0.5, 1].includes(Math.round(lead * 1000) / 1000) ? [{ lead, cost: bar / 4 + lead }] : [],
    landing: (bar, at) => (isWanted(bar, at) ? -4 : 0),
    shortened: (bar, at) =>
      isWanted(bar, at)
        ? (jumps[bar] ?? []).map((jump) => ({ jump, length: 1, cost: jump.cost + 0.5 }))
        : [],
  };
}

/** The least that any row of bars costs: all of them are tried, from the beginning on. */
function exhaustive(problem: PathProblem): number {
  const { lengths, jumps, endings, seconds, leads } = problem;
  const last = lengths.length - 1;
  const endRun = 2; // The ending is as long as one and a half bars.
  const short = (bars: number): number => SHORT_PASSAGE[Math.min(LONG_PASSAGE, bars)] ?? 0;
  let least = Infinity;
  const walk = (bar: number, left: number, bars: number, before: number): void => {
    const cost = before + problem.landing(bar, seconds - left);
    const length = lengths[bar] ?? 0;
    if (bar === last) {
      for (const ending of endings) {
        if (Math.abs(left - length - ending.silence) > 1e-9) continue;
        least = Math.min(least, cost + ending.cost + short(bars - 1 + endRun));
      }
    }
    if (left <= 0 || bar === last) return;
    walk(bar + 1, left - length, bars + 1, cost);
    jumps.flat().forEach((jump) => {
      if (jump.from !== bar + 1) return;
      const leave = ({ length: sounds, cost: more }: Pick<Departure, "length" | "cost">): void =>
        walk(jump.to, left - (sounds ?? length), 1, cost + more + short(bars));
      leave({ length: null, cost: jump.cost });
      problem.shortened(jump.to, seconds - left + 1).forEach((early) => {
        if (early.jump === jump) leave(early);
      });
    });
  };
  for (let lead = leads[0]; lead <= leads[1]; lead += 0.5) {
    lengths.forEach((_, bar) => {
      for (const { cost } of problem.begin(bar, lead)) walk(bar, seconds - lead, 1, cost);
    });
  }
  return least;
}

/** How long a path sounds up to the last bar, and the end of the track. */
function lengthOf({ stretches, beginning }: Path, { lengths }: PathProblem): number {
  return stretches.reduce((sum, { first, last, departure }) => {
    const whole = lengths.slice(first, last + 1).reduce((a, b) => a + b, 0);
    return (
      sum +
      whole -
      ((departure?.length ?? null) === null ? 0 : (lengths[last] ?? 0) - (departure?.length ?? 0))
    );
  }, beginning.lead);
}

describe("the search for a path", () => {
  const cases = Array.from({ length: 60 }, (_, seed) => [seed, 5 + (seed % 8)] as const);

  it.each(cases)("finds what trying everything finds: case %d, %d seconds", (seed, seconds) => {
    const problem = problemBy(seed, seconds);
    const path = cheapestPath(problem);
    const least = exhaustive(problem);
    expect(path?.cost ?? Infinity).toBeCloseTo(least, 4);
    if (path === null) return;
    const silence = seconds - lengthOf(path, problem);
    expect([0, 0.5].some((ending) => Math.abs(silence - ending) < 1e-9)).toBe(true);
    expect(path.stretches.at(-1)?.last).toBe(5);
  });

  it("finds nothing where the ending alone is too long", () => {
    expect(cheapestPath(problemBy(1, 2))).toBeNull();
  });
});
