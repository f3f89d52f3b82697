import type { Fit, FittedPassage } from "../../contract/fit.ts";

/** An attack may begin so long before its bar line: the clip before it ends earlier, in seconds. */
const ATTACK = 0.005;
/** What arithmetic leaves of a whole number of frames. */
const ROUNDING = 1e-6;

/**
 * The passages of a fit as clips in a row, every edge on a frame of the sequence.
 *
 * Where an edge moves, the source moves with it, so every beat stays where the fit has it: beats are off
 * by nothing but what an application rounds source times to. Edges move earlier, by less than a frame and
 * 5 ms, so that no clip holds the attack behind its last bar; only one that would begin before the track
 * does moves later, by less than a frame. Crossfades are left to who lays the clips.
 * @returns clips of at least a frame each; the last one ends with the fit, or less than a frame before its
 * music does
 */
export function rowOf({ passages, seconds, frameRate }: Fit): FittedPassage[] {
  const edges: number[] = [];
  for (const passage of passages) {
    edges.push(Math.max(edges.at(-1) ?? 0, edgeOf(passage, frameRate)));
  }
  const last = passages.at(-1);
  const end = last === undefined ? 0 : last.at + last.source.end - last.source.start;
  edges.push(Math.floor(Math.min(seconds, end) * frameRate + ROUNDING));
  return passages.flatMap(({ source, at }, n) => {
    const [first, next] = [edges[n] ?? 0, edges[n + 1] ?? 0];
    if (next <= first) return [];
    const start = Math.max(0, source.start + first / frameRate - at);
    return [{ source: { start, end: start + (next - first) / frameRate }, at: first / frameRate }];
  });
}

/** The frame with which a passage begins. */
function edgeOf({ at, source }: FittedPassage, frameRate: number): number {
  if (at === 0) return 0;
  const earlier = Math.floor((at - ATTACK) * frameRate + ROUNDING);
  const isInTrack = earlier >= 0 && source.start + earlier / frameRate - at >= 0;
  return isInTrack ? earlier : Math.ceil(at * frameRate - ROUNDING);
}
