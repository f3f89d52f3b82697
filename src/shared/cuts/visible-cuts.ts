import type { Section } from "../../contract/track.ts";

/** A clip of picture on the timeline, in seconds. */
export interface PictureClip extends Section {
  /** What lies on a higher level hides what lies below it: the number of its track. */
  readonly level: number;
}

/** Where what is seen changes, and whether anything is. */
export interface VisibleCuts {
  /** Within the span, without its ends; ascending. */
  readonly cuts: number[];
  readonly hasPicture: boolean;
}

/**
 * The cuts that a viewer sees: where another clip comes to lie on top, or picture begins or ends.
 * What happens under a clip is no cut.
 * @param clips in any order; of two on one level, the later one is on top
 * @param frame seconds; edit points that are less than half of it apart are one
 */
export function visibleCuts(
  clips: readonly PictureClip[],
  span: Section,
  frame: number,
): VisibleCuts {
  const slack = frame / 2;
  const within = clips
    .filter(({ start, end }) => end - start > slack)
    .filter(({ start, end }) => start < span.end - slack && end > span.start + slack)
    .sort((a, b) => a.start - b.start);
  const edits = within.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  const onTop = createTop(within, slack);
  const cuts: number[] = [];
  let shown = onTop(span.start);
  for (const at of edits) {
    if (at <= span.start + slack || at >= span.end - slack) continue;
    const top = onTop(at);
    if (top !== shown && at - (cuts.at(-1) ?? -Infinity) > slack) cuts.push(at);
    shown = top;
  }
  return { cuts, hasPicture: within.length > 0 };
}

/** Tells which clip is on top, for times that ascend. @param clips in order of their start */
function createTop(
  clips: readonly PictureClip[],
  slack: number,
): (time: number) => PictureClip | null {
  let next = 0;
  // Those that have begun and not ended: a few, however many there are in all.
  let running: PictureClip[] = [];
  return (time) => {
    for (let clip = clips[next]; clip !== undefined && clip.start <= time + slack;) {
      running.push(clip);
      clip = clips[(next += 1)];
    }
    running = running.filter(({ end }) => end > time + slack);
    return running.reduce<PictureClip | null>(
      (top, clip) => (top === null || clip.level >= top.level ? clip : top),
      null,
    );
  };
}
