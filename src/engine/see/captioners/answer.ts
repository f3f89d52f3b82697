/** Most characters of a caption. */
const MOST_CHARACTERS = 200;
/** Fewest words that say something. */
const FEWEST_WORDS = 2;
/** So often in a row, and the model is stuck. */
const STUCK = 3;
/** Longest run of words that is looked at as a repeat. */
const LONGEST_RUN = 6;
/** In longer answers, so many of the words must be different ones. */
const VARIED = { words: 8, share: 0.5 };

/**
 * The sentence that a captioner wrote, without what does not belong into one: special tokens, markup,
 * control characters, quotation marks (which would ask for a title).
 * @param isWhole whether it ended by itself; else what follows its last sentence is left out
 * @returns null if it says nothing: too short, no words, or the model was stuck and repeats itself
 */
export function cleanAnswer(written: string, isWhole: boolean): string | null {
  const plain = written
    .normalize("NFKC")
    .replace(/<[^<>]*>/g, " ")
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .replace(/https?:\S*|[<>[\]{}|\\`*_#~^=@$"“”„«»]/g, " ")
    .replace(/^\s*(assistant|answer|caption)\s*:/i, "")
    .replace(/\s+([.,;:!?])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const cut = shortened(isWhole ? plain : untilLastSentence(plain));
  return saysSomething(cut) ? cut : null;
}

const untilLastSentence = (text: string): string => {
  const end = text.search(/[.!?](?!.*[.!?])/);
  return end > 0 ? text.slice(0, end + 1) : text;
};

function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const cut = text.slice(0, MOST_CHARACTERS);
  const sentence = untilLastSentence(cut);
  return sentence.length < cut.length ? sentence : cut.replace(/\s+\S*$/, "");
}

function saysSomething(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 0.6 * text.replaceAll(" ", "").length) return false;
  if (words.length >= VARIED.words && new Set(words).size < VARIED.share * words.length)
    return false;
  return !isStuck(words);
}

/** Whether a run of words stands there several times in a row. */
function isStuck(words: readonly string[]): boolean {
  for (let run = 1; run <= LONGEST_RUN; run += 1) {
    let same = 0;
    for (let i = run; i < words.length; i += 1) {
      same = words[i] === words[i - run] ? same + 1 : 0;
      if (same >= run * (STUCK - 1)) return true;
    }
  }
  return false;
}
