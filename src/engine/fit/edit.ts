import type { Fit, FitRequest } from "../../contract/fit.ts";
import { assemble } from "./assemble.ts";
import { hitsOf, type Moment } from "./hits.ts";
import type { Jump } from "./jumps.ts";
import { lagBetween } from "./align.ts";
import { usualBar } from "./grid.ts";
import { cheapestPath, type Path } from "./path.ts";
import { problemOf } from "./wishes.ts";
import type { Studied } from "./analysis.ts";

/** A jump that is taken again costs so much more for each time. */
const AGAIN = 0.5;
/** Searches for a path that repeats less. */
const ATTEMPTS = 3;

/** The best re-edit of a track; null if its bars do not add up to the length. */
export function editOf(
  studied: Studied,
  request: Pick<FitRequest, "seconds" | "frameRate" | "hits">,
): Fit | null {
  const { grid, ending, moments, jumps, samples, sampleRate, seconds } = studied;
  let [best, costs] = [null as Path | null, Infinity];
  let offered: readonly (readonly Jump[])[] = jumps;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const path = cheapestPath(problemOf(request, grid, offered, ending, moments));
    if (path === null) break;
    const uses = usesOf(path);
    const cost = costOf(path, jumps, uses);
    if (cost < costs) [best, costs] = [path, cost];
    if (![...uses.values()].some((count) => count > 1)) break;
    offered = offered.map((into) =>
      into.map((jump) => {
        const count = uses.get(`${jump.from} ${jump.to}`) ?? 0;
        return count > 1 ? { ...jump, cost: jump.cost + AGAIN * (count - 1) } : jump;
      }),
    );
  }
  if (best === null) return null;
  const lag = (leaving: number, coming: number): number =>
    lagBetween(samples, sampleRate, leaving, coming);
  const fit = assemble(best, request, grid, ending, seconds, lag);
  return { ...fit, hits: hitsOf(fit, request.hits, momentsIn(studied), usualBar(grid)) };
}

/** Where something happens, in seconds of the track. */
export const momentsIn = ({ grid, moments }: Pick<Studied, "grid" | "moments">): Moment[] =>
  [...moments].map(([bar, what]) => ({ at: grid.bars[bar] ?? 0, what }));

function usesOf({ stretches }: Path): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { departure } of stretches) {
    if (departure === null) continue;
    const name = `${departure.jump.from} ${departure.jump.to}`;
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

/** What a path costs with what it repeats, but without what that has made dearer. */
function costOf(
  path: Path,
  jumps: readonly (readonly Jump[])[],
  uses: ReadonlyMap<string, number>,
): number {
  const dearer = path.stretches.reduce((sum, { departure }) => {
    if (departure === null) return sum;
    const { from, to, cost } = departure.jump;
    const first = jumps[to]?.find((jump) => jump.from === from)?.cost ?? cost;
    return sum + cost - first;
  }, 0);
  const repeats = [...uses.values()].reduce((sum, count) => sum + AGAIN * (count - 1) ** 1.5, 0);
  return path.cost - dearer + repeats;
}
