import { describe, expect, it } from "vitest";
import { readArguments } from "../../../src/cli/arguments.ts";
import { readWishes, WISH_OPTIONS, type Wished } from "../../../src/cli/search/wishes.ts";

const wishes = (...args: string[]): Wished =>
  readWishes(readArguments("search", args, WISH_OPTIONS).values);

describe("the options of a search", () => {
  it("are none unless given", () => {
    expect(wishes()).toEqual({ filters: {}, like: [], levels: {}, files: [], isAny: false });
    expect(wishes("--octaves").isAny).toBe(false);
  });

  it.each([
    [["--min-length", "1:30"], { length: [{ least: 90, most: null }] }],
    [["--min-length", "30", "--max-length=1:00:05"], { length: [{ least: 30, most: 3605 }] }],
    [["--fits", "0:30"], { fits: { seconds: 30, tolerance: 0.5 } }],
    [["--tempo", "90-110"], { tempo: [{ least: 90, most: 110 }] }],
    [["--tempo", "90-"], { tempo: [{ least: 90, most: null }] }],
    [["--tempo=-110"], { tempo: [{ least: null, most: 110 }] }],
    [
      ["--tempo", "92.5", "--tempo", "120"],
      {
        tempo: [
          { least: 92.5, most: 92.5 },
          { least: 120, most: 120 },
        ],
      },
    ],
    [["--tempo", "90-", "--octaves"], { tempo: [{ least: 90, most: null }], octaves: true }],
    [
      ["--key", "Dm", "--key", "Eb major"],
      {
        keys: [
          { tonic: "D", mode: "minor" },
          { tonic: "D#", mode: "major" },
        ],
      },
    ],
    [["--key", "F#"], { keys: [{ tonic: "F#", mode: null }] }],
    [
      ["--energy", "low", "--vocals", "none", "--vocals", "choir"],
      { energy: ["low"], vocals: ["none", "choir"] },
    ],
    [
      ["--catalogue", "incompetech", "--licence", "CC0-1.0"],
      { catalogues: ["incompetech"], licences: ["CC0-1.0"] },
    ],
    [["--local"], { playable: true }],
  ])("%j", (args, filters) => {
    expect(wishes(...args)).toMatchObject({ filters, isAny: true });
  });

  it("name tracks and files to be like, and levels", () => {
    const args = ["--like", "a", "--like", "b", "--unlike", "c", "--like-file", "x.wav"];
    expect(wishes(...args, "--more", "energy", "--less", "brightness")).toEqual({
      filters: {},
      like: [
        { of: { kind: "track", id: "a" }, weight: 1 },
        { of: { kind: "track", id: "b" }, weight: 1 },
        { of: { kind: "track", id: "c" }, weight: -1 },
      ],
      levels: { energy: 1, brightness: -1 },
      files: ["x.wav"],
      isAny: true,
    });
  });

  it.each([
    ["--min-length", "long"],
    ["--max-length", "1:75"],
    ["--fits", "soon"],
    ["--fits", "0"],
    ["--tempo", "fast"],
    ["--tempo", "110-90"],
    ["--tempo", "-"],
    ["--key", "H"],
    ["--energy", "loud"],
    ["--vocals", "yes"],
    ["--more", "music"],
  ])("refuse %s %s, and say what they take", (option, value) => {
    expect(() => wishes(`${option}=${value}`)).toThrow(`${option} does not take this. (${value})`);
  });
});
