import type { SearchRequest } from "../../../src/contract/search.ts";
import type { Understood, UnderstoodItem } from "../../../src/contract/understanding.ts";

export const SHORT: UnderstoodItem = {
  kind: "length",
  text: "under 1:30",
  label: { least: null, most: 90 },
};
export const IN_D_MINOR: UnderstoodItem = {
  kind: "key",
  text: "in D minor",
  label: { tonic: "D", mode: "minor" },
};
export const LONG_TITLE: UnderstoodItem = {
  kind: "title",
  text: '"A Title That Goes On for Much Longer Than Any Panel Is Wide, and More"',
  label: {
    words: "A Title That Goes On for Much Longer Than Any Panel Is Wide, and More",
    tracks: 0,
  },
};

/** One item of each kind, and of each kind that is worded in two ways. */
export const UNDERSTOOD: readonly UnderstoodItem[] = [
  { kind: "without", text: "no drums", label: { concept: "drums", strength: 1 } },
  { kind: "without", text: "not too dark", label: { concept: "dark", strength: 0.5 } },
  { kind: "tempo", text: "120 bpm", label: { least: 117.6, most: 122.4 } },
  SHORT,
  IN_D_MINOR,
  { kind: "vocals", text: "instrumental", label: { sung: false } },
  { kind: "title", text: '"Cold Floor"', label: { words: "Cold Floor", tracks: 1 } },
  { kind: "title", text: '"Warm Floor"', label: { words: "Warm Floor", tracks: 0 } },
  { kind: "weight", text: "a little hopeful", label: { words: "hopeful", weight: 0.4 } },
  { kind: "spelling", text: "romatic", label: { words: "romantic" } },
];

/** The query whose items the fixed engine understands, and one that leaves no track. */
export const QUERY_UNDERSTOOD = UNDERSTOOD.map(({ text }) => text).join(", ");
export const QUERY_WITHOUT_RESULTS = [SHORT, IN_D_MINOR].map(({ text }) => text).join(", ");

/** Understands each known phrase that stands in the query and is not to be read as it stands. */
export function understandFixed({ query, literal = [] }: SearchRequest): Understood {
  const items = UNDERSTOOD.filter(({ text }) => query.includes(text) && !literal.includes(text));
  return { text: query, items };
}
