import type { Fit, FitAnswer, FitRequest } from "../../contract/fit.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import type { Analysis, Studied } from "./analysis.ts";
import { editOf, momentsIn } from "./edit.ts";
import { usualBar } from "./grid.ts";
import { hitsOf } from "./hits.ts";
import { LEAST_EASE } from "./jumps.ts";
import { plainFits } from "./plain.ts";

/**
 * Re-edits a track. Where no jump is good enough it says so, and gives start and end alone.
 * @param net hears bars where they are not known; null if it cannot
 */
export async function fitTrack(
  analysis: Analysis,
  request: FitRequest,
  net: () => Promise<BeatNet | null>,
): Promise<FitAnswer> {
  const sorted = { ...request, hits: hitsWithin(request) };
  const studied = await analysis.study(request.structure, net);
  const edit = studied === null ? null : editOf(studied, sorted);
  const plain = plainFits(request, analysis.audio.seconds).map((fit) => ({
    ...fit,
    hits:
      studied === null
        ? hitsOf(fit, sorted.hits, [], 0)
        : hitsOf(fit, sorted.hits, momentsIn(studied), usualBar(studied.grid)),
  }));
  const problem = problemWith(studied, edit);
  const fits = [...(edit === null || problem !== null ? [] : [edit]), ...plain];
  return { fits: fits.map((fit) => inOrder(fit, request.hits)), problem };
}

function problemWith(studied: Studied | null, edit: Fit | null): string | null {
  if (studied === null) {
    return "No bars can be heard in this track, so it cannot be re-edited in time.";
  }
  if (edit === null) return "This is too short for the track to begin and to end in time.";
  const hardest = Math.min(1, ...edit.seams.map(({ ease }) => ease));
  if (hardest >= LEAST_EASE) return null;
  return "No two places of this track are alike enough for a jump to this length.";
}

/** Hit points that can be met, each once, in order. */
function hitsWithin({ hits, seconds }: FitRequest): number[] {
  return [...new Set(hits)].filter((hit) => hit < seconds).sort((a, b) => a - b);
}

/** The hits of a fit as they were asked for: in that order, also those that nothing can meet. */
function inOrder(fit: Fit, asked: readonly number[]): Fit {
  const found = new Map(fit.hits.map((hit) => [hit.wanted, hit]));
  return {
    ...fit,
    hits: asked.map((wanted) => found.get(wanted) ?? { wanted, landed: null, what: "" }),
  };
}
