import type { Section } from "../../src/contract/track.ts";

/** A clip to take pictures of. */
export interface FilmedClip extends Section {
  readonly name: string;
}

/** A moment to take a picture at, in seconds from the sequence's beginning. */
export interface FrameTime {
  readonly at: number;
  readonly clip: string;
}

/**
 * Moments spread over clips: each clip gets one, and the longer ones get what is left, so that the
 * stretches between are as even as can be; with fewer moments than clips the longest get them.
 * A clip's moments lie in the middle of equal parts, away from its cuts and transitions.
 * @param clips at least one
 * @returns `count` moments in time order; fewer where clips that lie above each other would give
 * the same picture twice
 */
export function frameTimes(clips: readonly FilmedClip[], count: number): FrameTime[] {
  const longestFirst = [...clips].sort((a, b) => lengthOf(b) - lengthOf(a));
  const shares = longestFirst.slice(0, count).map((clip) => ({ clip, frames: 1 }));
  for (let left = count - shares.length; left > 0; left--) {
    const stretch = ({ clip, frames }: (typeof shares)[number]): number => lengthOf(clip) / frames;
    const sparsest = shares.reduce((a, b) => (stretch(b) > stretch(a) ? b : a));
    sparsest.frames++;
  }
  const times = shares.flatMap(({ clip, frames }) =>
    Array.from({ length: frames }, (_, index) => ({
      at: clip.start + (lengthOf(clip) * (index + 0.5)) / frames,
      clip: clip.name,
    })),
  );
  const unique = new Map(times.map((time) => [time.at, time]));
  return [...unique.values()].sort((a, b) => a.at - b.at);
}

function lengthOf({ start, end }: Section): number {
  return end - start;
}
