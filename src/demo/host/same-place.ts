import type { Timeline } from "../timeline/model.ts";

/** Whether a host would announce nothing between the two. */
// The playhead is left out: it moves with every frame, and Premiere does not announce it either.
export function samePlace(a: Timeline | null, b: Timeline | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.sequence.name === b.sequence.name &&
    a.sequence.audio.length === b.sequence.audio.length &&
    a.selection === b.selection &&
    a.inPoint === b.inPoint &&
    a.outPoint === b.outPoint
  );
}
