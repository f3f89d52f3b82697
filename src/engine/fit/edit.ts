import type { Fit, FitRequest } from "../../contract/fit.ts";
import { lagBetween } from "./align.ts";
import type { Studied } from "./analysis.ts";
import { assemble, type Assembled } from "./assemble.ts";
import { rankIn } from "./flux.ts";
import { usualBar } from "./grid.ts";
import { hitsOf, type Moment } from "./hits.ts";
import type { Jump } from "./jumps.ts";
import { cheapestPath, type Path, type Stretch } from "./path.ts";
import { problemOf } from "./wishes.ts";

/** What a jump costs each time that it is taken again. */
const AGAIN = 0.5;
/** Bars that were heard twice of late are a third time too many: so much, twice that, and so on. */
const OF_LATE = 32;
const IN_A_ROW = 1;
/** So many bars of a passage tell whether it was heard. */
const TELLING = 4;
/** A seam with more flux than this share of the track's own bar lines is heard, and costs so much. */
const ROUGH = 0.9;
const ROUGH_COST = 1;
/** Searches for a path without jumps that turned out to be worse than they looked. */
const ATTEMPTS = 4;

type Jumps = readonly (readonly Jump[])[];

/** What turned out to be worse than it looked: rough seams by name, and jumps that repeat what was heard too often. */
interface Dearer {
  readonly rough: Set<string>;
  readonly stale: { readonly jump: Jump; readonly cost: number }[];
}

/** A path, and what it turned out to be. */
interface Attempt {
  readonly fit: Assembled;
  readonly cost: number;
  /** Adds what jumps cost more than they seemed to; says whether there are any that do. */
  surprises(dearer: Dearer): boolean;
}

/** The best re-edit of a track; null if its bars do not add up to the length. */
export function editOf(
  studied: Studied,
  request: Pick<FitRequest, "seconds" | "frameRate" | "hits">,
): Fit | null {
  const { grid, ending, moments } = studied;
  let best: Attempt | null = null;
  const dearer: Dearer = { rough: new Set(), stale: [] };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const jumps = withCosts(studied.jumps, dearer);
    const path = cheapestPath(problemOf(request, grid, jumps, ending, moments));
    if (path === null) break;
    const tried = tryOut(path, studied, request, dearer);
    if (best === null || tried.cost < best.cost) best = tried;
    if (!tried.surprises(dearer)) break;
  }
  if (best === null) return null;
  const hits = hitsOf(best.fit, request.hits, momentsIn(studied), usualBar(grid));
  return { ...best.fit, hits };
}

/** Where something happens, in seconds of the track. */
export const momentsIn = ({ grid, moments }: Pick<Studied, "grid" | "moments">): Moment[] =>
  [...moments].map(([bar, what]) => ({ at: grid.bars[bar] ?? 0, what }));

/** Listens to the seams of a path, and counts what it repeats. */
function tryOut(
  path: Path,
  { grid, ending, samples, sampleRate, seconds, flux, meter }: Studied,
  request: Pick<FitRequest, "seconds" | "frameRate">,
  dearer: Dearer,
): Attempt {
  const lag = (leaving: number, coming: number): number =>
    lagBetween(samples, sampleRate, leaving, coming);
  const fit = assemble(path, request, grid, ending, seconds, lag);
  const found: { jump: Jump; again: number; isRough: boolean }[] = [];
  const used = new Map<string, number>();
  fit.seams.forEach(({ from, crossfade }, n) => {
    const jump = path.stretches[n]?.departure?.jump;
    const coming = fit.passages[n + 1]?.source.start;
    if (jump === undefined || coming === undefined) return;
    const name = nameOf(jump);
    const uses = used.get(name) ?? 0;
    used.set(name, uses + 1);
    const again = AGAIN * uses + IN_A_ROW * Math.max(0, timesHeard(path.stretches, n + 1) - 1);
    const isRough = rankIn(flux, meter.atSeam(samples, from, coming, crossfade)) > ROUGH;
    found.push({ jump, again, isRough });
  });
  const cost = found.reduce(
    (sum, { jump, again, isRough }) =>
      sum + again + (isRough ? ROUGH_COST : 0) - moreFor(jump, dearer),
    path.cost,
  );
  const surprises = ({ rough, stale }: Dearer): boolean => {
    let isWorse = false;
    for (const { jump, again, isRough } of found) {
      const before = moreFor(jump, { rough, stale });
      if (isRough) rough.add(nameOf(jump));
      if (again > 0) stale.push({ jump, cost: again });
      if (moreFor(jump, { rough, stale }) > before) isWorse = true;
    }
    return isWorse;
  };
  return { fit, cost, surprises };
}

/** What a jump costs more than it seems to. */
function moreFor(jump: Jump, { rough, stale }: Dearer): number {
  const again = stale
    .filter((one) => isAkin(one.jump, jump))
    .reduce((most, { cost }) => Math.max(most, cost), 0);
  return again + (rough.has(nameOf(jump)) ? ROUGH_COST : 0);
}

/** Whether two jumps are the same, or go back by as many bars within the same ones. */
const isAkin = (a: Jump, b: Jump): boolean =>
  (a.from === b.from && a.to === b.to) ||
  (a.from > a.to && a.from - a.to === b.from - b.to && Math.abs(a.to - b.to) < a.from - a.to);

/** How often the first bars of a stretch were heard in the bars before it; the least often of them counts. */
function timesHeard(stretches: readonly Stretch[], n: number): number {
  const { first, last } = stretches[n] ?? { first: 0, last: -1 };
  const heard = stretches
    .slice(0, n)
    .flatMap((each) => range(each.first, each.last))
    .slice(-OF_LATE);
  const coming = range(first, Math.min(last, first + TELLING - 1));
  return Math.min(...coming.map((bar) => heard.filter((other) => other === bar).length));
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

const nameOf = ({ from, to }: Jump): string => `${from} ${to}`;

const withCosts = (jumps: Jumps, dearer: Dearer): Jumps =>
  dearer.rough.size + dearer.stale.length === 0
    ? jumps
    : jumps.map((into) =>
        into.map((jump) => ({ ...jump, cost: jump.cost + moreFor(jump, dearer) })),
      );
