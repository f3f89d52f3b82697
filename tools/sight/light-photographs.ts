import { lightWords } from "../../src/engine/see/light-words.ts";
import { still, type Photograph } from "./photographs.ts";
import type { WordRow } from "./light-figures.ts";

/**
 * How often words are right of photographs, by the moods that somebody wrote about them. Each counts
 * as a shot in which nothing moves, so of motion nothing is learnt.
 */
export function photographRows(photographs: readonly Photograph[]): WordRow[] {
  const heard = photographs.map(({ picture, mood }) => ({
    mood,
    words: lightWords(still(picture))
      .filter(({ kind }) => kind !== "motion")
      .map(({ word }) => word),
  }));
  const words = [...new Set(heard.flatMap((one) => one.words))].sort();
  return words.map((word) => {
    const saying = heard.filter((one) => one.words.includes(word));
    const right = saying.filter(({ mood }) => mood.includes(word)).length;
    const due = heard.filter(({ mood }) => mood.includes(word)).length;
    return {
      ...{ word, said: saying.length, precision: right / saying.length },
      ...{ due, recall: due === 0 ? null : right / due },
    };
  });
}
