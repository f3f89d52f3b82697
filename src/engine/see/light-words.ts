import type { Picture, SeenWord, SightKind } from "../../contract/sight.ts";
import { DAYLIGHTS } from "./daylight.ts";
import { figuresOf, type Figures } from "./figures.ts";
import { RELIABILITY, SURE, UNMEASURED } from "./light-reliability.ts";
import { ROWS, strengthOf } from "./moods.ts";

/** What a picture must reach to show a word at all: the middle of the weakest ramp. */
const PLAIN = 0.5;
/** Part of the pictures that must show a word before it is said of the scene. */
const SHARE = 1 / 3;

/**
 * Words for light, colour, motion and mood of a scene, without a model; surest first, and none that
 * is wrong as often as right. Says nothing of cards in one colour, and nothing of motion without two
 * pictures of a clip close together.
 */
export function lightWords(pictures: readonly Picture[]): SeenWord[] {
  const figures = figuresOf(pictures);
  const seen = figures.filter((one) => one !== null).length;
  const words = [...daylightWords(), ...moodWords()].flatMap(({ strength, not, ...said }) => {
    const strengths = figures.map((one) => (one === null ? 0 : strength(one)));
    const shown = [...strengths.keys()].filter((index) => (strengths[index] ?? 0) >= PLAIN);
    if (shown.length === 0 || shown.length < SHARE * seen) return [];
    const reliable = RELIABILITY[said.word] ?? UNMEASURED;
    const sum = shown.reduce((total, index) => total + (strengths[index] ?? 0), 0);
    const confidence = (sum / shown.length) * reliable;
    return confidence < SURE ? [] : { not, said: { ...said, confidence, pictures: shown } };
  });
  const contradicts = (one: (typeof words)[number], word: string): boolean =>
    one.not.includes(word);
  return words
    .filter((one) =>
      words.every(
        (other) =>
          !(contradicts(one, other.said.word) || contradicts(other, one.said.word)) ||
          one.said.pictures.length >= other.said.pictures.length,
      ),
    )
    .map(({ said }) => said)
    .sort((a, b) => b.confidence - a.confidence);
}

interface Candidate {
  readonly word: string;
  readonly kind: SightKind;
  readonly not: readonly string[];
  readonly strength: (figures: Figures) => number;
}

function daylightWords(): Candidate[] {
  return DAYLIGHTS.map((word) => ({
    ...{ word, kind: "light", not: [] },
    strength: ({ daylight }) => daylight[word],
  }));
}

function moodWords(): Candidate[] {
  return ROWS.map((row) => ({
    ...{ word: row.word, kind: row.kind, not: row.not ?? [] },
    strength: (figures) => strengthOf(row, figures),
  }));
}
