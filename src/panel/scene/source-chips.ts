import { chipName } from "../words/scene.ts";
import type { Segment } from "./compose.ts";
import { keyOf } from "./part.ts";

/** A source of the description, which can be taken away. */
export interface SourceChip {
  readonly key: string;
  /** "marker: Title", "pictures: forest, mist". No two chips have the same. */
  readonly text: string;
  /** The words of the description that it stands for. */
  readonly words: string;
}

/** One chip for each segment, in the order of the description. */
export function sourceChips(segments: readonly Segment[]): SourceChip[] {
  const times = new Map<string, number>();
  return segments.map(({ part, text: words }) => {
    const name = chipName(part, words);
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return { key: keyOf(part), words, text: nth === 1 ? name : `${name} (${nth})` };
  });
}
