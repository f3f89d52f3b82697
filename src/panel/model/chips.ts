import type { UnderstoodItem } from "../../contract/understanding.ts";
import { chipText } from "../words/understood.ts";

/** Something that the query was taken to say, and that can be taken back. */
export interface Chip {
  /** "without drums"; no two chips have the same text. */
  readonly text: string;
  /** The phrases of the query that say so. They are taken back together. */
  readonly phrases: readonly string[];
  /** Whether it leaves tracks out; if not, it only ranks them. */
  readonly isFilter: boolean;
}

/** In order of appearance; items that mean the same share a chip: "no vocals, no singing". */
export function chipsOf(items: readonly UnderstoodItem[]): Chip[] {
  const chips = new Map<string, Chip>();
  for (const item of items) {
    const text = chipText(item);
    const phrases = [...new Set([...(chips.get(text)?.phrases ?? []), item.text])];
    chips.set(text, { text, phrases, isFilter: isFilter(item) });
  }
  return [...chips.values()];
}

function isFilter(item: UnderstoodItem): boolean {
  switch (item.kind) {
    case "tempo":
    case "length":
    case "key":
    case "vocals":
      return true;
    case "without":
      // Whether a track is sung is known of some tracks, and these are then left out.
      return item.label.concept === "vocals" && item.label.strength === 1;
    case "title":
    case "weight":
    case "spelling":
      return false;
  }
}
