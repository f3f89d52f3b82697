import { describe, expect, it } from "vitest";
import { parseKey, parseTonic } from "../../../../src/engine/query/understand/wanted.ts";

describe("a tonic", () => {
  it.each([
    ["c", "C"],
    ["c#", "C#"],
    ["db", "C#"],
    ["fsharp", "F#"],
    ["bflat", "A#"],
    ["cb", "B"],
    ["b#", "C"],
    ["h", null],
    ["", null],
    ["abc", null],
  ])("%j is %j", (name, tonic) => {
    expect(parseTonic(name)).toBe(tonic);
  });
});

describe("a key", () => {
  it.each([
    ["Eb minor", { tonic: "D#", mode: "minor" }],
    ["F# phrygian", { tonic: "F#", mode: "phrygian" }],
    ["Am", { tonic: "A", mode: "minor" }],
    ["C", { tonic: "C", mode: "major" }],
    ["C Maj", { tonic: "C", mode: "major" }],
    ["G double harmonic", { tonic: "G", mode: "double harmonic" }],
    ["8A", null],
    ["", null],
  ])("%j is %j", (name, key) => {
    expect(parseKey(name)).toEqual(key);
  });
});
