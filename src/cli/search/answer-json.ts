import type { SearchAnswer } from "../../contract/search.ts";
import type { Heard } from "../../contract/heard.ts";
import { isLocal, pageOf, trackEvidence } from "../../contract/track.ts";
import { BAR_DIGITS, PART_DIGITS, unpackTimes } from "../../shared/packed-times.ts";
import { unpackEnergy } from "../../shared/energy-curve.ts";

/** What was heard, with times and levels as numbers. */
function heardJson({ bars, parts, energy, ...heard }: Heard): unknown {
  return {
    ...heard,
    ...(bars === undefined
      ? {}
      : { bars: { ...bars, starts: unpackTimes(bars.starts, BAR_DIGITS) } }),
    ...(parts === undefined ? {} : { parts: unpackTimes(parts, PART_DIGITS) }),
    ...(energy === undefined ? {} : { energy: unpackEnergy(energy) }),
  };
}

/** An answer as `--json` prints it. Times in seconds, except `ms`. */
export function answerJson({
  request,
  pack,
  device,
  ms,
  understood,
  results,
  total,
  facets,
  emptiedBy,
  didYouMean,
}: SearchAnswer): unknown {
  return {
    query: request.query,
    pack,
    device,
    ms,
    understood,
    total,
    facets,
    emptiedBy,
    didYouMean,
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
      key: track.key,
      vocals: track.vocals,
      ...(track.heard === undefined ? {} : { heard: heardJson(track.heard) }),
      tags: track.tags,
    })),
  };
}
