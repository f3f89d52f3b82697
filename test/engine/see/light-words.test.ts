import { describe, expect, it } from "vitest";
import type { Picture } from "../../../src/contract/sight.ts";
import { RELIABILITY, SURE } from "../../../src/engine/see/light-reliability.ts";
import { lightWords } from "../../../src/engine/see/light-words.ts";
import {
  barred,
  clouds,
  grey,
  plain,
  rendered,
  type Rendering,
} from "../../../tools/sight/rendered.ts";

/** Clouds of grey between two values, drifting to the right with time. */
const scene = (from: number, to: number, speed = 0, changes: Rendering = {}): Picture =>
  rendered(
    (x, y, width) =>
      grey(from + (to - from) * clouds(x - speed * (changes.at ?? 0) * width, y, 24)),
    changes,
  );
const pair = (from: number, to: number, speed: number): Picture[] => [
  scene(from, to, speed, { at: 5 }),
  scene(from, to, speed, { at: 5.2 }),
];
const words = (pictures: readonly Picture[]): string[] =>
  lightWords(pictures).map(({ word }) => word);

describe("nothing is said", () => {
  it.each<[string, readonly Picture[]]>([
    ["without pictures", []],
    ["of black", [plain(grey(0))]],
    ["of video's black", [plain(grey(16))]],
    ["of white", [plain(grey(255))]],
    ["of one colour", [plain([20, 40, 200])]],
    ["of a picture that is transparent", [plain([255, 255, 255, 0])]],
    ["of a title on black", [rendered((x, y) => grey(y > 60 && y < 80 && x % 9 < 3 ? 255 : 0))]],
    ["of a single pixel", [plain(grey(90), { width: 1, height: 1 })]],
  ])("%s", (_, pictures) => {
    expect(words(pictures)).toEqual([]);
  });
});

describe("light", () => {
  it("is dark or bright", () => {
    expect(words([scene(0, 60)])).toContain("dark");
    expect(words([scene(150, 255)])).toContain("bright");
    expect(words([scene(40, 220)])).not.toContain("dark");
    expect(words([scene(40, 220)])).not.toContain("bright");
  });

  it("is not dark because of a letterbox", () => {
    for (const side of ["rows", "columns"] as const)
      for (const part of [0.05, 0.13, 0.3])
        expect(words([barred(scene(150, 255), part, side)])).toContain("bright");
  });

  it("is said of the pictures that show it, not of cards beside them", () => {
    const pictures = [plain(grey(0)), scene(0, 60), plain(grey(255)), plain(grey(128))];
    expect(lightWords(pictures).find(({ word }) => word === "dark")?.pictures).toEqual([1]);
  });

  it("is left out where less than a third of the pictures show it", () => {
    const pictures = [scene(0, 60), ...[1, 2, 3].map((at) => scene(60, 200, 0, { at }))];
    expect(words(pictures)).not.toContain("dark");
  });

  it("is the one that more pictures show, not both of two contraries", () => {
    const pictures = [scene(150, 255), scene(0, 60), scene(10, 60, 0, { at: 4 })];
    expect(words(pictures)).toContain("dark");
    expect(words(pictures)).not.toContain("bright");
  });
});

describe("motion", () => {
  it("is unknown in a single picture", () => {
    const kinds = lightWords([scene(20, 200)]).map(({ kind }) => kind);
    expect(kinds).not.toContain("motion");
    expect(kinds).not.toContain("mood");
  });

  it("is unknown between two clips, and between moments that are far apart", () => {
    const [first, second] = pair(20, 200, 0.3);
    if (!first || !second) throw new Error("A pair has two.");
    for (const pictures of [
      [first, { ...second, clip: "B" }],
      [first, { ...second, at: 9 }],
    ])
      expect(lightWords(pictures).filter(({ kind }) => kind === "motion")).toEqual([]);
  });

  it.each([
    [0, "static shot"],
    [0.05, "slow movement"],
    [0.2, "movement"],
    [0.7, "fast movement"],
  ])("of %f of the width a second is %s", (speed, word) => {
    const said = lightWords(pair(20, 220, speed)).filter(({ kind }) => kind === "motion");
    expect(said.map((one) => one.word)).toContain(word);
    expect(said[0]?.pictures).toEqual([0, 1]);
  });

  it("is found whatever order the pictures come in", () => {
    expect(words(pair(20, 220, 0.7).reverse())).toEqual(words(pair(20, 220, 0.7)));
  });
});

describe("a word", () => {
  const reliabilities = Object.entries(RELIABILITY);
  it("is one that can be sure enough to be said", () => {
    expect(reliabilities.filter(([, reliable]) => reliable < SURE)).toEqual([]);
  });

  it("is said from a certain confidence on", () => {
    const confidences = Array.from({ length: 40 }, (_, step) => {
      const said = lightWords([scene(125 + step, 165 + step)]);
      return said.find(({ word }) => word === "bright")?.confidence ?? 0;
    });
    expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
    expect(confidences[0]).toBe(0);
    expect(confidences.at(-1)).toBeCloseTo(RELIABILITY["bright"] ?? 0, 6);
    const least = confidences.find((one) => one > 0) ?? 0;
    expect(least).toBeGreaterThanOrEqual(SURE);
    expect(least).toBeLessThan(SURE + 0.05);
  });
});

it("says the surest first, with probabilities, and each word once", () => {
  const said = lightWords(pair(0, 60, 0.02));
  const confidences = said.map(({ confidence }) => confidence);
  expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  expect(confidences.every((value) => value > 0 && value <= 1)).toBe(true);
  expect(new Set(said.map(({ word }) => word)).size).toBe(said.length);
});
