import { describe, expect, it } from "vitest";
import type { Heard } from "../../../src/contract/heard.ts";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import { filtersOf, type Fit } from "../../../src/engine/query/filters.ts";
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
function verdicts(items: UnderstoodItem[], values: unknown[], name: string): (Fit | undefined)[] {
  const [filter, ...more] = filtersOf(items);
  expect(more).toEqual([]);
  return values.map((value) => filter?.(track("a", { [name]: value })));
}

describe("a filter", () => {
  it("of tempo admits what is within the span, ends included", () => {
    const bpms = [79, 80, 100, 101, null];
    expect(verdicts([tempo(80, 100)], bpms, "bpm")).toEqual(["no", "yes", "yes", "no", "unknown"]);
    expect(verdicts([tempo(null, 100)], bpms, "bpm")).toEqual([
      "yes",
      "yes",
      "yes",
      "no",
      "unknown",
    ]);
    expect(verdicts([tempo(80, null)], bpms, "bpm")).toEqual([
      "no",
      "yes",
      "yes",
      "yes",
      "unknown",
    ]);
  });

  it("does not take half or double time for the tempo", () => {
    expect(verdicts([tempo(115, 125)], [60, 120, 240], "bpm")).toEqual(["no", "yes", "no"]);
  });

  it("of length does not know a track of 0 seconds", () => {
    expect(verdicts([length(null, 90)], [0, 90, 91], "seconds")).toEqual(["unknown", "yes", "no"]);
  });

  it("joins spans that overlap, and chooses between those that do not", () => {
    const lengths = [50, 70, 130];
    const both = [length(60, null), length(null, 120)];
    expect(verdicts(both, lengths, "seconds")).toEqual(["no", "yes", "no"]);
    const either = [tempo(85, 95), tempo(115, 125)];
    expect(verdicts(either, [90, 105, 120], "bpm")).toEqual(["yes", "no", "yes"]);
  });

  it("of key compares tonic and mode, however they are written", () => {
    const keys = ["D minor", "Dm", "D major", "d min", "D dorian", "F minor", "8A", "", null];
    expect(verdicts([key("D", "minor")], keys, "key")).toEqual([
      ...["yes", "yes", "no", "yes", "no", "no", "unknown", "unknown", "unknown"],
    ]);
    expect(verdicts([key("D#", null)], ["Eb minor", "D# major", "D"], "key")).toEqual([
      ...["yes", "yes", "no"],
    ]);
  });

  it("is not made of anything else", () => {
    expect(filtersOf([{ kind: "vocals", text: "", label: { sung: true } }])).toEqual([]);
  });
});

describe("a filter, where nothing is stated,", () => {
  const fitOf = (item: UnderstoodItem, heard: Heard, changes = {}): Fit | undefined =>
    filtersOf([item])[0]?.(track("a", { heard, ...changes }));
  const heardTempo = (bpm: number, confidence: number, other?: number): Heard => ({
    tempo: { bpm, confidence, ...(other === undefined ? {} : { other }) },
  });

  it("takes a plain tempo for certain, and others for likely", () => {
    expect(fitOf(tempo(115, 125), heardTempo(120, 0.98))).toBe("yes");
    expect(fitOf(tempo(115, 125), heardTempo(120, 0.6))).toBe("likely");
    expect(fitOf(tempo(115, 125), {})).toBe("unknown");
  });

  it("takes the half or double for likely if that is plausible", () => {
    expect(fitOf(tempo(58, 62), heardTempo(120, 0.6, 60))).toBe("likely");
    expect(fitOf(tempo(58, 62), heardTempo(120, 0.98))).toBe("unlikely");
  });

  it("takes a key for likely, and leaves out none", () => {
    expect(fitOf(key("D", "minor"), { key: "D minor" })).toBe("likely");
    expect(fitOf(key("D", "minor"), { key: "F major" })).toBe("unlikely");
    expect(fitOf(key("D", "minor"), {})).toBe("unknown");
  });

  it("does not ask the ear where a fact is stated", () => {
    expect(fitOf(tempo(115, 125), heardTempo(120, 0.98), { bpm: 90 })).toBe("no");
    expect(fitOf(tempo(85, 95), heardTempo(120, 0.98), { bpm: 90 })).toBe("yes");
    expect(fitOf(key("D", "minor"), { key: "D minor" }, { key: "A minor" })).toBe("no");
  });

  it("asks the ear about a key that is written in a way that is not read", () => {
    expect(fitOf(key("D", "minor"), { key: "D minor" }, { key: "8A" })).toBe("likely");
  });
});
