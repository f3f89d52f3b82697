import type { Section } from "../../contract/track.ts";
import { sequenceSeconds, toFrame, type Timeline } from "./model.ts";

export function movePlayhead(timeline: Timeline, seconds: number): Timeline {
  const { sequence } = timeline;
  const at = Math.min(toFrame(seconds, sequence.frameRate), sequenceSeconds(sequence));
  return at === timeline.playhead ? timeline : { ...timeline, playhead: at };
}

/** Sets the in point; clears an out point that is not after it. */
export function markIn(timeline: Timeline, at: number): Timeline {
  const { outPoint } = timeline;
  return {
    ...timeline,
    inPoint: at,
    outPoint: outPoint !== null && outPoint > at ? outPoint : null,
  };
}

/** Sets the out point; clears an in point that is not before it. */
export function markOut(timeline: Timeline, at: number): Timeline {
  const { inPoint } = timeline;
  if (at <= 0) return timeline;
  return { ...timeline, outPoint: at, inPoint: inPoint !== null && inPoint < at ? inPoint : null };
}

export function clearRange(timeline: Timeline): Timeline {
  return { ...timeline, inPoint: null, outPoint: null };
}

/** The marked range, if both points are set. */
export function markedRange({ inPoint, outPoint }: Timeline): Section | null {
  return inPoint === null || outPoint === null ? null : { start: inPoint, end: outPoint };
}
