import { sequenceSeconds, type Sequence } from "./timeline/model.ts";

/** Width of the timeline in seconds: the sequence and some room after it. */
export function visibleSeconds(sequence: Sequence): number {
  return Math.ceil((sequenceSeconds(sequence) * 1.06) / 10) * 10;
}

/** A time as a share of the timeline's width, for CSS. */
export function percent(seconds: number, visible: number): string {
  return `${((seconds / visible) * 100).toFixed(4)}%`;
}

/** The time under a pointer at `clientX` over an element that spans the whole timeline. */
export function secondsAt(clientX: number, box: DOMRect, visible: number): number {
  const share = box.width === 0 ? 0 : (clientX - box.left) / box.width;
  return Math.min(1, Math.max(0, share)) * visible;
}
