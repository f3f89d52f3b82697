import { wordsOf } from "./plain.ts";
import { stopWordsOf } from "./stop-words.ts";

/** Longest phrase, in words; longer runs are rarely names of anything. */
const LONGEST = 3;
/** Only so much of a text is read: enough for any scene, and no three hours. */
const READ_LIMIT = 20_000;

/**
 * The phrases that say most of what a text is about: runs of words between stop words, scored by how
 * often their words occur and how long the runs are in which they do (Rose et al., Automatic keyword
 * extraction from individual documents, 2010), in which repetition counts once more.
 * @param count how many at most
 * @returns in lower case, best first; none contains another
 */
export function keyPhrases(text: string, count: number, language: string | null = null): string[] {
  const stops = stopWordsOf(language);
  const runs = text
    .slice(0, READ_LIMIT)
    .split(/[^\p{L}\p{M}\p{N}'’\s-]+/u)
    .flatMap((clause) => runsOf(clause, stops));

  const frequency = new Map<string, number>();
  const degree = new Map<string, number>();
  for (const run of runs) {
    for (const word of run) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
      degree.set(word, (degree.get(word) ?? 0) + run.length);
    }
  }
  const scoreOf = (word: string): number => (degree.get(word) ?? 0) / (frequency.get(word) ?? 1);
  const phrases = new Map<string, { words: readonly string[]; times: number }>();
  for (const words of runs) {
    const phrase = words.join(" ");
    phrases.set(phrase, { words, times: (phrases.get(phrase)?.times ?? 0) + 1 });
  }
  const ranked = [...phrases]
    .map(([phrase, { words, times }]) => ({
      phrase,
      score:
        words.reduce((sum, word) => sum + scoreOf(word), 0) * times * repeats(words, frequency),
    }))
    .sort((a, b) => b.score - a.score);

  const kept: string[] = [];
  for (const { phrase } of ranked) {
    const isSaid = kept.some((other) => other.includes(phrase) || phrase.includes(other));
    if (!isSaid) kept.push(phrase);
    if (kept.length === count) break;
  }
  return kept;
}

const repeats = (words: readonly string[], frequency: ReadonlyMap<string, number>): number =>
  Math.max(...words.map((word) => frequency.get(word) ?? 1));

function runsOf(clause: string, stops: ReadonlySet<string>): string[][] {
  const runs: string[][] = [[]];
  for (const word of wordsOf(clause)) {
    const isTelling = !stops.has(word.replace("’", "'")) && word.length > 2;
    const run = runs.at(-1);
    if (!isTelling || run === undefined || run.length === LONGEST) runs.push([]);
    if (isTelling) runs.at(-1)?.push(word);
  }
  return runs.filter((run) => run.length > 0);
}
