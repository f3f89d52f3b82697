import type { Word } from "./model.ts";

/**
 * The words of a sentence, spread over [start, end) of a file by their lengths, with short pauses.
 */
export function spoken(text: string, start: number, end: number): Word[] {
  const words = text.split(" ").filter((word) => word !== "");
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const second = (end - start) / (letters + words.length - 1);
  let at = start;
  return words.map((word) => {
    const from = at;
    at += (word.length + 1) * second;
    return { text: word, start: from, end: at - second };
  });
}
