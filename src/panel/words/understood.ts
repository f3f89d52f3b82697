import type { Key, Span, UnderstoodItem } from "../../contract/understanding.ts";
import { clockTime } from "../../shared/clock-time.ts";

/** Everything the panel says about what the engine understood of a description. */

export const UNDERSTOOD = {
  label: "Understood from the description",
  remove: "Remove",
} as const;

/** What an item means, short enough for a chip. */
export function chipText(item: UnderstoodItem): string {
  switch (item.kind) {
    case "without":
      return `${item.label.strength < 1 ? "less" : "without"} ${item.label.concept}`;
    case "tempo":
      return `${spanText(item.label, (bpm) => String(Math.round(bpm)))} BPM`;
    case "length":
      // Rounded, since the ends of "about 70 seconds" are no whole numbers.
      return spanText(item.label, (seconds) => clockTime(Math.round(seconds)));
    case "key":
      return keyText(item.label);
    case "vocals":
      return item.label.sung ? "with vocals" : "instrumental";
    case "title":
      return item.label.tracks === 0
        ? `no title “${item.label.words}”`
        : `title: ${item.label.words}`;
    case "weight":
      return `a little ${item.label.words}`;
    case "spelling":
      return `${item.label.words} (for “${item.text}”)`;
  }
}

/** What a button does that takes an item back. */
export const removeText = (chip: string): string => `${UNDERSTOOD.remove}: ${chip}`;

/** What a screen reader says once an answer is there; empty if nothing was understood. */
export const heardText = (chips: readonly string[]): string =>
  chips.length === 0 ? "" : `Understood: ${chips.join(", ")}`;

function spanText({ least, most }: Span, write: (value: number) => string): string {
  if (least === null) return most === null ? "any" : `under ${write(most)}`;
  if (most === null) return `over ${write(least)}`;
  const [from, to] = [write(least), write(most)];
  return from === to ? to : `${from}–${to}`;
}

const keyText = ({ tonic, mode }: Key): string =>
  mode === null ? `key of ${tonic}` : `${tonic} ${mode}`;
