import type { TimelineStore } from "./store.ts";
import { removeSelectedAudio, undo } from "./timeline/edit.ts";
import { clearRange, markIn, markOut, movePlayhead } from "./timeline/marks.ts";
import { sequenceSeconds, type Timeline } from "./timeline/model.ts";

/** The part of a keyboard event that identifies the keys. */
export type Keys = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

type Change = (timeline: Timeline) => Timeline;

const step =
  (frames: number): Change =>
  (t) =>
    movePlayhead(t, t.playhead + frames / t.sequence.frameRate);

/** Keys without a modifier, as in Premiere where it has them. */
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

/** Applies a shortcut. @returns whether the keys are one */
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
 * Whether Premiere takes the key even while a panel has the focus: undo, except in a text field,
 * where it undoes typing.
 */
export function isForEditor(event: KeyboardEvent): boolean {
  const [target] = event.composedPath() as Partial<Element>[];
  return changeFor(event) === undo && target?.matches?.("input, textarea") !== true;
}

/** Whether the keys play and stop the sequence; on a button, Space presses that. */
export function isPlayKey(event: KeyboardEvent): boolean {
  const [target] = event.composedPath() as Partial<Element>[];
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isPlain = !altKey && !ctrlKey && !metaKey && !shiftKey;
  return key === " " && isPlain && target?.matches?.("button, input, audio") !== true;
}

/** The edit points of the video track, in order. */
function edges({ sequence }: Timeline): number[] {
  const all = sequence.video.flatMap(({ start, end }) => [start, end]);
  return [...new Set(all)].sort((a, b) => a - b);
}
