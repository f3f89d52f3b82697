import { describe, expect, it } from "vitest";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import { filtersOf, wantsVoice } from "../../../src/engine/query/filters.ts";
import { track } from "../toy.ts";

const tempo = (least: number | null, most: number | null): UnderstoodItem => ({
  kind: "tempo",
  text: "",
  label: { least, most },
});
const length = (least: number | null, most: number | null): UnderstoodItem => ({
  kind: "length",
  text: "",
  label: { least, most },
});
const key = (tonic: string, mode: string | null): UnderstoodItem => ({
  kind: "key",
  text: "",
  label: { tonic, mode },
});

/** What the only filter of these items says of tracks with these values. */
function verdicts(items: UnderstoodItem[], values: unknown[], name: string): (boolean | null)[] {
  const [filter, ...more] = filtersOf(items);
  expect(more).toEqual([]);
  return values.map((value) => filter?.(track("a", { [name]: value })) ?? null);
}

describe("a filter", () => {
  it("of tempo admits what is within the span, ends included", () => {
    const bpms = [79, 80, 100, 101, null];
    expect(verdicts([tempo(80, 100)], bpms, "bpm")).toEqual([false, true, true, false, null]);
    expect(verdicts([tempo(null, 100)], bpms, "bpm")).toEqual([true, true, true, false, null]);
    expect(verdicts([tempo(80, null)], bpms, "bpm")).toEqual([false, true, true, true, null]);
  });

  it("does not take half or double time for the tempo", () => {
    expect(verdicts([tempo(115, 125)], [60, 120, 240], "bpm")).toEqual([false, true, false]);
  });

  it("of length does not know a track of 0 seconds", () => {
    expect(verdicts([length(null, 90)], [0, 90, 91], "seconds")).toEqual([null, true, false]);
  });

  it("joins spans that overlap, and chooses between those that do not", () => {
    const lengths = [50, 70, 130];
    const both = [length(60, null), length(null, 120)];
    expect(verdicts(both, lengths, "seconds")).toEqual([false, true, false]);
    const either = [tempo(85, 95), tempo(115, 125)];
    expect(verdicts(either, [90, 105, 120], "bpm")).toEqual([true, false, true]);
  });

  it("of key compares tonic and mode, however they are written", () => {
    const keys = ["D minor", "Dm", "D major", "d min", "D dorian", "F minor", "8A", "", null];
    expect(verdicts([key("D", "minor")], keys, "key")).toEqual([
      ...[true, true, false, true, false, false, null, null, null],
    ]);
    expect(verdicts([key("D#", null)], ["Eb minor", "D# major", "D"], "key")).toEqual([
      ...[true, true, false],
    ]);
  });

  it("is not made of anything else", () => {
    expect(filtersOf([{ kind: "vocals", text: "", label: { sung: true } }])).toEqual([]);
  });
});

describe("whether there is a voice", () => {
  const without = (concept: string, strength: number): UnderstoodItem => ({
    kind: "without",
    text: "",
    label: { concept, strength },
  });

  it.each([
    ["is open unless somebody says so", [], null],
    ["is what the query says", [{ kind: "vocals", text: "", label: { sung: true } }], true],
    ["is denied by no vocals", [without("vocals", 1)], false],
    ["is open if there are to be fewer vocals", [without("vocals", 0.5)], null],
    ["is open if there are to be no drums", [without("drums", 1)], null],
  ] as const)("%s", (_, items, wanted) => {
    expect(wantsVoice(items)).toBe(wanted);
  });
});
