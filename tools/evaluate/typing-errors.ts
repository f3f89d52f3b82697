import type { Rng } from "../../composer/lib/rng.ts";

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** A word with typing errors: keys beside the right one, swapped letters, letters left out. */
export function mistype(word: string, errors: number, rng: Rng): string {
  let typed = word;
  for (let e = 0; e < errors; e += 1) {
    const before = typed;
    // A swap of equal letters, or a second error that undoes the first, is none.
    do typed = mistypeOnce(before, rng);
    while (typed === before || typed === word);
  }
  return typed;
}

function mistypeOnce(word: string, rng: Rng): string {
  const at = rng.int(0, word.length - 1);
  const [start, letter, end] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (rng.pick(["neighbour", "swap", "omission"])) {
    case "neighbour":
      return start + rng.pick(neighboursOf(letter)) + end;
    case "swap":
      return start + end.charAt(0) + letter + end.slice(1);
    default:
      return start + end;
  }
}

/** Keys left and right of a letter on an American keyboard; itself for what is no letter. */
function neighboursOf(letter: string): readonly string[] {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? letter;
  const at = row.indexOf(letter);
  const beside = [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== "");
  return beside.length === 0 ? [letter] : beside;
}
