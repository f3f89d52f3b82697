import type { Span, Understood, UnderstoodItem } from "../../contract/understanding.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { printable } from "../text/printable.ts";

/** What was understood beyond the words, one line for each item; none if it was only words. */
export function understoodLines({ text, items }: Understood): string[] {
  if (items.length === 0) return [];
  const lines = items.map((item) => `  ${item.text} → ${meaning(item)}`);
  return ["Understood:", ...lines, `  embedded: ${text}`].map(printable);
}

function meaning(item: UnderstoodItem): string {
  switch (item.kind) {
    case "without":
      return `${item.label.strength < 1 ? "less" : "no"} ${item.label.concept}`;
    case "tempo":
      return `${span(item.label, (bpm) => String(Math.round(bpm)))} bpm`;
    case "length":
      return `${span(item.label, clockTime)} long`;
    case "key":
      return `in ${[item.label.tonic, item.label.mode ?? "any mode"].join(" ")}`;
    case "vocals":
      return item.label.sung ? "sung" : "instrumental";
    case "title":
      return title(item.label.tracks);
    case "weight":
      return `${item.label.words}, counting for ${item.label.weight} of the rest`;
    case "spelling":
      return `read as "${item.label.words}"`;
  }
}

function span({ least, most }: Span, write: (value: number) => string): string {
  if (least === null) return most === null ? "any" : `at most ${write(most)}`;
  return most === null ? `at least ${write(least)}` : `${write(least)} to ${write(most)}`;
}

function title(tracks: number): string {
  if (tracks === 0) return "no such title, searched for as words";
  return tracks === 1
    ? "1 track has it in title or artist"
    : `${tracks} tracks have it in title or artist`;
}
