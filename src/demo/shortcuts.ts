import type { TimelineStore } from "./store.ts";
import { removeSelectedAudio, undo } from "./timeline/edit.ts";
import { clearRange, markIn, markOut, movePlayhead } from "./timeline/marks.ts";
import { sequenceSeconds, type Timeline } from "./timeline/model.ts";

/** What of a keyboard event tells which keys were pressed. */
export type Keys = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

type Change = (timeline: Timeline) => Timeline;

const step =
  (frames: number): Change =>
  (t) =>
    movePlayhead(t, t.playhead + frames / t.sequence.frameRate);

/** Keys that need no modifier, as in Premiere where it has them. */
const PLAIN: Readonly<Record<string, Change>> = {
  i: (t) => markIn(t, t.playhead),
  o: (t) => markOut(t, t.playhead),
  x: clearRange,
  delete: removeSelectedAudio,
  arrowleft: step(-1),
  arrowright: step(1),
  arrowup: (t) =>
    movePlayhead(
      t,
      edges(t)
        .filter((edge) => edge < t.playhead)
        .at(-1) ?? 0,
    ),
  arrowdown: (t) => movePlayhead(t, edges(t).find((edge) => edge > t.playhead) ?? t.playhead),
  home: (t) => movePlayhead(t, 0),
  end: (t) => movePlayhead(t, sequenceSeconds(t.sequence)),
};

const SHIFTED: Readonly<Record<string, Change>> = { arrowleft: step(-5), arrowright: step(5) };

/** Applies the change that a key stands for. @returns whether the key stands for any. */
export function applyShortcut(event: Keys, store: TimelineStore): boolean {
  const change = changeFor(event);
  if (change === undefined) return false;
  store.update(change);
  return true;
}

function changeFor(event: Keys): Change | undefined {
  const key = event.key.toLowerCase();
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return key === "z" && !event.shiftKey ? undo : undefined;
  return event.shiftKey ? SHIFTED[key] : PLAIN[key];
}

/**
 * Whether the key is one that Premiere takes even while a panel has the focus: undo, except where
 * it means the text that is being written.
 */
export function isForEditor(event: KeyboardEvent): boolean {
  const [target] = event.composedPath() as Partial<Element>[];
  return changeFor(event) === undo && target?.matches?.("input, textarea") !== true;
}

/** Where a clip of the picture begins or ends, in order. */
function edges({ sequence }: Timeline): number[] {
  const all = sequence.video.flatMap(({ start, end }) => [start, end]);
  return [...new Set(all)].sort((a, b) => a - b);
}
