import type { SearchRequest } from "../../../contract/search.ts";
import type { UnderstoodItem } from "../../../contract/understanding.ts";
import type { Lexicon } from "./lexicon.ts";
import { understand, type Understanding } from "./understand.ts";

/** How the descriptions of a request were understood; null if it has none. */
export function understandBoth(
  { query, second, literal }: Pick<SearchRequest, "query" | "second" | "literal">,
  lexicon: Lexicon,
): Understanding | null {
  const read = (text: string): Understanding | null =>
    text.trim() === "" ? null : understand(text.trim(), lexicon, literal);
  const one = read(query);
  const other = second === undefined ? null : read(second.query);
  if (second === undefined || one === null || other === null) return one ?? other;
  return blend(one, other, second.weight);
}

/**
 * Both as one: the items of both hold, each once, and the parts of each count for its share.
 * @param share that of the other, 0 to 1
 */
function blend(one: Understanding, other: Understanding, share: number): Understanding {
  const sides = [
    { side: one, weight: 1 - share },
    { side: other, weight: share },
  ].filter(({ weight }) => weight > 0);
  // "No drums" says nothing of what is wanted beside a description that does.
  const telling = sides.filter(({ side }) => !side.isOpen);
  const embedded = telling.length > 0 ? telling : sides;
  return {
    text: embedded.map(({ side }) => side.text).join(" + "),
    items: distinct([...one.items, ...other.items]),
    parts: embedded.flatMap(({ side, weight }) =>
      side.parts.map((part) => ({ ...part, weight: part.weight * weight })),
    ),
    isOpen: telling.length === 0,
  };
}

function distinct(items: readonly UnderstoodItem[]): UnderstoodItem[] {
  const seen = new Set<string>();
  return items.filter(({ kind, text }) => {
    const name = `${kind} ${text}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
