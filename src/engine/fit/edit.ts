import type { Fit, FitRequest } from "../../contract/fit.ts";
import { lagBetween } from "./align.ts";
import type { Studied } from "./analysis.ts";
import { assemble, type Assembled } from "./assemble.ts";
import { rankIn } from "./flux.ts";
import { usualBar } from "./grid.ts";
import { hitsOf, type Moment } from "./hits.ts";
import type { Jump } from "./jumps.ts";
import { cheapestPath, type Path } from "./path.ts";
import { problemOf } from "./wishes.ts";

/** What a jump costs each time that it is taken again. */
const AGAIN = 0.5;
/** A seam with more flux than this share of the track's own bar lines is heard, and costs so much. */
const ROUGH = 0.9;
const ROUGH_COST = 1;
/** Searches for a path without jumps that turned out to be worse than they looked. */
const ATTEMPTS = 4;

type Jumps = readonly (readonly Jump[])[];

/** A path, and what it turned out to be. */
interface Attempt {
  readonly fit: Assembled;
  readonly cost: number;
  /** What jumps cost more than they seemed to, by `nameOf`. */
  readonly surprises: ReadonlyMap<string, number>;
}

/** The best re-edit of a track; null if its bars do not add up to the length. */
export function editOf(
  studied: Studied,
  request: Pick<FitRequest, "seconds" | "frameRate" | "hits">,
): Fit | null {
  const { grid, ending, moments } = studied;
  let best: Attempt | null = null;
  const dearer = new Map<string, number>();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const jumps = withCosts(studied.jumps, dearer);
    const path = cheapestPath(problemOf(request, grid, jumps, ending, moments));
    if (path === null) break;
    const tried = tryOut(path, studied, request, dearer);
    if (best === null || tried.cost < best.cost) best = tried;
    if (tried.surprises.size === 0) break;
    for (const [name, cost] of tried.surprises) dearer.set(name, (dearer.get(name) ?? 0) + cost);
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
  dearer: ReadonlyMap<string, number>,
): Attempt {
  const lag = (leaving: number, coming: number): number =>
    lagBetween(samples, sampleRate, leaving, coming);
  const fit = assemble(path, request, grid, ending, seconds, lag);
  const surprises = new Map<string, number>();
  const uses = new Map<string, number>();
  let [expected, found] = [0, 0];
  fit.seams.forEach(({ from, crossfade }, n) => {
    const jump = path.stretches[n]?.departure?.jump;
    const coming = fit.passages[n + 1]?.source.start;
    if (jump === undefined || coming === undefined) return;
    const name = nameOf(jump);
    const again = uses.get(name) ?? 0;
    uses.set(name, again + 1);
    const isRough = rankIn(flux, meter.atSeam(samples, from, coming, crossfade)) > ROUGH;
    const cost = AGAIN * again + (isRough ? ROUGH_COST : 0);
    expected += dearer.get(name) ?? 0;
    found += cost;
    const more = Math.max(AGAIN * again, isRough ? ROUGH_COST : 0);
    if (more > (dearer.get(name) ?? 0)) surprises.set(name, more - (dearer.get(name) ?? 0));
  });
  return { fit, cost: path.cost - expected + found, surprises };
}

const nameOf = ({ from, to }: Jump): string => `${from} ${to}`;

const withCosts = (jumps: Jumps, more: ReadonlyMap<string, number>): Jumps =>
  more.size === 0
    ? jumps
    : jumps.map((into) =>
        into.map((jump) => ({ ...jump, cost: jump.cost + (more.get(nameOf(jump)) ?? 0) })),
      );
