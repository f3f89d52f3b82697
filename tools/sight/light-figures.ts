import { figuresOf } from "../../src/engine/see/figures.ts";
import { lightWords } from "../../src/engine/see/light-words.ts";
import type { Case } from "./light-grid.ts";

/** How often a word was right when it was said, and how often it was said when it was right. */
export interface WordRow {
  readonly word: string;
  readonly said: number;
  readonly precision: number | null;
  readonly due: number;
  readonly recall: number | null;
}

/** What is said of each case, and how long that takes for a picture of it. */
export function lookAt(cases: readonly Case[]): { words: string[]; ms: number }[] {
  return cases.map(({ pictures }) => {
    const begin = performance.now();
    const words = lightWords(pictures).map(({ word }) => word);
    return { words, ms: (performance.now() - begin) / pictures.length };
  });
}

export function wordRows(cases: readonly Case[], heard: readonly (readonly string[])[]): WordRow[] {
  const words = [...new Set(cases.flatMap(({ right }) => right))];
  return words.map((word) => {
    const count = (is: (one: Case, said: boolean) => boolean): number =>
      cases.filter((one, index) => is(one, heard[index]?.includes(word) ?? false)).length;
    const right = count((one, said) => said && one.right.includes(word));
    const wrong = count((one, said) => said && one.wrong.includes(word));
    const due = count((one) => one.right.includes(word));
    return {
      word,
      said: right + wrong,
      precision: right + wrong === 0 ? null : right / (right + wrong),
      due,
      recall: due === 0 ? null : right / due,
    };
  });
}

/** At each speed of the camera, the middle of the speeds that were measured. */
export interface MotionRow {
  readonly speed: number;
  readonly cases: number;
  readonly measured: number;
  /** Largest distance from the true speed among nine of ten cases. */
  readonly error90: number;
}

export function motionErrors(cases: readonly Case[]): MotionRow[] {
  const moving = cases.flatMap(({ pictures, speed }) =>
    speed === null ? [] : { speed, found: figuresOf(pictures)[0]?.motion?.speed ?? NaN },
  );
  return [...new Set(moving.map(({ speed }) => speed))].map((speed) => {
    const found = moving.filter((one) => one.speed === speed).map((one) => one.found);
    const errors = found.map((value) => Math.abs(value - speed)).sort((a, b) => a - b);
    return {
      speed,
      cases: found.length,
      measured: [...found].sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? NaN,
      error90: errors[Math.floor(0.9 * (errors.length - 1))] ?? NaN,
    };
  });
}
