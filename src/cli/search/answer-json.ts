import type { SearchAnswer } from "../../contract/engine.ts";
import { isLocal, pageOf, trackEvidence } from "../../contract/track.ts";

/** An answer as `--json` prints it. Times in seconds, except `ms`. */
export function answerJson({
  request,
  pack,
  device,
  ms,
  understood,
  results,
}: SearchAnswer): unknown {
  return {
    query: request.query,
    pack,
    device,
    ms,
    understood,
    results: results.map(({ rank, track, score, section, why }) => ({
      rank,
      id: track.id,
      title: track.title,
      artist: track.artist,
      catalogue: track.catalogue,
      local: isLocal(track),
      evidence: trackEvidence(track),
      page: pageOf(track),
      licence: track.licence,
      score,
      section,
      why,
      seconds: track.seconds,
      bpm: track.bpm,
      tags: track.tags,
    })),
  };
}
