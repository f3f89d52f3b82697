import { describe, expect, it } from "vitest";
import type { UnderstoodItem, UnderstoodLabels } from "../../../src/contract/understanding.ts";
import { chipText, heardText } from "../../../src/panel/words/understood.ts";

const textOf = <Kind extends keyof UnderstoodLabels>(
  kind: Kind,
  label: UnderstoodLabels[Kind],
  text = "",
): string => chipText({ kind, text, label } as UnderstoodItem);

describe("a chip", () => {
  it("says what is not wanted, or less", () => {
    expect(textOf("without", { concept: "drums", strength: 1 })).toBe("without drums");
    expect(textOf("without", { concept: "dark", strength: 0.5 })).toBe("less dark");
  });

  it("says a tempo in whole beats per minute", () => {
    expect(textOf("tempo", { least: 117.6, most: 122.4 })).toBe("118–122 BPM");
    expect(textOf("tempo", { least: 119.9, most: 120.1 })).toBe("120 BPM");
    expect(textOf("tempo", { least: null, most: 90 })).toBe("under 90 BPM");
    expect(textOf("tempo", { least: 140, most: null })).toBe("over 140 BPM");
  });

  it("says a length in minutes and seconds, to the nearest second", () => {
    expect(textOf("length", { least: null, most: 90 })).toBe("under 1:30");
    expect(textOf("length", { least: 120, most: null })).toBe("over 2:00");
    expect(textOf("length", { least: 70 * 0.9, most: 70 * 1.1 })).toBe("1:03–1:17");
  });

  it("says a key, a voice and what counts for little", () => {
    expect(textOf("key", { tonic: "D", mode: "minor" })).toBe("D minor");
    expect(textOf("key", { tonic: "F#", mode: null })).toBe("key of F#");
    expect(textOf("vocals", { sung: false })).toBe("instrumental");
    expect(textOf("vocals", { sung: true })).toBe("with vocals");
    expect(textOf("weight", { words: "hopeful", weight: 0.4 })).toBe("a little hopeful");
  });

  it("says a title, and that no track has it", () => {
    expect(textOf("title", { words: "Cold Floor", tracks: 2 })).toBe("title: Cold Floor");
    expect(textOf("title", { words: "Cold Floor", tracks: 0 })).toBe("no title “Cold Floor”");
  });

  it("says what a word was taken for", () => {
    const text = textOf("spelling", { words: "romantic" }, "romatic");
    expect(text).toBe("romantic (for “romatic”)");
  });
});

it("lists everything understood for a screen reader, and nothing if there is nothing", () => {
  expect(heardText(["without drums", "under 1:30"])).toBe("Understood: without drums, under 1:30");
  expect(heardText([])).toBe("");
});
