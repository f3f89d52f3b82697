import { describe, expect, it } from "vitest";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import { understoodLines } from "../../../src/cli/search/understood-lines.ts";

const ITEMS: readonly (readonly [string, UnderstoodItem])[] = [
  ["no drums → no drums", without("no drums", "drums", 1)],
  ["not too dark → less dark", without("not too dark", "dark", 0.5)],
  ["120 bpm → 115 to 125 bpm", tempo("120 bpm", 115.2, 124.8)],
  ["under 90 bpm → at most 90 bpm", tempo("under 90 bpm", null, 90)],
  ["over 90 bpm → at least 90 bpm", tempo("over 90 bpm", 90, null)],
  [
    "1:30 long → 1:21 to 1:39 long",
    { kind: "length", text: "1:30 long", label: { least: 81, most: 99 } },
  ],
  ["in D minor → in D minor", key("in D minor", "D", "minor")],
  ["key of F → in F any mode", key("key of F", "F", null)],
  ["instrumental → instrumental", { kind: "vocals", text: "instrumental", label: { sung: false } }],
  ["with vocals → sung", { kind: "vocals", text: "with vocals", label: { sung: true } }],
  ['"A" → no such title, searched for as words', title(0)],
  ['"A" → 1 track has it in title or artist', title(1)],
  ['"A" → 2 tracks have it in title or artist', title(2)],
  [
    "a little sad → sad, counting for 0.4 of the rest",
    { kind: "weight", text: "a little sad", label: { words: "sad", weight: 0.4 } },
  ],
  [
    'romatic → read as "romantic"',
    { kind: "spelling", text: "romatic", label: { words: "romantic" } },
  ],
];

function without(text: string, concept: string, strength: number): UnderstoodItem {
  return { kind: "without", text, label: { concept, strength } };
}
function tempo(text: string, least: number | null, most: number | null): UnderstoodItem {
  return { kind: "tempo", text, label: { least, most } };
}
function key(text: string, tonic: string, mode: string | null): UnderstoodItem {
  return { kind: "key", text, label: { tonic, mode } };
}
function title(tracks: number): UnderstoodItem {
  return { kind: "title", text: '"A"', label: { words: "A", tracks } };
}

describe("what was understood", () => {
  it.each(ITEMS)("is said: %s", (line, item) => {
    expect(understoodLines({ text: "calm", items: [item] })).toEqual([
      "Understood:",
      `  ${line}`,
      "  embedded: calm",
    ]);
  });

  it("is not said when it was only words", () => {
    expect(understoodLines({ text: "calm", items: [] })).toEqual([]);
  });

  it("cannot control the terminal", () => {
    const [, line] = understoodLines({ text: "", items: [without("no\u202e", "a", 1)] });
    expect(line).toBe("  no\\u202e → no a");
  });
});
