import type { Section } from "../contract/track.ts";

/** A clip to take pictures of. */
export interface FilmedClip extends Section {
  readonly name: string;
}

/** A moment to take a picture at, in seconds from the sequence's beginning. */
export interface FrameTime {
  readonly at: number;
  readonly clip: string;
}

/** A moment, and another one shortly after it where motion is wanted and there is room. */
export interface FramePair extends FrameTime {
  readonly then: number | null;
}

/** How far the two pictures of a moment lie apart, in seconds. */
const APART = 0.2;
/** At less than two frames of 25 a second, both pictures might be the same frame. */
const LEAST_APART = 0.08;

/**
 * Moments spread over clips: each clip gets one, and the longer ones get what is left, so that the
 * stretches between are as even as can be; with fewer moments than clips the longest get them.
 * A clip's moments lie in the middle of equal parts, away from its cuts and transitions.
 * @param clips at least one
 * @returns `count` moments in time order; fewer where clips that lie above each other would give
 * the same picture twice
 */
export function frameTimes(clips: readonly FilmedClip[], count: number): FrameTime[] {
  return moments(clips, count).map(({ at, clip }) => ({ at, clip }));
}

/**
 * Like `frameTimes`, but each moment is two, 0.2 s apart around the middle of its part, so that both
 * show the same clip. Nearer in short clips; one alone where they would show the same frame, or where
 * another of the clips begins or ends between them.
 */
export function framePairs(clips: readonly FilmedClip[], count: number): FramePair[] {
  const edges = clips.flatMap(({ start, end }) => [start, end]);
  return moments(clips, count).map(({ at, clip, seconds }) => {
    const apart = Math.min(APART, seconds / 2);
    const [first, second] = [at - apart / 2, at + apart / 2];
    const isCut = edges.some((edge) => first < edge && edge <= second);
    return apart < LEAST_APART || isCut
      ? { at, clip, then: null }
      : { at: first, clip, then: second };
  });
}

/** `seconds`: length of the part of its clip that the moment lies in the middle of. */
function moments(
  clips: readonly FilmedClip[],
  count: number,
): (FrameTime & { readonly seconds: number })[] {
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
      seconds: lengthOf(clip) / frames,
    })),
  );
  const unique = new Map(times.map((time) => [time.at, time]));
  return [...unique.values()].sort((a, b) => a.at - b.at);
}

function lengthOf({ start, end }: Section): number {
  return end - start;
}
