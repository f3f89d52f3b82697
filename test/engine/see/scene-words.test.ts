import { describe, expect, it } from "vitest";
import { CLASSES } from "../../../src/engine/see/eye-net.ts";
import { group } from "../../../src/engine/see/groups/group.ts";
import { GROUPS, sceneWords } from "../../../src/engine/see/scene-words.ts";

/** Probabilities of some classes, by number; the rest is spread over classes of no group. */
function glance(sure: Readonly<Record<number, number>>): Float32Array {
  const probabilities = new Float32Array(CLASSES);
  for (const [index, probability] of Object.entries(sure)) {
    probabilities[Number(index)] = probability;
  }
  return probabilities;
}

const A = { clip: "A" };
const B = { clip: "B" };
const said = (words: readonly { word: string }[]): string[] => words.map(({ word }) => word).sort();
const [SEASHORE, SANDBAR, ALP, BEAGLE, PUG, WOLF] = [978, 977, 970, 162, 254, 269];

describe("the words of a scene", () => {
  it("add up what the classes of a group have", () => {
    expect(said(sceneWords([A], [glance({ [BEAGLE]: 0.35, [PUG]: 0.35 })]))).toEqual(["dog"]);
  });

  it("are left out where no group is plain", () => {
    const faint = Object.fromEntries(Array.from({ length: CLASSES }, (_, k) => [k, 1 / CLASSES]));
    expect(sceneWords([A], [glance(faint)])).toEqual([]);
    expect(sceneWords([A], [glance({ [BEAGLE]: 0.1 })])).toEqual([]);
  });

  it("are general where none of the particular ones is plain", () => {
    const words = sceneWords([A], [glance({ [BEAGLE]: 0.3, [WOLF]: 0.3, 281: 0.3 })]);
    expect(said(words)).toContain("animals");
    expect(said(words)).not.toContain("dog");
  });

  it("give way to more particular ones of their kind, and to no others", () => {
    const words = said(sceneWords([A], [glance({ [SEASHORE]: 0.5, [SANDBAR]: 0.4 })]));
    expect(words).toEqual(["beach"]);
    expect(said(sceneWords([A], [glance({ 309: 0.9 })]))).toEqual(["flowers", "insect", "nature"]);
  });

  it("are averaged over the pictures of a clip, so that one blurred frame does no harm", () => {
    const sharp = glance({ [ALP]: 0.9 });
    const blurred = glance({ 741: 0.9 });
    expect(sceneWords([A, A, A], [sharp, blurred, sharp])).toMatchObject([
      { word: "mountains", pictures: [0, 2] },
    ]);
    expect(sceneWords([A, A, A], [blurred, blurred, sharp])).toEqual([]);
  });

  it("are told of every clip by itself, with the pictures that show them", () => {
    const words = sceneWords([A, B], [glance({ [ALP]: 0.9 }), glance({ [BEAGLE]: 0.95 })]);
    expect(words.map(({ word, pictures }) => [word, pictures])).toEqual([
      ["dog", [1]],
      ["mountains", [0]],
    ]);
  });

  it("come surest first, and are none without pictures", () => {
    expect(sceneWords([], [])).toEqual([]);
    expect(sceneWords([A], [null])).toEqual([]);
    const words = sceneWords([A], [glance({ [BEAGLE]: 0.45, [ALP]: 0.5 })]);
    const sure = words.map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    sure.forEach((confidence) => expect(confidence).toBeGreaterThan(0));
    sure.forEach((confidence) => expect(confidence).toBeLessThanOrEqual(1));
  });
});

describe("the table of groups", () => {
  it("has each word once, and thresholds above chance", () => {
    const words = GROUPS.map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
    GROUPS.forEach(({ least }) => expect(least).toBeGreaterThanOrEqual(0.2));
    GROUPS.forEach(({ least }) => expect(least).toBeLessThan(1));
  });

  it.each(["beach", "beach 1000", "dogs 20-10", "7", "alp 970; valley 979"])(
    "takes no row with %j",
    (classes) => {
      expect(() => group("place", "x", classes)).toThrow("no class");
    },
  );
});
